import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { COUNTRY } from './calendar.ts'
import { DAY_RULES } from './day-rules.ts'

const UNTIL = '(?:以前|之前|前|之内|之內|以内|以內|内|內)'
const AFTER_SPAN = '(?:之内|之內|以内|以內|内|內|之后|之後|以后|以後|后|後)'
const IS_DEADLINE = new RegExp(`^(?:${UNTIL}(?![面头頭边邊])|到期|截止|为止|為止)`)
// What is said of a day that has been: "on 10 December last year it was already said".
const PAST_BEFORE =
  /(?:去年|前年|上[个個]?月|上[个個]?(?:周|週|星期|礼拜|禮拜)|每[个個]?|上[个個]?|上次|上回|昨天|当时|當時)$/
const PAST_AFTER =
  /^(?:那天|就|也|还|還|已经|已經)*.{0,3}(?:说|說|讲|講|提|报|報|问|問|答应|答應|反映|登记|登記|来|來|去|看|修|查|开|開)(?:会|會)?[过過]/
// A day that has just gone is told of; one long gone is meant for the next year.
const JUST_GONE = 182

const folded = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).toLowerCase()

const TYPED = DAY_RULES.map(({ typed, isSpan, day }) => ({
  pattern: new RegExp(`^(?:by |before )?(?:${typed})${isSpan ? AFTER_SPAN : UNTIL}?$`),
  day,
}))

/** The day that somebody typed into a field: 10, 十号, 12.10, 周五, 月底, +3, tomorrow; null while it is none. */
export function dayTyped(text: string, today: Day, calendar = COUNTRY): Day | null {
  const words = folded(text).replace(/\s+/g, ' ').trim()
  for (const { pattern, day } of TYPED) {
    const found = pattern.exec(words) ?? pattern.exec(words.replace(/ /g, ''))
    const named = found ? day(found.slice(1), today, calendar) : null
    if (named !== null) return named
  }
  return null
}

const SAID = DAY_RULES.flatMap(({ said, day }) =>
  said === null ? [] : [{ pattern: new RegExp(said, 'g'), day }],
)

interface Mention {
  readonly at: number
  readonly end: number
  readonly day: Day | null
  readonly isDeadline: boolean
}

/** The day by which a spoken sentence says that something will be done, today or later; null where it names none. */
export function dayNamed(sentence: string, today: Day, calendar = COUNTRY): Day | null {
  const words = folded(sentence).replace(/\s+/g, '')
  const found = SAID.flatMap(({ pattern, day }) =>
    [...words.matchAll(pattern)].map((match): Mention => {
      const end = match.index + match[0].length
      return {
        ...{ at: match.index, end },
        day: meantAhead(words, match, day(match.slice(1), today, calendar), today),
        isDeadline: /[内內]$/.test(match[0]) || IS_DEADLINE.test(words.slice(end)),
      }
    }),
  )
  const ahead = withoutInner(found).filter(({ day }) => day !== null && day >= today)
  const deadlines = ahead.filter(({ isDeadline }) => isDeadline)
  return (deadlines.at(-1) ?? ahead.at(-1))?.day ?? null
}

/** "10 December" within "10 December last year" is not read again. */
function withoutInner(found: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  for (const mention of [...found].sort((one, other) => one.at - other.at || other.end - one.end))
    if (mention.at >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

function meantAhead(words: string, match: RegExpMatchArray, day: Day | null, today: Day): Day | null {
  if (day === null) return null
  const end = match.index! + match[0].length
  if (PAST_BEFORE.test(words.slice(0, match.index)) || PAST_AFTER.test(words.slice(end))) return null
  const isMonthAndDate = /^[^年]{1,3}月/.test(match[0]) && !/^[下本这這当當]/.test(match[0])
  const aYearBefore = addDays(day, -365)
  if (isMonthAndDate && aYearBefore < today && daysBetween(aYearBefore, today) <= JUST_GONE) return null
  // "Before next month" ends where this month ends.
  const isBefore = /^(?:以前|之前|前)(?![面头頭边邊])/.test(words.slice(end))
  if (isBefore && /^(?:下[个個]?)+月(?:份)?$/.test(match[0])) return addDays(`${day.slice(0, 8)}01`, -1)
  if (isBefore && /^(?:下[个個]?)+(?:周|週|星期|礼拜|禮拜)$/.test(match[0])) return addDays(day, -7)
  return day
}
