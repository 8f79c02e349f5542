import type { HandsWords } from './keys/hands.ts'

export const words: HandsWords = {
  fromBefore: '上次答应、说是办好了的',
  reported: (owner, day) => `${owner}，${day}说是办好了`,
  count: '数手',
  wasItDone: '办成了没有？',
  areYouSatisfied: '满意吗？',
  done: (answer) => ({ done: '办成了', partly: '办成了一部分', not: '没办成' })[answer],
  satisfied: (answer) => ({ satisfied: '满意', acceptable: '还可以', not: '不满意' })[answer],
  hands: (count) => `${count} 只手`,
  twoTellers: '哪两位数的',
  teller: (which) => `第${which}位`,
  notWhole: '两个问题都要数，写上数手的两个人。',
  bothAgree: '两人数的一样，记下',
  counted: '记下了。没办成或不满意的，自动再办。',
  cancel: '先不数',
}
