import { dayInWords } from '../days.ts'
import type { Day } from '../../kernel/day.ts'
import type { MonthWords } from './month.ts'

/** 1 November 2026, but for the day. */
const monthIn = (first: Day): string => dayInWords(first, 'en', '').replace(/^1 /, '')

export const words: MonthWords = {
  title: (first) => `${monthIn(first)}: what became of it`,
  lead: 'Every number on this page comes from the ledger; nobody filled it in.',
  number: {
    promised: 'promised',
    kept: 'kept',
    overdue: 'overdue',
    moved: 'days moved',
    handedUp: 'handed up',
    declined: 'declined',
    unrated: 'not judged',
  },
  handedUpTo: (level) => `handed up to the ${level}`,
  keptInTime: (keptInTime) => `${keptInTime} of those kept were kept by the first day`,
  rate: { response: 'Answered', resolution: 'Resolved', satisfaction: 'Satisfied' },
  rateWhat: {
    response: (responded, raised) => `${raised} raised this month, ${responded} with an outcome`,
    resolution: (resolved, due) => `${due} due by now, ${resolved} done by their day`,
    satisfaction: (satisfied, rated) =>
      `${rated} judged, ${satisfied} satisfied or acceptable. Silence does not count as satisfied`,
  },
  nothingToRate: 'none',
  overdueTitle: 'Past their day and not done',
  keptTitle: 'Kept this month',
  andMore: (count) => `${count} more are on the echo wall.`,
  village: 'Village',
  together: (count) => `${count} other villages`,
  tooFew: 'too few to list',
  tooFewWhat:
    'Fewer than 5 are not listed, and villages with fewer than 5 are counted together, so that nobody can be recognised.',
  countersigned: 'Countersigned by',
  notYet: 'This month has not come yet.',
  nothing: 'Nothing was due this month, and nothing new was promised.',
  before: 'Month before',
  after: 'Month after',
}
