import type { AccountWords } from './account.ts'

const DEVICES = { phone: '手机', computer: '电脑' } as const
const BROWSERS = {
  wechat: '微信',
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: '浏览器',
} as const

export const words: AccountWords = {
  title: '我的登录',
  lead: '密码只有自己知道，签的字才算自己的。',
  setBy: (name, when) => `您的密码是${name ?? '别人'}在${when}设的。`,
  setByWhat: '签字、办结以前，先设一个只有自己知道的。',
  resetAsked: (askedBy, confirmedBy, when) =>
    `${askedBy ?? '有人'}替您申请重设登录${confirmedBy === null ? '' : `，${confirmedBy}确认了`}，${when}。`,
  resetAskedWhat: '密码没丢，就请停下。码还没人用，什么都没变。',
  resetDone: (askedBy, confirmedBy, when) =>
    `您的登录在${when}重设过：${askedBy ?? '有人'}申请，${confirmedBy ?? '有人'}确认。`,
  stopReset: '停下，不重设',
  resetStopped: '停下了，登录还是原来的。',
  setOwn: '设自己的密码',
  oldPassword: '现在的密码',
  newPassword: '新密码',
  passwordWhat: (shortest) => `至少 ${shortest} 个字，一句好记的话就行`,
  again: '再输一遍',
  differ: '两遍不一样，请再输一遍。',
  save: '换成这个密码',
  saved: '密码换好了。别处登录着的都退出了，这里不用重新登录。',

  sessions: '在哪些地方登录着',
  sessionsWhat: '不认得的，或者别人的电脑，按一下就退出。三十天没用的会自己退出。',
  browser: (browser, device) => `${DEVICES[device]}上的${BROWSERS[browser]}`,
  sessionDays: (since, lastUsedOn) => `${since}登录，${lastUsedOn}用过`,
  thisOne: '就是这里',
  end: '退出这一处',
  endOthers: '别处的都退出',
  ended: '退出了。',
}
