import { dayInWords } from '../../shared/words/days.ts'
import { everywhere } from './everywhere.zh-Hant.ts'
import type { InvitedWords } from './keys/invited.ts'

export const words: InvitedWords = {
  ...everywhere,
  pageTitle: '請帖',
  codeTitle: '照著請帖寫八個字',
  codeWhat: '字不分大小，中間的橫可以不寫。',
  code: '請帖上的八個字',
  codeHint: '比如：4Q7M-8KXT',
  open: '打開請帖',
  from: (place) => `${place}請`,
  title: (name, place, title) => `${name}來當${place}${title}`,
  until: (day) => `${dayInWords(day, 'zh-Hant')}前有效，用一次。`,
  loginName: '登入名稱',
  loginHint: '以後登入用。手機號碼、拼音、名字都行。',
  password: '密碼',
  passwordHint: (shortest) => `至少 ${shortest} 個字，自己定，誰也看不見。`,
  showPassword: '讓我看見密碼',
  passwordAgain: '密碼再寫一遍',
  passwordsDiffer: '兩遍寫得不一樣，請照著再寫一遍。',
  accept: '接下，進去看看',
  accepting: '正在開門……',
  otherCode: '換八個字',
  notSent: '沒發出去，您寫的還在這裡。看看網路，再按一次。',
}
