import type { PhotoWords } from './keys/photos.ts'

export const words: PhotoWords = {
  label: '照片（不放也行）',
  hint: (most) => `最多 ${most} 張。照片裡的地點、機型會先去掉；別拍到人臉和門牌。大家都看得到。`,
  choose: '添照片',
  more: '再添一張',
  preparing: '正在縮小照片…',
  uploading: '正在傳照片…',
  taken: (nth) => `第 ${nth} 張照片，已傳好`,
  takeOut: (nth) => `不要第 ${nth} 張`,
  retry: '再傳一次',
  unreadable: '這張圖打不開，換一張照片試試。',
  tooMany: (most) => `最多 ${most} 張，多出來的沒有添。`,
  unreachable: '沒傳上去，照片還在這裡。網好了再傳一次。',
  strip: '照片',
  open: (nth, of) => `打開第 ${nth} 張照片，共 ${of} 張`,
  removed: '這張照片拿掉了',
  remove: (nth) => `拿掉第 ${nth} 張`,
  removeSurely: '真的拿掉，找不回來',
  keep: '留著',
  removeFailed: '沒有拿掉，請再試一次。',
}
