import { mine } from '../../../shared/words/comments/comments.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { PhoneWords } from './phone.zh-Hans.ts'

export const words: PhoneWords = {
  ...everywhere,
  pageTitle: 'Say something',

  nameLabel: 'What shall we call you?',

  notBegun: 'The meeting has not begun',
  notBegunWhat: 'You can speak here as soon as the facilitator opens it. You may write your words now.',
  nowTalking: (title) => `Now: ${title}`,
  closed: 'This evening is over',
  seeMinutes: 'Read the minutes',

  whoMayKnow: 'Who may know that you said it?',
  laneOpen: 'With my name: ',
  laneOpenWhat: 'everybody can see it.',
  laneMasked: 'Without my name: ',
  laneMaskedWhat: 'only facilitator and recorder know.',
  laneOpenNeedsName: 'To show your name, please tell us first what to call you.',
  whatToSay: 'What you want to say',
  sayPlaceholder: 'Write here what you want to say',
  lettersLeft: (count) => `${count} letters left`,
  lettersOver: (count) => `${count} letters too many`,
  sendOpen: 'Send with my name',
  sendMasked: 'Send without my name',
  sending: 'Sending …',
  unsent: 'Not sent yet',
  notWrittenYet: 'Please write a few words first.',

  mine: 'What you said',
  mineWaiting: 'Not sent yet; it goes out when the line is back',
  became: mine,
  withdraw: 'Take back',
  onTheWall: 'On the wall',

  promisedBy: (name) => `${name} promised: `,
  minutes: 'Minutes',
  cutOff: 'No connection now; trying again. What you wrote is still here.',
  notDurable: 'Not saved on this phone: leave the page open until it is sent.',
  otherCode: 'Type another code',
  withdrawSure: 'Taken back, it will not be on the wall. Take it back?',
  matters: 'Promised tonight',
  mineKept: 'Saved; nobody has read it yet, the village goes on reading after the meeting',
  mineFiled: {
    minutes: () => 'Written into the minutes',
    appendix: () => 'In the appendix of the minutes',
    away: (reason) => `Read and put away: ${reason}`,
  },
  mineMatter: (no) => `Became matter ${no}`,
  myMatters: 'What became of what I raised',
  before: (day) => `by ${day}`,
}
