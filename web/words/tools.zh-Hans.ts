import type { ToolWords } from './keys/tools.ts'

export const tools: ToolWords = {
  moreTools: '排序、下载和日历',
  savedViews: '存下的看法',
  keepView: '存下这样看',
  viewName: '起个名字',
  viewKept: '存下了，换台电脑也在。',
  viewForgotten: '不留了。',
  forgetView: (name) => `不留「${name}」`,
  calendar: '放进日历',
  calendarTitle: '放进手机日历',
  calendarWhat:
    '拿到一个地址，手机或电脑的日历订阅它，日子就自己出现、自己改。谁有这个地址谁就看得见，别转给旁人；不要了随时作废。',
  calendarMake: (scope, place) => (scope === 'mine' ? '要我答应的' : `要${place}全部的`),
  calendarMade: '地址只显示这一回，现在就复制走：',
  calendarAddress: '日历地址',
  calendarCopy: '复制',
  calendarCopied: '复制好了',
  calendarOwn: '正在用的',
  calendarOf: (scope, place) => (scope === 'mine' ? `我在${place}答应的` : `${place}全部的`),
  calendarSince: (day) => `${day}要的`,
  calendarRevoke: '作废',
  calendarRevokeSure: '作废，订阅的都会断',
}
