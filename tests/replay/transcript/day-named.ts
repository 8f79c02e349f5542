const DAY_MS = 86_400_000
const DAYS_UNLESS_SAID = 14

type Ymd = { year: number; month: number; day: number }
type Rule = { pattern: RegExp; day: (found: RegExpExecArray, today: string) => string | null }

const N = '([0-9０-９]{1,3}|[一二两兩三四五六七八九十廿卅]{1,3})'
const WITHIN = '(?:之|以)?(?:内|內|后|後|里|裡)'
const WEEK = '(?:周|週|星期|礼拜|禮拜)'
const WEEKDAY = '([一二三四五六日天])'
const MONTH_END = '(?:底|末)'
const THIS = '(?:这个?|這個?|本)'
const NEXT = '下[个個]?'

/** The day a sentence names for something to be done, or null if it names none. */
export function dayNamed(text: string, today: string): string | null {
  let best: { rank: number; index: number; length: number; day: string } | null = null
  for (const { pattern, day } of RULES) {
    for (const found of text.matchAll(pattern) as Iterable<RegExpExecArray>) {
      const named = day(found, today)
      if (named === null || named < today) continue
      const after = text.slice(found.index + found[0].length)
      // "Today we look, by the tenth it works": the deadline counts, not the first day mentioned.
      const isDeadline = /[前内內]$/.test(found[0]) || /^[ ]?(?:以|之)?(?:前|内|內)/.test(after)
      const hit = { rank: isDeadline ? 0 : 1, index: found.index, length: found[0].length, day: named }
      if (best === null || comesBefore(hit, best)) best = hit
    }
  }
  return best?.day ?? null
}

/** The day by which a promise is due: the one it names, else a fortnight from `today`. */
export function dayFrom(text: string, today: string): string {
  return dayNamed(text, today) ?? plusDays(today, DAYS_UNLESS_SAID)
}

type Hit = { rank: number; index: number; length: number }
function comesBefore(a: Hit, b: Hit): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank
  if (a.index !== b.index) return a.index < b.index
  return a.length > b.length
}

const rule = (pattern: string, day: Rule['day']): Rule => ({ pattern: new RegExp(pattern, 'gu'), day })

const RULES: Rule[] = [
  rule(`(\\d{4})\\s*年\\s*${N}\\s*月\\s*${N}\\s*[日号號]`, ([, year, month, day]) =>
    ymd(Number(year), count(month!), count(day!)),
  ),
  rule(`${N}\\s*月\\s*${N}\\s*[日号號]?(?!\\d)`, ([, month, day], today) =>
    monthDay(count(month!), count(day!), today),
  ),
  rule(`(?<![下这這本])(?<!月)${N}\\s*月(?:份)?${MONTH_END}`, ([, month], today) =>
    endOfNamed(count(month!), today),
  ),
  rule(`(明年)\\s*${N}\\s*月(?:份|${MONTH_END})?(?!\\s*[0-9一二三四五六七八九十廿])`, ([, , month], today) =>
    endOfMonth(read(today).year + 1, count(month!)),
  ),
  rule(`${NEXT}月\\s*${N}\\s*[日号號]`, ([, day], today) => {
    const { year, month } = read(today)
    return ymdRolled(year, month + 1, count(day!))
  }),
  rule(`${NEXT}月(?:${MONTH_END}|[之以]?[前内內])?`, ([words], today) => {
    const { year, month } = read(today)
    return /前$/.test(words) ? endOfMonth(year, month) : endOfMonth(year, month + 1)
  }),
  rule(
    `(?:${THIS}月|(?<![月年\\d０-９一二三四五六七八九十百第]))\\s*${N}\\s*[日号號](?=\\s*(?:以前|之前|前|那天|一早|上午|下午|晚上?|就|把|给|給|到期))`,
    ([, day], today) => dayOfMonth(count(day!), today),
  ),
  rule(`(?<![上下\\d０-９一二三四五六七八九十]|[上下][个個])${THIS}?月${MONTH_END}`, (_, today) => {
    const { year, month } = read(today)
    return endOfMonth(year, month)
  }),
  rule(`(?:今年|本年)?(?<!明)年${MONTH_END}`, (_, today) => `${today.slice(0, 4)}-12-31`),
  rule(`明年${MONTH_END}`, (_, today) => `${read(today).year + 1}-12-31`),
  rule(`${N}\\s*[个個]?(?:工作日|工作天)`, ([, days], today) => plusWorkingDays(today, count(days!))),
  rule(`(?<![第月])${N}\\s*(?:天|日)${WITHIN}`, ([, days], today) => plusDays(today, count(days!))),
  rule(`半[个個]?月${WITHIN}?`, (_, today) => plusDays(today, 15)),
  rule(`${N}[个個]月${WITHIN}`, ([, months], today) => plusMonths(today, count(months!))),
  rule(`(?<![每上下这這本过過])${N}\\s*[个個]?${WEEK}(?!年|[一二三四五六日天末]|.次)`, ([, weeks], today) =>
    plusDays(today, 7 * count(weeks!)),
  ),
  rule(`${NEXT}${WEEK}${WEEKDAY}`, ([, weekday], today) => plusDays(mondayOf(today), 7 + ordinal(weekday!))),
  rule(`${NEXT}${WEEK}(?!${WEEKDAY})`, (_, today) => plusDays(mondayOf(today), 13)),
  rule(`${THIS}${WEEK}(?!${WEEKDAY})`, (_, today) => plusDays(mondayOf(today), 6)),
  rule(`(?<![每上下])(?<![上下][个個]|一|二|两|兩|三|四)${WEEK}${WEEKDAY}`, ([, weekday], today) => {
    const day = plusDays(mondayOf(today), ordinal(weekday!))
    return day < today ? plusDays(day, 7) : day
  }),
  rule(
    '(?:今天|今日|今晚|当晚|當晚)(?=$|[。！]|.{0,4}(?:就|前|内|內|把|给|給|去|办|辦))',
    (_, today) => today,
  ),
  rule('明(?:天|日|早|晚)', (_, today) => plusDays(today, 1)),
  rule('大[后後]天', (_, today) => plusDays(today, 3)),
  rule('(?<![以之大])[后後]天(?!天)', (_, today) => plusDays(today, 2)),
]

