import { dayInWords } from '../../../shared/words/days.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'
import type { InvitedWords } from './invited.ts'

export const words: InvitedWords = {
  ...everywhere,
  pageTitle: '请帖',
  codeTitle: '照着请帖写八个字',
  codeWhat: '字不分大小，中间的横可以不写。',
  code: '请帖上的八个字',
  codeHint: '比如：4Q7M-8KXT',
  open: '打开请帖',
  from: (place) => `${place}请`,
  title: (name, place, title) => `${name}来当${place}${title}`,
  resetTitle: (name, place) => `重设${place}${name}的登录`,
  until: (day) => `${dayInWords(day, 'zh-Hans')}前有效，用一次。`,
  loginName: '登录名',
  loginHint: '以后登录用。手机号、拼音、名字都行。',
  password: '密码',
  passwordHint: (shortest) => `至少 ${shortest} 个字，自己定，谁也看不见。`,
  showPassword: '让我看见密码',
  passwordAgain: '密码再写一遍',
  passwordsDiffer: '两遍写得不一样，请照着再写一遍。',
  accept: '接下，进去看看',
  accepting: '正在开门……',
  otherCode: '换八个字',
  notSent: '没发出去，您写的还在这里。看看网，再按一次。',
}
