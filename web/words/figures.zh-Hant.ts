import type { MonthSums } from '../../shared/ledger/month.ts'
import type { FigureWords } from './keys/figures.ts'

const CHANNELS = {
  meeting: '會上說',
  form: '意見箱',
  call: '電話',
  paper: '紙條',
  visit: '入戶',
  import: '老臺賬',
} as const
const SUMS: Readonly<Partial<Record<keyof MonthSums, string>>> = {
  raised: '提的',
  responded: '有回音',
  due: '到日子',
  resolved: '按時辦成',
  overdue: '今天過了日子',
  rated: '評過',
  satisfied: '滿意或還可以',
  unrated: '沒人評',
  declined: '說明不辦',
}

export const words: FigureWords = {
  figuresTitle: '這半年',
  figuresWhat: '照臺賬一行一行數出來的，沒有人另填。只說事，不排人。',
  figuresUnreachable: '這半年的數沒取來。看看網，再試一次。',
  tooFew: '太少，不列',
  keptBack: '不足 5 件的太少，不列，免得對著人。',
  partOf: (part, whole) => `${part} / ${whole}`,
  figureSays: (title) => `${title}，數字在下面的表裡`,
  keptTitle: '按月兌現',
  keptWhat: '實的是按當時的日子辦成的，框是到日子的',
  ratesTitle: '三率',
  ratesWhat: '實的是做到的，框是該做的',
  responseRate: '有回話的',
  resolutionRate: '辦成的',
  satisfactionRate: '滿意的',
  besideRates: (unrated, declined) => `另有：沒人評 ${unrated}（不算滿意），說明不辦 ${declined}`,
  agesTitle: '沒辦完的，擱了多久',
  agesWhat: '從提起那天算',
  age: (over, upTo) =>
    upTo === null ? `${over} 天以上` : over === 0 ? `${upTo} 天內` : `${over + 1}–${upTo} 天`,
  channelsTitle: '從哪兒來的',
  channelsWhat: '這半年提的事',
  channel: (channel) => CHANNELS[channel],
  columnDue: '到日子',
  columnResolved: '按時辦成',
  columnRate: '哪一率',
  columnOf: '該做',
  columnSoMany: '做到',
  columnAge: '擱了',
  columnMatters: '幾件',
  columnChannel: '來路',
  columnPlace: '哪裡',
  belowTitle: '下面各處，按名字排',
  placesTogether: (names) => `${names.join('、')}（合著數）`,
  sumName: (name) => SUMS[name] ?? '',
}
