import type { MyPromiseWords } from './my-promise.ts'

export const words: MyPromiseWords = {
  notReadBack: '村里念一遍、点了头才算数',
  report: '报一报',
  photo: '拍张照',
  later: '晚几天',
  reportLabel: '办得怎么样了',
  reportSend: '报办好了',
  photoLabel: '拍的是什么',
  photoSend: '发上去',
  laterDay: '改到哪一天',
  laterWhy: '为什么要晚几天',
  laterSend: '请求晚几天',
  laterAsked: (day) => `请求改到${day}，等上面回话。`,
  laterOver: '日子到了，不能再改；办好了报一报，没办好到会上说。',
  photosComing: '照片还在传，传完再报。',
  writeFirst: '先写几个字。',
  reportedOn: (day) => `${day}报的办好了`,
}
