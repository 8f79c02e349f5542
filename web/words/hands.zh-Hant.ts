import type { HandsWords } from './keys/hands.ts'

const DONE = { done: '辦成了', partly: '辦成了一部分', not: '沒辦成' }
const SATISFIED = { satisfied: '滿意', acceptable: '還可以', not: '不滿意' }

export const words: HandsWords = {
  fromBefore: '上次答應的',
  judged: (judged, of) => `評了 ${judged} / ${of}`,
  reportedOn: (day) => `${day}說是辦好了`,
  dueOn: (day) => `${day}前`,
  late: (days) => `過了 ${days} 天`,
  again: (day) => `沒辦成，${day}前再辦`,
  said: (answers) => `大家說${DONE[answers.done]}，${SATISFIED[answers.satisfied]}`,
  firstDay: (day) => `頭一回說 ${day}`,
  nowDay: (day) => `現在 ${day}`,
  photo: '照片',
  judgeIt: '就這樣評',
  hallJudges: '一會兒大家舉手評。',
  handsUp: (counts) => `大家正在舉手：${counts.join('，')}`,
  next: '下一件',
  lastOfThem: '上次答應的都看過了。',
  inMinutes: (measure, { done, satisfied, tellers }) =>
    `「${measure}」，舉手：辦成了 ${done.done}，辦成了一部分 ${done.partly}，沒辦成 ${done.not}；滿意 ${satisfied.satisfied}，還可以 ${satisfied.acceptable}，不滿意 ${satisfied.not}。${tellers.join('、')}數的。`,
  count: '數手',
  wasItDone: '辦成了沒有？',
  areYouSatisfied: '滿意嗎？',
  done: (answer) => DONE[answer],
  satisfied: (answer) => SATISFIED[answer],
  hands: (count) => `${count} 隻手`,
  twoTellers: '哪兩位數的',
  teller: (which) => `第${which}位`,
  notWhole: '兩個問題都要數，寫上數手的兩個人。',
  bothAgree: '兩人數的一樣，記下',
  counted: '記下了。沒辦成或不滿意的，自動再辦。',
  cancel: '先不數',
  countedElsewhere: '牆上寫着「正在數」：是另一台電腦在數。',
  endCount: '不數了',
}
