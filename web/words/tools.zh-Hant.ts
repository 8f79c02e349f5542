import type { ToolWords } from './keys/tools.ts'

export const tools: ToolWords = {
  moreTools: '排序、下載和日曆',
  savedViews: '存下的看法',
  keepView: '存下這樣看',
  viewName: '起個名字',
  viewKept: '存下了，換台電腦也在。',
  viewForgotten: '不留了。',
  forgetView: (name) => `不留「${name}」`,
  calendar: '放進日曆',
  calendarTitle: '放進手機日曆',
  calendarWhat:
    '拿到一個地址，手機或電腦的日曆訂閱它，日子就自己出現、自己改。誰有這個地址誰就看得見，別轉給旁人；不要了隨時作廢。',
  calendarMake: (scope, place) => (scope === 'mine' ? '要我答應的' : `要${place}全部的`),
  calendarMade: '地址只顯示這一回，現在就複製走：',
  calendarAddress: '日曆地址',
  calendarCopy: '複製',
  calendarCopied: '複製好了',
  calendarOwn: '正在用的',
  calendarOf: (scope, place) => (scope === 'mine' ? `我在${place}答應的` : `${place}全部的`),
  calendarSince: (day) => `${day}要的`,
  calendarRevoke: '作廢',
  calendarRevokeSure: '作廢，訂閱的都會斷',
}
