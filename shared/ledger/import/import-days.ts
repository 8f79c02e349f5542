import { dayTyped } from '../../calendar/day-words.ts'
import { count } from '../../calendar/day-rules.ts'
import { dayFrom, isDay, partsOf, type Day } from '../../kernel/day.ts'
import { dayOfSerial } from '../../tables/sheet-rows.ts'

/** What a cell with a day is read by. */
export interface DayContext {
  readonly timeZone: string
  readonly is1904: boolean
  /** Of days written without one; null: the latest that is not in the future. */
  readonly year: number | null
  /** Where that year was found. */
  readonly yearFrom?: 'title' | 'rows'
  readonly today: Day
}

/** A cell that should name a day. */
export interface DayCell {
  readonly day: Day | null
  /** A later day that the same cell moves it to. */
  readonly movedTo: Day | null
  /** What else stands there; nothing of it is lost. */
  readonly rest: string
  readonly found: DayFound | null
}

/** How its day was found. */
type DayFound =
  | 'written'
  | 'year-from-title'
  | 'year-from-rows'
  | 'year-from-raised'
  | 'year-guessed'
  | 'counted-from-raised'
const only = (day: Day | null, how: DayFound): Pick<DayCell, 'day' | 'found'> => ({
  day,
  found: day === null ? null : how,
})

const NO_DAY: DayCell = { day: null, movedTo: null, rest: '', found: null }

// A spreadsheet's running number where nobody said that it is a day: about 2000 to 2099.
const SERIAL = /^(3[5-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})(?:\.\d+)?$/
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)$/i
const PLAIN = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const FULL =
  '(?<year>\\d{4}|\\d{2})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<date>\\d{1,2})\\s*[日号號]?'
const SHORT = '(?<shortMonth>\\d{1,2})\\s*(?:月|[-/.])\\s*(?<shortDate>\\d{1,2})\\s*[日号號]?'
const CLOCK = '(?:\\s*T?\\s*(?:上午|下午)?\\d{1,2}[:时時]\\d{0,2}(?::\\d{2}(?:\\.\\d+)?)?分?)?'
/** A day as people write it, with or without its year. */
export const WRITTEN_DAY = `(?<![\\d.])(?:${FULL}|${SHORT})(?![\\d.%])${CLOCK}`
const MOVED = /延|推迟|推遲|顺延|順延|展期|改[为為到至期]?|调整|調整|变更|變更/
const TRIFLES = /^[\s,，.。;；:：(（)）]*(?:以前|之前|前|内|內|日)?[\s,，.。;；)）]*$/
const AT_ONCE =
  /^(?:当场|當場|当天|當天|当日|當日|立即|即时|即時|即办|即辦|立行立改|立办|立辦|马上|馬上|现场|現場)(?:办结|辦結|解决|解決|办理|辦理|整改|完成)?$/

/** Digits for what is written as 二〇二五年三月五日. */
const digitsFor = (text: string): string =>
  text
    .replace(/([二一][〇○零一二三四五六七八九]{3})(?=年)/g, (year) =>
      [...year].map((digit) => '零一二三四五六七八九'.indexOf(digit.replace(/[〇○]/, '零'))).join(''),
    )
    .replace(/[一二三四五六七八九十廿卅]{1,3}(?=[月日号號])/g, (number) =>
      Number.isNaN(count(number)) ? number : String(count(number)),
    )

/** The day on which a matter was raised, or closed. `after`: a day without a year is not before that one. */
export function dayInCell(text: string, context: DayContext, after: Day | null = null): DayCell {
  const cell = digitsFor(text.normalize('NFKC').trim())
  if (SERIAL.test(cell))
    return { ...NO_DAY, day: dayOfSerial(Number(cell), context.is1904), found: 'written' }
  if (INSTANT.test(cell)) {
    const day = dayOfInstant(cell, context.timeZone)
    return { ...NO_DAY, ...only(day, 'written') }
  }
  const [, ...plain] = PLAIN.exec(cell) ?? []
  if (plain.length > 0) {
    const day = existing(Number(plain[0]), Number(plain[1]), Number(plain[2]))
    return { ...NO_DAY, ...only(day, 'written') }
  }
  const days = [...cell.matchAll(new RegExp(WRITTEN_DAY, 'g'))]
  const first = days[0]
  if (!first) return NO_DAY
  const known = writtenDay(first, context, after)
  const rest = `${cell.slice(0, first.index)}${cell.slice(first.index + first[0].length)}`
  return { ...known, movedTo: null, rest: TRIFLES.test(rest) ? '' : rest.trim() }
}

