import type { ToolWords } from './keys/tools.ts'

export const tools: ToolWords = {
  moreTools: 'Order, download, calendar',
  savedViews: 'Saved views',
  keepView: 'Save this view',
  viewName: 'A name for it',
  viewKept: 'Saved; it is there on every computer you log in to.',
  viewForgotten: 'Forgotten.',
  forgetView: (name) => `Forget “${name}”`,
  calendar: 'Into my calendar',
  calendarTitle: 'Into the calendar of your phone',
  calendarWhat:
    'You get an address. The calendar of a phone or computer subscribes to it, and the days appear and change by themselves. Whoever has the address can read it, so keep it to yourself; you can take it back at any time.',
  calendarMake: (scope, place) => (scope === 'mine' ? 'What I promised' : `Everything of ${place}`),
  calendarMade: 'The address is shown this once; copy it now:',
  calendarAddress: 'Address of the calendar',
  calendarCopy: 'Copy',
  calendarCopied: 'Copied',
  calendarOwn: 'In use',
  calendarOf: (scope, place) => (scope === 'mine' ? `What I promised at ${place}` : `Everything of ${place}`),
  calendarSince: (day) => `since ${day}`,
  calendarRevoke: 'Take back',
  calendarRevokeSure: 'Take back: subscriptions end',
}
