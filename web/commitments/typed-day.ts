import { COUNTRY, type Calendar } from '../../shared/calendar/calendar.ts'
import { addWorkingDays } from '../../shared/calendar/counting.ts'
import {
  addDays,
  dayFrom,
  daysInMonth,
  endOfMonth,
  isDay,
  partsOf,
  weekdayOf,
  type Day,
} from '../../shared/kernel/day.ts'

interface Rule {
  readonly pattern: string
  readonly day: (found: readonly string[], today: Day, calendar: Calendar) => Day | null
  readonly typedOnly?: true
}

const N = '(\\d{1,3}|[一二两兩三四五六七八九十廿]{1,3})'
const WEEK = '(?:周|週|星期|礼拜|禮拜)'
const BEFORE = '(?:以前|之前|前|之内|之內|以内|以內|内|內)?'
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = `(${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`

/** 12, 十二, 廿三 and 两 as numbers. */
function count(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const plain = words.replace(/[两兩]/g, '二').replace('廿', '二十')
  const digit = (letter: string) => '零一二三四五六七八九'.indexOf(letter)
  if (!plain.includes('十')) return digit(plain)
  const [tens = '', ones = ''] = plain.split('十')
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

const existing = (year: number, month: number, date: number): Day | null => {
  const day = dayFrom(year, month, date)
  return isDay(day) ? day : null
}

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

function endOfNamedMonth(month: number, today: Day): Day | null {
  const now = partsOf(today)
  if (month < 1 || month > 12) return null
  const year = month >= now.month ? now.year : now.year + 1
  return dayFrom(year, month, daysInMonth(year, month))
}

function endOfNextMonth(today: Day): Day {
  return endOfMonth(addDays(endOfMonth(today), 1))
}

const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
const chineseWeekday = (word: string): number => (/[日天]/.test(word) ? 6 : count(word) - 1)

function nextWeekday(fromMonday: number, today: Day): Day {
  const day = addDays(mondayOf(today), fromMonday)
  return day < today ? addDays(day, 7) : day
}

function english(monthName: string, date: string, year: string | undefined, today: Day): Day | null {
  const month = ENGLISH_MONTHS.indexOf(monthName) + 1
  return year ? existing(Number(year), month, Number(date)) : nextMonthDay(month, Number(date), today)
}

const RULES: readonly Rule[] = [
  { pattern: '(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?', day: ([y, m, d]) => existing(+y!, +m!, +d!) },
  { pattern: `${N}月${N}[日号號]?`, day: ([m, d], today) => nextMonthDay(count(m!), count(d!), today) },
  {
    pattern: '(\\d{1,2})[-/.](\\d{1,2})',
    day: ([m, d], today) => nextMonthDay(+m!, +d!, today),
    typedOnly: true,
  },
  {
    pattern: `(\\d{1,2}) ?${MONTH_NAME}(?: ?(\\d{4}))?`,
    day: ([d, m, y], today) => english(m!, d!, y, today),
  },
  {
    pattern: `${MONTH_NAME} ?(\\d{1,2})(?:,? ?(\\d{4}))?`,
    day: ([m, d, y], today) => english(m!, d!, y, today),
  },
  { pattern: '(?:下个?月|下個月)(?:底|末)', day: (_, today) => endOfNextMonth(today) },
  { pattern: `${N}月(?:份)?(?:底|末)`, day: ([m], today) => endOfNamedMonth(count(m!), today) },
  { pattern: '(?:这个?|這個|本)?月(?:底|末)|end of (?:the )?month', day: (_, today) => endOfMonth(today) },
  { pattern: '年(?:底|末)|end of (?:the )?year', day: (_, today) => dayFrom(partsOf(today).year, 12, 31) },
  {
    pattern: `下[个個]?${WEEK}([一二三四五六日天])`,
    day: ([w], today) => addDays(mondayOf(today), 7 + chineseWeekday(w!)),
  },
  {
    pattern: `(?:这|這|本)?[个個]?${WEEK}([一二三四五六日天])`,
    day: ([w], today) => nextWeekday(chineseWeekday(w!), today),
  },
  {
    pattern: `(${ENGLISH_DAYS.join('|')})(?:day|sday|nesday|rsday|urday)?\\b`,
    day: ([w], today) => nextWeekday((ENGLISH_DAYS.indexOf(w!) + 6) % 7, today),
  },
  { pattern: `${N}[个個]?${WEEK}`, day: ([n], today) => addDays(today, 7 * count(n!)) },
  {
    pattern: '(\\d{1,2}|a|one|two) weeks?',
    day: ([n], today) => addDays(today, 7 * (Number(n) || (n === 'two' ? 2 : 1))),
  },
  { pattern: '半[个個]?月', day: (_, today) => addDays(today, 15) },
  {
    pattern: `${N} ?[个個]?(?:工作日|working days?)`,
    day: ([n], today, calendar) => addWorkingDays(calendar, today, count(n!)),
  },
  { pattern: '[当當][场場]|on the spot', day: (_, today) => today, typedOnly: true },
  { pattern: `\\+?${N} ?(?:天|days?)`, day: ([n], today) => addDays(today, count(n!)) },
  { pattern: '大[后後]天', day: (_, today) => addDays(today, 3) },
  { pattern: '[后後]天', day: (_, today) => addDays(today, 2) },
  { pattern: '明(?:天|日|早|晚)|tomorrow', day: (_, today) => addDays(today, 1) },
  { pattern: '今(?:天|日|晚)|当天|當天|today|tonight', day: (_, today) => today },
  { pattern: `${N}[日号號]`, day: ([d], today) => nextDate(count(d!), today) },
  { pattern: '\\+(\\d{1,3})', day: ([n], today) => addDays(today, +n!), typedOnly: true },
  { pattern: N, day: ([d], today) => nextDate(count(d!), today), typedOnly: true },
]

const folded = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).toLowerCase()

/** The day that somebody typed into a field: 10, 十号, 12.10, 周五, 月底, +3, tomorrow; null while it is none. */
export function dayTyped(text: string, today: Day, calendar = COUNTRY): Day | null {
  const words = folded(text).replace(/\s+/g, ' ').trim()
  for (const { pattern, day } of RULES) {
    const found = new RegExp(`^(?:by |before )?(?:${pattern})${BEFORE}$`).exec(words)
    const named = found ? day(found.slice(1), today, calendar) : null
    if (named !== null) return named
  }
  return null
}

/** The last day that a spoken sentence names, today or later; null where it names none. */
export function dayNamed(sentence: string, today: Day, calendar = COUNTRY): Day | null {
  const words = folded(sentence).replace(/\s+/g, '')
  let last: { at: number; length: number; day: Day } | null = null
  for (const { pattern, day, typedOnly } of RULES) {
    if (typedOnly) continue
    for (const found of words.matchAll(new RegExp(pattern, 'g'))) {
      const named = day(found.slice(1), today, calendar)
      if (named === null || named < today) continue
      const isInside = last && found.index < last.at + last.length && found[0].length <= last.length
      if (!isInside && (!last || found.index + found[0].length > last.at))
        last = { at: found.index, length: found[0].length, day: named }
    }
  }
  return last?.day ?? null
}
