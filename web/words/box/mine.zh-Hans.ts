import type { ConcernState } from '../../../shared/concerns/concern.ts'
import type { Judge } from '../../../shared/ratings/rating.ts'
import { timelineWordsBy } from '../../../shared/words/terms.zh-Hans.ts'
import { DONE, SATISFIED } from '../../../shared/words/verdict/verdict.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

const WHO = { hall: '会上举手', self: '您', raiser: '提这件事的人' } as const

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '收到了，村里先跟您把话对准',
  recorded: '记下了，等着答复',
  answered: '答复了',
  promised: '有人答应办',
  referred: '转到该管的地方了',
  assembly: '要上村民会议',
  declined: '说明了为什么不办',
  rated: '您评过了',
  closed: '了结了',
  reopened: '还要再办',
  withdrawn: '您收回了',
  merged: '和同样的事并在一起了',
}

/** What became of what a phone raised; fetched when somebody wants to read it. */
export const words = {
  ...timelineWordsBy(WHO),
  ...everywhere,
  /** To the evening that the phone sits in. */
  backTo: (title: string) => `回到「${title}」`,
  none: '这部手机还没提过事',
  noneWhat: '在会上说的、投进意见箱的，都会列在这里，一直看得到下文。',
  bookmark: '把这一页收藏起来，过几天再来看。换手机，用上面的码。',
  lookAgain: '看看有没有新消息',
  readAt: (time: string) => `${time} 看的`,
  /** No matter of this phone has the address. */
  notHere: '这部手机上没有这件事',
  notHereWhat: '要是在别的手机上提的，写上那部手机的八个字，就都看得到。',
  /** To the opinion box, for one who has raised something before. */
  sayMore: '再提一件事',
  state: STATES,
  /** Reported done, and nobody has judged it. */
  stateDone: '说是办好了，您看看好了没有',
  holder: (place: string) => `现在在${place}手里`,
  offered: (place: string, day: string) => `报到${place}了，${day}前回话`,
  mergedInto: (no: number) => `并到第 ${no} 号里一起办`,

  judgedBy: (by: Judge) => `${WHO[by]}评过了`,
  /** What others said, and that whoever reads it may say otherwise. */
  othersSaid: (by: Judge, done: string, satisfied: string) =>
    `${WHO[by]}评的是：${done}，${satisfied}。您要是不这么看，可以说。`,

  aboutPromise: (measure: string) => `${measure}：`,
  isDone: '办成了吗？',
  isSatisfied: '您满意吗？',
  done: DONE,
  satisfied: SATISFIED,
  wordLabel: '还想说一句（可以空着，只有工作人员看）',
  judge: '就这样评',
  judging: '正在存……',
  changeAnswer: '改我的评价',
  askedNow: '请您评一评',
  mayAnswer: '现在就能评',
  chooseBoth: '两个问题都点一下，再评。',
  youSaid: (done: string, satisfied: string) => `您评的是：${done}，${satisfied}。`,
  changeUntil: (day: string) => `${day}以前都能改。`,
  silence: '不评，就记「没评」，不算满意。',
  badMeans: '点了「没办成」或「不满意」，这件事马上再办，这句评价就不能改了。',

  withdraw: '收回这件事',
  withdrawSure: '收回了就不再办。真的收回？',

  waitingForYou: (count: number) => `等您看 ${count} 件`,
  pastTheDay: (count: number) => `过了日子 ${count} 件`,
  fromTheStart: '从头看',
  publicPage: '大家看得到的那一页',
  notPublic: '现在只有您和工作人员看得到，话对准了再公开。',
  youJoined: '您也说过一声。办成没办成，由头一个提的人说。',

  photoNo: (nth: number) => `办成什么样的照片，第 ${nth} 张`,
  promisesTitle: '我答应办的',
  matters: (count: number) => `${count} 件`,
}
export type MineWords = typeof words