/** By which day: written, moved in the same cell, or counted from the day on which it was raised. */
export function dueDayInCell(text: string, context: DayContext, raisedOn: Day | null): DayCell {
  const cell = digitsFor(text.normalize('NFKC').trim())
  const days = [...cell.matchAll(new RegExp(WRITTEN_DAY, 'g'))]
  const [first, second] = days
  if (first && second && days.length === 2) {
    const between = cell.slice(first.index + first[0].length, second.index)
    const [one, other] = [writtenDay(first, context, raisedOn), writtenDay(second, context, raisedOn)]
    const around = `${cell.slice(0, first.index)}${cell.slice(second.index + second[0].length)}`
    const isWhole = MOVED.test(between) && TRIFLES.test(around)
    if (isWhole && one.day !== null && other.day !== null && other.day >= one.day)
      return { ...one, movedTo: other.day, rest: '' }
    // From one day to another: the second is the last.
    if (/^\s*(?:至|到|[-~—–]+)\s*$/.test(between) && other.day !== null)
      return { ...other, movedTo: null, rest: cell }
    return NO_DAY
  }
  if (days.length > 0) return dayInCell(text, context, raisedOn)
  const plain = dayInCell(text, context, raisedOn)
  if (plain.day !== null || raisedOn === null || /^\+?\d+$/.test(cell)) return plain
  const day = AT_ONCE.test(cell) ? raisedOn : dayTyped(cell.replace(/\s/g, ''), raisedOn)
  return day === null ? NO_DAY : { ...NO_DAY, day, found: 'counted-from-raised' }
}

function writtenDay(
  { groups = {} }: RegExpMatchArray,
  { year: ofFile, yearFrom = 'title', today }: DayContext,
  after: Day | null,
): Pick<DayCell, 'day' | 'found'> {
  if (groups.year !== undefined) {
    const year = groups.year.length === 2 ? 2000 + Number(groups.year) : Number(groups.year)
    const day = existing(year, Number(groups.month), Number(groups.date))
    return only(day, 'written')
  }
  const [month, date] = [Number(groups.shortMonth), Number(groups.shortDate)]
  const on = (year: number): Day | null => existing(year, month, date)
  if (after !== null) {
    const { year } = partsOf(after)
    const same = on(year)
    const day = same !== null && same < after ? on(year + 1) : same
    return only(day, 'year-from-raised')
  }
  if (ofFile !== null) return only(on(ofFile), `year-from-${yearFrom}`)
  const { year } = partsOf(today)
  const now = on(year)
  const day = now !== null && now > today ? on(year - 1) : now
  return only(day, 'year-guessed')
}

function existing(year: number, month: number, date: number): Day | null {
  const day = dayFrom(year, month, date)
  return isDay(day) ? day : null
}

/** An instant is a moment of the place. */
function dayOfInstant(text: string, timeZone: string): Day | null {
  const at = new Date(
    text
      .replace(/^(\S+) (\d)/, '$1T$2')
      .replace(/ /g, '')
      .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  )
  if (Number.isNaN(at.getTime())) return null
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  })
  return parts.format(at)
}

const NAMED_DAY = /(?<!\d)(\d{1,2})\s*[月.]\s*(\d{1,2})(?!\d)/

/** Month and day of a cell that names one which no year has, such as 2月30日. */
export function dayThatIsNone(text: string): { readonly month: number; readonly date: number } | null {
  const [, month, date] = NAMED_DAY.exec(text.normalize('NFKC'))?.map(Number) ?? []
  if (month === undefined || date === undefined || month < 1 || month > 12) return null
  return existing(LEAP_YEAR, month, date) === null ? { month, date } : null
}

const LEAP_YEAR = 2024
