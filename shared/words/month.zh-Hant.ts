import { partsOf } from '../kernel/day.ts'
import type { MonthWords } from './month.ts'

export const words: MonthWords = {
  title: (first) => `${partsOf(first).year}年${partsOf(first).month}月，說到做到沒有`,
  lead: '這一頁的數都從臺賬裡來，沒有人另外填。',
  number: {
    promised: '件答應了',
    kept: '件辦成',
    overdue: '件過了日子',
    moved: '次改期',
    handedUp: '件交上去',
    declined: '件說明辦不了',
    unrated: '件沒人評',
  },
  handedUpTo: (level) => `件交到${level}`,
  keptInTime: (keptInTime) => `辦成的裡，有 ${keptInTime} 件按頭一回說的日子`,
  rate: { response: '有回話的', resolution: '辦成的', satisfaction: '滿意的' },
  rateWhat: {
    response: (responded, raised) => `這個月提了 ${raised} 件，有說法的 ${responded} 件`,
    resolution: (resolved, due) => `日子到了 ${due} 件，到日子辦成的 ${resolved} 件`,
    satisfaction: (satisfied, rated) => `評了 ${rated} 回，滿意或還可以的 ${satisfied} 回。沒人評的不算滿意`,
  },
  nothingToRate: '沒有',
  overdueTitle: '過了日子，還沒辦成',
  keptTitle: '這個月辦成',
  andMore: (count) => `還有 ${count} 件，見回音壁。`,
  village: '村',
  together: (count) => `其餘 ${count} 個村`,
  tooFew: '太少，不列',
  tooFewWhat: '不到 5 件的不列，不到 5 件的村合在一起算，免得認出是誰家的事。',
  countersigned: '監督簽字',
  notYet: '這個月還沒到。',
  nothing: '這個月沒有到日子的事，也沒有新答應的事。',
  before: '上個月',
  after: '下個月',
}
