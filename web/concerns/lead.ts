import type { Day } from '../../shared/kernel/day.ts'
import type { MyMatter } from '../../shared/ledger/mine.ts'
import type { MineWords } from '../words/box/mine.zh-Hans.ts'
import { daysLeft, isAsked, isReported, stateOf } from '../../shared/ledger/mine-order.ts'

export interface Lead {
  readonly tone: '' | 'kept' | 'late'
  readonly text: string
}

/** The first words about a matter: what is asked of her, that it is late, how long it runs, or where it is. */
export function leadOf(matter: MyMatter, today: Day, words: MineWords): Lead {
  const left = daysLeft(matter, today)
  const state = stateOf(matter)
  const judged = state === 'rated' ? matter.questions.find((one) => one.judged)?.judged : null
  if (isReported(matter)) return { tone: 'kept', text: words.stateDone }
  if (isAsked(matter)) return { tone: 'kept', text: words.askedNow }
  if (left !== null)
    return left < 0 ? { tone: 'late', text: words.daysLate(-left) } : { tone: '', text: words.daysLeft(left) }
  if (judged) return { tone: 'kept', text: words.judgedBy(judged.by) }
  return { tone: state === 'reopened' ? 'late' : '', text: words.state[state] }
}
