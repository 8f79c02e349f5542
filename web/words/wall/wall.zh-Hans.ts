import type { WallView } from '../../../shared/protocol/wall.ts'
import { isBad, type DoneAnswer, type SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import { DONE, SATISFIED, verdict } from '../../../shared/words/verdict/verdict.zh-Hans.ts'
import { chineseNumber } from '../../../shared/kernel/text/chinese-number.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

export const words = {
  ...everywhere,
  notBegun: '请坐，一会儿就开始',
  notBegunWhat: '扫一扫，先坐进来。',
  tonight: '今晚要说的事',
  saidBy: (name: string) => `${name}说`,
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  pleaseRead: (name: string) => `请${name}念一遍，点头才算数。`,
  hasNodded: (name: string, left: string) => `${name}点了头，${left}。`,
  promiseSeal: '诺',
  typedBy: '谁说的',
  typedByHint: '可以空着',
  putDone: '已存，主持人看过才上墙',
  keysHint: '按回车写一句，按 Esc 收起来',
  over: '今晚散了',
  codeTitle: '这面墙等着开会',
  codeWhat: '会一开，主持人的桌面上就有今晚的码。输进来，墙就接上。',
  /** Instead of the refusal, which sends people to the wall. */
  codeWrong: '没有这个码。今晚的码在主持人的桌面上，请照着再输一遍。',
  codeAsk: '今晚的码',
  codeNext: '下一场的码，主持人的桌面上有',
  connect: '接上',
  signed: '纪要签好了',
  signedWhat: '谁都能看。谢谢大家。',
  together: (names: string) => `和${names}一起`,
  lettersOver: (count: number) => `多了 ${count} 个字`,
  overWhat: '纪要签了字就公开。',
  /** What was promised before, one after another. */
  review: '上次答应的',
  reviewHint: '先看说到没做到',
  ofAll: (count: number) => `共${chineseNumber(count)}件`,
  nthOfAll: (no: number, count: number) => `${chineseNumber(count)}件里的第${chineseNumber(no)}件`,
  ownerSays: (owner: string, measure: string) => `${owner}说：${measure}`,
  firstSaid: '头一回说',
  movedNow: (times: number) => `改过${times === 1 ? '一' : '两'}次，现在`,
  againNow: '再办，现在',
  standsAt: '到今天',
  reportedOn: (day: string) => `${day}说是办好了`,
  daysLate: (days: number) => `过了 ${days} 天`,
  notYet: '还没说办好',
  photo: '照片',
  morePhotos: (count: number) => `照片 ${count} 张`,
  raiseHands: '举手评一评',
  done: (answer: DoneAnswer): string => DONE[answer],
  satisfied: (answer: SatisfiedAnswer): string => SATISFIED[answer],
  toBeCounted: '等着数',
  /** Below the answer whose hands are up, those behind it and those before it. */
  countedNow: '正在数',
  countedNext: '等一下数',
  counted: '数好了',
  hands: '只手',
  saidBefore: (done: string, satisfied: string) => `提的人说：${done}，${satisfied}。`,
  againBy: (day: string) => `要再办，${day}前。`,
  scanToJudge: '提这件事的人扫码能评，或打开',
  reviewed: (verdicts: WallView['reviewed']) => {
    const all = verdicts.reduce((sum, { count }) => sum + count, 0)
    const told = verdicts.map(
      (one) => `${verdict(one)}${all > 1 ? ` ${one.count} 件` : ''}${isBad(one) ? '，再办' : ''}`,
    )
    return `上次答应的评了 ${all} 件：${told.join('；')}`
  },
  overCounts: (answered: number, promised: number, passedOn: number) =>
    [
      answered ? `当场答了 ${answered} 件` : '',
      promised ? `答应了 ${promised} 件` : '',
      passedOn ? `转出 ${passedOn} 件` : '',
    ]
      .filter(Boolean)
      .join('，'),
}
export type WallWords = typeof words
