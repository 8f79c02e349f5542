import type { HandsWords } from './hands.ts'

const DONE = { done: '办成了', partly: '办成了一部分', not: '没办成' }
const SATISFIED = { satisfied: '满意', acceptable: '还可以', not: '不满意' }

const WHO = { hands: '大家', phone: '提的人用手机', told: '提的人' }

export const words: HandsWords = {
  fromBefore: '上次答应的',
  judged: (judged, of) => `评了 ${judged} / ${of}`,
  reportedOn: (day) => `${day}说是办好了`,
  dueOn: (day) => `${day}前`,
  late: (days) => `过了 ${days} 天`,
  again: (day) => `没办成，${day}前再办`,
  said: (answers) => `${WHO[answers.channel]}说${DONE[answers.done]}，${SATISFIED[answers.satisfied]}`,
  firstDay: (day) => `头一回说 ${day}`,
  nowDay: (day) => `现在 ${day}`,
  photo: '照片',
  judgeIt: '就这样评',
  hallJudges: '一会儿大家举手评。',
  handsUp: (counts) => `大家正在举手：${counts.join('，')}`,
  next: '下一件',
  lastOfThem: '上次答应的都看过了。',
  inMinutes: (measure, { done, satisfied, tellers }) =>
    `「${measure}」，举手：办成了 ${done.done}，办成了一部分 ${done.partly}，没办成 ${done.not}；满意 ${satisfied.satisfied}，还可以 ${satisfied.acceptable}，不满意 ${satisfied.not}。${tellers.join('、')}数的。`,
  count: '数手',
  wasItDone: '办成了没有？',
  areYouSatisfied: '满意吗？',
  done: (answer) => DONE[answer],
  satisfied: (answer) => SATISFIED[answer],
  hands: (count) => `${count} 只手`,
  twoTellers: '哪两位数的',
  teller: (which) => `第${which}位`,
  notWhole: '两个问题都要数，写上数手的两个人。',
  notNumbers: '手数只写数字，没有人举手就写 0。',
  nothingToCount: (measure, standing) => `「${measure}」${standing}，不用再数手。`,
  runsUntil: (day) => `${day}前再办`,
  bothAgree: '两人数的一样，记下',
  counted: '记下了。没办成或不满意的，自动再办。',
  cancel: '先不数',
  countedElsewhere: '墙上写着「正在数」：是另一台电脑在数。',
  endCount: '不数了',
}
