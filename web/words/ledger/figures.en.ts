import type { MonthSums } from '../../../shared/ledger/month/month.ts'
import type { FigureWords } from './figures.ts'

const CHANNELS = {
  meeting: 'at a meeting',
  form: 'opinion box',
  call: 'by phone',
  paper: 'slip of paper',
  visit: 'at a visit',
  import: 'old ledger',
} as const
const SUMS: Readonly<Partial<Record<keyof MonthSums, string>>> = {
  raised: 'raised',
  responded: 'answered',
  due: 'due',
  resolved: 'kept on time',
  overdue: 'late today',
  rated: 'rated',
  satisfied: 'satisfied or acceptable',
  unrated: 'unrated',
  declined: 'declined',
}

export const words: FigureWords = {
  figuresTitle: 'The last six months',
  figuresWhat:
    'Counted from the ledger line by line; nobody fills anything in. About matters, never a ranking of people.',
  figuresUnreachable: 'These numbers did not arrive. Check the network and try again.',
  tooFew: 'not shown separately',
  keptBack: 'What stands for fewer than five is not shown separately, so that it points at nobody.',
  partOf: (part, whole) => `${part} of ${whole}`,
  figureSays: (title) => `${title}; the numbers stand in the table below`,
  keptTitle: 'Kept, by month',
  keptWhat: 'Filled: done by the day that stood; frame: due that month',
  ratesTitle: 'Three rates',
  ratesWhat: 'Filled: achieved; frame: called for',
  responseRate: 'Answered',
  resolutionRate: 'Kept',
  satisfactionRate: 'Satisfied',
  besideRates: (unrated, declined) =>
    `Beside these: ${unrated} unrated (never counted as satisfied), ${declined} declined`,
  agesTitle: 'How long open matters have waited',
  agesWhat: 'Since the day they were raised',
  age: (over, upTo) =>
    upTo === null ? `over ${over} days` : over === 0 ? `up to ${upTo} days` : `${over + 1}–${upTo} days`,
  channelsTitle: 'Where matters come from',
  channelsWhat: 'Raised in these six months',
  channel: (channel) => CHANNELS[channel],
  columnDue: 'Due',
  columnResolved: 'Kept on time',
  columnRate: 'Rate',
  columnOf: 'Called for',
  columnSoMany: 'Achieved',
  columnAge: 'Waited',
  columnMatters: 'Matters',
  columnChannel: 'From',
  columnPlace: 'Place',
  belowTitle: 'The places below, by name',
  placesTogether: (names) => `${names.join(', ')} (together)`,
  sumName: (name) => SUMS[name] ?? '',
}
