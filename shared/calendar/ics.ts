import { addDays, type Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/event.ts'

/** One matter on one whole day, or on several; with an hour only where people meet. */
export interface DayEntry {
  /** The same for ever, so that a moved day moves in every calendar: `<id>@<host>`. */
  readonly uid: string
  readonly onDay: Day
  /** The last day, where there are several. */
  readonly untilDay?: Day
  /** When it begins, where it has an hour. */
  readonly beginsAt?: Instant
  readonly location?: string
  readonly summary: string
  readonly description?: string
  readonly url?: string
  /** Grows with every change that people should notice. */
  readonly sequence: number
  readonly changedAt: Instant
  readonly isCancelled?: boolean
}

export interface DaySheet {
  readonly name: string
  readonly language: string
  readonly entries: readonly DayEntry[]
}

const MAX_OCTETS = 75
const REFRESH = 'PT6H'
/** How long an evening usually takes. */
const MEETING_DURATION = 'PT2H'

/** A calendar that others can subscribe to (RFC 5545, RFC 7986): the same entries always give the same text. */
export function icsText({ name, language, entries }: DaySheet): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Liangting//Promises//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(entry: DayEntry): string[] {
  const { uid, onDay, untilDay = onDay, summary, description, url, sequence, changedAt } = entry
  const { beginsAt, location } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instantText(changedAt)}`,
    `LAST-MODIFIED:${instantText(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...(beginsAt
      ? [`DTSTART:${instantText(beginsAt)}`, `DURATION:${MEETING_DURATION}`]
      : [
          `DTSTART;VALUE=DATE:${dayText(onDay)}`,
          // The end is the first day that no longer belongs to it.
          `DTEND;VALUE=DATE:${dayText(addDays(untilDay, 1))}`,
        ]),
    `SUMMARY:${escaped(summary)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url.replace(/[\s\u0000-\u001f]/g, '')}`] : []),
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const dayText = (day: Day): string => day.replace(/-/g, '')
const instantText = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

const octetsOf = (letter: string): number => {
  const point = letter.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Broken after at most 75 octets of UTF-8, never inside a character; what goes on begins with a space. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > MAX_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += more
  }
  return text
}
