import type { MyPromiseWords } from './keys/my-promise.ts'

export const words: MyPromiseWords = {
  notReadBack: '村裡念一遍、點了頭才算數',
  report: '報一報',
  photo: '拍張照',
  later: '晚幾天',
  reportLabel: '辦得怎麼樣了',
  reportSend: '報辦好了',
  photoLabel: '拍的是什麼',
  photoSend: '發上去',
  laterDay: '改到哪一天',
  laterWhy: '為什麼要晚幾天',
  laterSend: '請求晚幾天',
  laterAsked: (day) => `請求改到${day}，等上面回話。`,
  laterOver: '日子到了，不能再改；辦好了報一報，沒辦好到會上說。',
  photosComing: '照片還在傳，傳完再報。',
  writeFirst: '先寫幾個字。',
  reportedOn: (day) => `${day}報的辦好了`,
}
