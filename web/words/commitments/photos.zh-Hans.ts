import type { PhotoWords } from './photos.ts'

export const words: PhotoWords = {
  label: '照片（不放也行）',
  hint: (most) => `最多 ${most} 张。照片里的地点、机型会先去掉；别拍到人脸和门牌。大家都看得到。`,
  choose: '添照片',
  more: '再添一张',
  preparing: '正在缩小照片…',
  uploading: '正在传照片…',
  taken: (nth) => `第 ${nth} 张照片，已传好`,
  takeOut: (nth) => `不要第 ${nth} 张`,
  retry: '再传一次',
  unreadable: '这张图打不开，换一张照片试试。',
  tooMany: (most) => `最多 ${most} 张，多出来的没有添。`,
  unreachable: '没传上去，照片还在这里。网好了再传一次。',
  strip: '照片',
  open: (nth, of) => `打开第 ${nth} 张照片，共 ${of} 张`,
  removed: '这张照片拿掉了',
  remove: (nth) => `拿掉第 ${nth} 张`,
  removeSurely: '真的拿掉，找不回来',
  keep: '留着',
  removeFailed: '没有拿掉，请再试一次。',
}
