import type { MonthSums } from '../../../shared/ledger/month/month.ts'
import type { FigureWords } from './figures.ts'

const CHANNELS = {
  meeting: '会上说',
  form: '意见箱',
  call: '电话',
  paper: '纸条',
  visit: '入户',
  import: '老台账',
} as const
const SUMS: Readonly<Partial<Record<keyof MonthSums, string>>> = {
  raised: '提的',
  responded: '有回音',
  due: '到日子',
  resolved: '按时办成',
  overdue: '今天过了日子',
  rated: '评过',
  satisfied: '满意或还可以',
  unrated: '没人评',
  declined: '说明不办',
}

export const words: FigureWords = {
  figuresTitle: '这半年',
  figuresWhat: '照台账一行一行数出来的，没有人另填。只说事，不排人。',
  figuresUnreachable: '这半年的数没取来。看看网，再试一次。',
  tooFew: '太少，不列',
  keptBack: '不足 5 件的太少，不列，免得对着人。',
  partOf: (part, whole) => `${part} / ${whole}`,
  figureSays: (title) => `${title}，数字在下面的表里`,
  keptTitle: '按月兑现',
  keptWhat: '实的是按当时的日子办成的，框是到日子的',
  ratesTitle: '三率',
  ratesWhat: '实的是做到的，框是该做的',
  responseRate: '有回话的',
  resolutionRate: '办成的',
  satisfactionRate: '满意的',
  besideRates: (unrated, declined) => `另有：没人评 ${unrated}（不算满意），说明不办 ${declined}`,
  agesTitle: '没办完的，搁了多久',
  agesWhat: '从提起那天算',
  age: (over, upTo) =>
    upTo === null ? `${over} 天以上` : over === 0 ? `${upTo} 天内` : `${over + 1}–${upTo} 天`,
  channelsTitle: '从哪儿来的',
  channelsWhat: '这半年提的事',
  channel: (channel) => CHANNELS[channel],
  columnDue: '到日子',
  columnResolved: '按时办成',
  columnRate: '哪一率',
  columnOf: '该做',
  columnSoMany: '做到',
  columnAge: '搁了',
  columnMatters: '几件',
  columnChannel: '来路',
  columnPlace: '哪里',
  belowTitle: '下面各处，按名字排',
  placesTogether: (names) => `${names.join('、')}（合着数）`,
  sumName: (name) => SUMS[name] ?? '',
}