const DIGITS = '〇一二三四五六七八九'

/** 十二, 二十五, 廿三, 两, １０ and 10 as numbers. */
function count(words: string): number {
  const plain = words
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[两兩]/g, '二')
    .replace('廿', '二十')
    .replace('卅', '三十')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [tens, ones] = plain.includes('十') ? plain.split('十') : [null, plain]
  const ten = tens === null ? 0 : tens === '' ? 1 : DIGITS.indexOf(tens!)
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!))
}

const ordinal = (weekday: string) => (/[日天]/.test(weekday) ? 6 : DIGITS.indexOf(weekday) - 1)

function read(day: string): Ymd {
  const [year, month, date] = day.split('-').map(Number)
  return { year: year!, month: month!, day: date! }
}

const stamp = (day: string) => Date.UTC(read(day).year, read(day).month - 1, read(day).day)
const written = (ms: number) => new Date(ms).toISOString().slice(0, 10)
export const plusDays = (day: string, days: number) => written(stamp(day) + days * DAY_MS)
const mondayOf = (day: string) => plusDays(day, -((new Date(stamp(day)).getUTCDay() + 6) % 7))

function ymd(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const made = written(Date.UTC(year, month - 1, day))
  return read(made).month === month ? made : null
}

const ymdRolled = (year: number, month: number, day: number) =>
  month > 12 ? ymd(year + 1, month - 12, day) : ymd(year, month, day)

function endOfMonth(year: number, month: number): string | null {
  return month < 1 || month > 24 ? null : written(Date.UTC(year, month, 0))
}

/** A day long gone is meant for next year; one just gone is a mention of the past. */
function monthDay(month: number, day: number, today: string): string | null {
  const named = ymd(read(today).year, month, day)
  if (named === null || named >= today) return named
  return stamp(today) - stamp(named) > 183 * DAY_MS ? ymd(read(today).year + 1, month, day) : null
}

function endOfNamed(month: number, today: string): string | null {
  if (month > 12) return null
  const { year, month: now } = read(today)
  return endOfMonth(month >= now ? year : year + 1, month)
}

function dayOfMonth(day: number, today: string): string | null {
  const { year, month } = read(today)
  const named = ymd(year, month, day)
  return named !== null && named >= today ? named : ymdRolled(year, month + 1, day)
}

function plusMonths(day: string, months: number): string | null {
  const { year, month, day: date } = read(day)
  const last = endOfMonth(year, month + months)
  return last === null ? null : last.slice(0, 8) + String(Math.min(date, read(last).day)).padStart(2, '0')
}

function plusWorkingDays(day: string, days: number): string {
  let reached = day
  for (let left = days; left > 0;) {
    reached = plusDays(reached, 1)
    if (reached !== mondayOf(reached) && reached >= plusDays(mondayOf(reached), 5)) continue
    left--
  }
  return reached
}
