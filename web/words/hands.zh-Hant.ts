import type { HandsWords } from './keys/hands.ts'

export const words: HandsWords = {
  fromBefore: '上次答應、說是辦好了的',
  reported: (owner, day) => `${owner}，${day}說是辦好了`,
  count: '數手',
  wasItDone: '辦成了沒有？',
  areYouSatisfied: '滿意嗎？',
  done: (answer) => ({ done: '辦成了', partly: '辦成了一部分', not: '沒辦成' })[answer],
  satisfied: (answer) => ({ satisfied: '滿意', acceptable: '還可以', not: '不滿意' })[answer],
  hands: (count) => `${count} 隻手`,
  twoTellers: '哪兩位數的',
  teller: (which) => `第${which}位`,
  notWhole: '兩個問題都要數，寫上數手的兩個人。',
  bothAgree: '兩人數的一樣，記下',
  counted: '記下了。沒辦成或不滿意的，自動再辦。',
  cancel: '先不數',
}
