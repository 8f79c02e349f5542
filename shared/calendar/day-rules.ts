import {
  addDays,
  addMonths,
  dayFrom,
  daysInMonth,
  endOfMonth,
  isDay,
  partsOf,
  weekdayOf,
  type Day,
} from '../kernel/day.ts'
import type { Calendar } from './calendar.ts'
import { addWorkingDays } from './counting.ts'

type Found = readonly (string | undefined)[]

/** One way in which people name a day. */
export interface DayRule {
  readonly typed: string
  /** Within a sentence it needs more around it; null: only what is typed alone is read like this. */
  readonly said: string | null
  /** A stretch of time: "before" it means the past. */
  readonly isSpan: boolean
  readonly day: (found: Found, today: Day, calendar: Calendar) => Day | null
}

const DIGITS = '零一二三四五六七八九'
const NUMERALS = '零〇一二两兩三四五六七八九十廿卅'
const N = `(?<![\\d${NUMERALS}第几幾])(\\d{1,3}|[${NUMERALS}]{1,3})`
const WEEK = '(?:周|週|星期|礼拜|禮拜)'
const WEEKDAY = '([一二三四五六日天末])'
const YEAR = '(今年|本年|明年|后年|後年|去年|前年|\\d{4}年)'
const NEXT = '(?:下[个個]?)+'
const THIS = '[这這][个個]?|本|当|當'
const END = '底|末|上旬|中旬|下旬'
const WITHIN = '(?:之内|之內|以内|以內|内|內)'
const AFTER = '(?:之后|之後|以后|以後|后|後)'
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = `(${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`

/** 12, 十二, 廿三 and 两 as numbers; 三五 and 两三 are none. */
export function count(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const plain = words
    .replace(/[两兩]/g, '二')
    .replace('〇', '零')
    .replace('廿', '二十')
    .replace('卅', '三十')
  if (/^[零一二三四五六七八九]$/.test(plain)) return DIGITS.indexOf(plain)
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain) ?? []
  if (tens === undefined) return Number.NaN
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

const existing = (year: number, month: number, date: number): Day | null => {
  const day = dayFrom(year, month, date)
  return isDay(day) ? day : null
}

const YEARS_ON: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 后: 2, 後: 2, 去: -1, 前: -2 }
const yearSaid = (word: string, today: Day): number =>
  /^\d{4}/.test(word) ? Number(word.slice(0, 4)) : partsOf(today).year + (YEARS_ON[word[0]!] ?? 0)

/** This month's tenth or, once that is over, next month's. */
function nextDate(date: number, today: Day): Day | null {
  const { year, month } = partsOf(today)
  const now = existing(year, month, date)
  if (now !== null && now >= today) return now
  return month === 12 ? existing(year + 1, 1, date) : existing(year, month + 1, date)
}

function nextMonthDay(month: number, date: number, today: Day): Day | null {
  const { year } = partsOf(today)
  const now = existing(year, month, date)
  return now !== null && now >= today ? now : existing(year + 1, month, date)
}

/** Of a month: its end, or the last day of its first or second ten. */
function partOfMonth(year: number, month: number, part = ''): Day | null {
  if (!(month >= 1 && month <= 12)) return null
  const date = part === '上旬' ? 10 : part === '中旬' ? 20 : daysInMonth(year, month)
  return dayFrom(year, month, date)
}

function partOfNamedMonth(month: number, part: string, today: Day): Day | null {
  const { year } = partsOf(today)
  const now = partOfMonth(year, month, part)
  return now !== null && now < today ? partOfMonth(year + 1, month, part) : now
}

const lettersIn = (word: string, letter: string): number => word.split(letter).length - 1

/** 这个月 is 0, 下个月 1, 下下个月 2. */
function inMonthSaid(word: string, date: string | undefined, part: string, today: Day): Day | null {
  const { year, month } = partsOf(addMonths(`${today.slice(0, 8)}01`, lettersIn(word, '下')))
  return date === undefined ? partOfMonth(year, month, part) : existing(year, month, count(date))
}

const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
const fromMonday = (word: string): number => (/[日天末]/.test(word) ? 6 : count(word) - 1)

function weekdaySaid(week: string, weekday: string, today: Day): Day {
  const day = addDays(mondayOf(today), 7 * lettersIn(week, '下') + fromMonday(weekday))
  return week === '' && day < today ? addDays(day, 7) : day
}

