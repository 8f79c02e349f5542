import { partsOf } from '../../kernel/day.ts'
import type { MonthWords } from './month.ts'

export const words: MonthWords = {
  title: (first) => `${partsOf(first).year}年${partsOf(first).month}月，说到做到没有`,
  lead: '这一页的数都从台账里来，没有人另外填。',
  number: {
    promised: '件答应了',
    kept: '件办成',
    overdue: '件过了日子',
    moved: '次改期',
    handedUp: '件交上去',
    declined: '件说明办不了',
    unrated: '件没人评',
  },
  handedUpTo: (level) => `件交到${level}`,
  keptInTime: (keptInTime) => `办成的里，有 ${keptInTime} 件按头一回说的日子`,
  rate: { response: '有回话的', resolution: '办成的', satisfaction: '满意的' },
  rateWhat: {
    response: (responded, raised) => `这个月提了 ${raised} 件，有说法的 ${responded} 件`,
    resolution: (resolved, due) => `日子到了 ${due} 件，到日子办成的 ${resolved} 件`,
    satisfaction: (satisfied, rated) => `评了 ${rated} 回，满意或还可以的 ${satisfied} 回。没人评的不算满意`,
  },
  nothingToRate: '没有',
  overdueTitle: '过了日子，还没办成',
  keptTitle: '这个月办成',
  andMore: (count) => `还有 ${count} 件，见回音壁。`,
  village: '村',
  together: (count) => `其余 ${count} 个村`,
  tooFew: '太少，不列',
  tooFewWhat: '不到 5 件的不列，不到 5 件的村合在一起算，免得认出是谁家的事。',
  countersigned: '监督签字',
  notYet: '这个月还没到。',
  nothing: '这个月没有到日子的事，也没有新答应的事。',
  before: '上个月',
  after: '下个月',
}
