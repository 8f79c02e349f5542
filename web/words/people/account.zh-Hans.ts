import type { AccountWords } from './account.ts'

export const words: AccountWords = {
  title: '我的登录',
  lead: '密码只有自己知道，签的字才算自己的。',
  setBy: (name, when) => `您的密码是${name ?? '别人'}在${when}设的。`,
  setByWhat: '签字、办结以前，先设一个只有自己知道的。',
  setOwn: '设自己的密码',
  oldPassword: '现在的密码',
  newPassword: '新密码',
  passwordWhat: (shortest) => `至少 ${shortest} 个字，一句好记的话就行`,
  again: '再输一遍',
  differ: '两遍不一样，请再输一遍。',
  save: '换成这个密码',
  saved: '密码换好了。别处登录着的都退出了，这里不用重新登录。',
}