function nextWeekday(weekday: number, today: Day): Day {
  const day = addDays(mondayOf(today), weekday)
  return day < today ? addDays(day, 7) : day
}

function english(monthName: string, date: string, year: string | undefined, today: Day): Day | null {
  const month = ENGLISH_MONTHS.indexOf(monthName) + 1
  return year ? existing(Number(year), month, Number(date)) : nextMonthDay(month, Number(date), today)
}

const finite = (days: number, from: (days: number) => Day): Day | null =>
  Number.isFinite(days) ? from(days) : null
const inDays = (today: Day, days: number): Day | null => finite(days, (some) => addDays(today, some))
const inMonths = (today: Day, months: number): Day | null => finite(months, (some) => addMonths(today, some))

type Read = DayRule['day']
/** What is read alike alone and in a sentence. */
const named = (pattern: string, day: Read): DayRule => ({ typed: pattern, said: pattern, isSpan: false, day })
const only = (typed: string, day: Read): DayRule => ({ typed, said: null, isSpan: false, day })
const saidAs = (typed: string, said: string, day: Read): DayRule => ({ typed, said, isSpan: false, day })

// "Three days without water" names no day; "in three days", "three days from now", "another three days" do.
const AHEAD = `(?:${WITHIN}|${AFTER}|里|裡|就|把|给|給|[办辦修搞弄完解答清换換装裝])`
const GIVEN = '再过|再過|再给|再給|给我|給我|最多|顶多|頂多|不超过|不超過|限|争取|爭取'
const span = (pattern: string, day: Read): DayRule => ({
  typed: `\\+?${pattern}`,
  said: `(?<![每前近])(?:${pattern}(?=${AHEAD})|(?<=${GIVEN})${pattern})`,
  isSpan: true,
  // Each alternative has groups of its own.
  day: (found, today, calendar) =>
    day(
      found.filter((group) => group !== undefined),
      today,
      calendar,
    ),
})

// A number with 号 behind it is as often a lamp post, a house or a line.
const DATE_THEN =
  '(?:以前|之前|前(?![面头頭边邊后後])|那天|一早|早上|上午|中午|下午|晚|就|把|给|給|到期|为止|為止|截止|左右|[去来來交](?!年))'
const DATE_ALONE = `(?<=^|[，,。；;：:到定在于於我])`
const SENTENCE_END = '(?=$|[，,。！!；;])'

export const DAY_RULES: readonly DayRule[] = [
  named('(?<!\\d)(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号號]?', ([y, m, d]) =>
    existing(+y!, +m!, +d!),
  ),
  saidAs(
    `${YEAR}${N}月(?:份)?${N}[日号號]?`,
    `${YEAR}${N}月(?:份)?${N}(?:[日号號]|${SENTENCE_END})`,
    ([y, m, d], today) => existing(yearSaid(y!, today), count(m!), count(d!)),
  ),
  saidAs(
    `${N}月(?:份)?${N}[日号號]?`,
    `${N}月(?:份)?${N}(?:[日号號]|(?=$|[前以之到，,。；;]))`,
    ([m, d], today) => nextMonthDay(count(m!), count(d!), today),
  ),
  only('(\\d{1,2})[-/.](\\d{1,2})', ([m, d], today) => nextMonthDay(+m!, +d!, today)),
  named(`(\\d{1,2}) ?${MONTH_NAME}(?: ?(\\d{4}))?`, ([d, m, y], today) => english(m!, d!, y, today)),
  named(`${MONTH_NAME} ?(\\d{1,2})(?:,? ?(\\d{4}))?`, ([m, d, y], today) => english(m!, d!, y, today)),
  named(`${YEAR}${N}月(?:份)?(${END})?(?![${NUMERALS}\\d])`, ([y, m, part], today) =>
    partOfMonth(yearSaid(y!, today), count(m!), part),
  ),
  named(`${N}月(?:份)?(${END})`, ([m, part], today) => partOfNamedMonth(count(m!), part!, today)),
  saidAs(
    `(${NEXT}|${THIS})月(?:份)?(?:${N}[日号號]?|(${END}|${WITHIN})?)`,
    `(?:(${NEXT})月(?:份)?(?:${N}[日号號]|(${END}|${WITHIN})?)|(${THIS})月(?:份)?(?:${N}[日号號]|(${END}|${WITHIN})))`,
    (found, today) => {
      const [word, date, part] = found[0] === undefined ? found.slice(-3) : found
      return inMonthSaid(word!, date, part ?? '', today)
    },
  ),
  saidAs(
    '月(?:底|末)|end of (?:the )?month',
    `(?<![上下个個份\\d${NUMERALS}])月(?:底|末)|endof(?:the)?month`,
    (_, today) => endOfMonth(today),
  ),
  named(`${YEAR}年?(?:底|末|终|終|${WITHIN})`, ([y], today) => dayFrom(yearSaid(y!, today), 12, 31)),
  named(`${YEAR}?([上下])半年`, ([y, half], today) =>
    half === '上'
      ? dayFrom(yearSaid(y ?? '今年', today), 6, 30)
      : dayFrom(yearSaid(y ?? '今年', today), 12, 31),
  ),
  saidAs('年(?:底|末|终|終)|end of (?:the )?year', '年(?:底|末|终|終)|endof(?:the)?year', (_, today) =>
    dayFrom(partsOf(today).year, 12, 31),
  ),
  named(`(${NEXT}|[这這][个個]?|本)?${WEEK}${WEEKDAY}`, ([week = '', weekday], today) =>
    weekdaySaid(week, weekday!, today),
  ),
  saidAs(
    `(${NEXT}|[这這][个個]?|本)${WEEK}${WITHIN}?`,
    `(?:(${NEXT})${WEEK}|([这這][个個]?|本)${WEEK}(?=${WITHIN}|[里裡就把]))(?!${WEEKDAY})`,
    (found, today) =>
      addDays(mondayOf(today), 7 * lettersIn(found.slice(0, 2).find(Boolean) ?? '', '下') + 6),
  ),
  named(`(${ENGLISH_DAYS.join('|')})(?:day|sday|nesday|rsday|urday)?\\b`, ([w], today) =>
    nextWeekday((ENGLISH_DAYS.indexOf(w!) + 6) % 7, today),
  ),
  span(`${N}[个個]半月`, ([n], today) => {
    const day = inMonths(today, count(n!))
    return day && addDays(day, 15)
  }),
  span('(?<![上下前后後])半[个個]?月', (_, today) => addDays(today, 15)),
  span(`${N}[个個]月`, ([n], today) => inMonths(today, count(n!))),
  span('(?<![上下前后後大小])半年', (_, today) => addMonths(today, 6)),
  span(`${N}年半`, ([n], today) => inMonths(today, 12 * count(n!) + 6)),
  span(`${N}年`, ([n], today) => inMonths(today, 12 * count(n!))),
  span(`${N}[个個]?${WEEK}`, ([n], today) => inDays(today, 7 * count(n!))),
  named('(?<!\\d)(\\d{1,2}|a|one|two) ?weeks?\\b', ([n], today) =>
    addDays(today, 7 * (Number(n) || (n === 'two' ? 2 : 1))),
  ),
  {
    ...named(`${N} ?[个個]?(?:工作日|工作天|working ?days?)`, ([n], today, calendar) =>
      finite(count(n!), (days) => addWorkingDays(calendar, today, days)),
    ),
    isSpan: true,
  },
  only('[当當][场場]|on the spot', (_, today) => today),
  span(`${N} ?[个個]?(?:天|days?|自然日)`, ([n], today) => inDays(today, count(n!))),
  span(`${N}日(?=${WITHIN})`, ([n], today) => inDays(today, count(n!))),
  span(`${N}[个個]?(?:小时|小時|钟头|鐘頭)`, ([n], today) => inDays(today, Math.floor(count(n!) / 24))),
  named('大[后後]天', (_, today) => addDays(today, 3)),
  named('(?<![以之大天])[后後]天', (_, today) => addDays(today, 2)),
  named('明(?:天|日|早|晚)|tomorrow', (_, today) => addDays(today, 1)),
  saidAs(
    '今(?:天|日|晚)|当天|當天|today|tonight',
    '(?:今(?:天|日|晚)|当天|當天|today|tonight)(?=$|[。！!，,]$|.{0,6}[就前内內把给給去办辦修换換])(?!.{0,6}[过過])',
    (_, today) => today,
  ),
  saidAs(
    `${N}[日号號]`,
    `(?<![年月份])(?:${N}[日号號](?=${DATE_THEN})|${DATE_ALONE}${N}[日号號]${SENTENCE_END})`,
    (found, today) => nextDate(count(found.slice(0, 2).find(Boolean) ?? ''), today),
  ),
  only('\\+(\\d{1,3})', ([n], today) => addDays(today, +n!)),
  only(N, ([d], today) => nextDate(count(d!), today)),
]
