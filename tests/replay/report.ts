import type { PlannedSpeech } from './transcript/plan.ts'

/** One line of the published minutes: who spoke and what. */
export type TurnSeen = { name: string; text: string }
export type CommentSeen = { id: string; text: string }
export type ConcernSeen = { id: string; text: string }
/** A promise with who does it, how and by which day. */
export type PromiseSeen = { id: string; text: string; owner: string; measure: string; dueOn: string }

/** What the replay asked for: the ids it gave, in the order in which it sent. */
export type Sent = {
  file: string
  speeches: Pick<PlannedSpeech, 'name' | 'text' | 'parts'>[]
  /** One list of comments for each speech, in the order of `speeches`. */
  comments: CommentSeen[][]
  concerns: ConcernSeen[]
  promises: PromiseSeen[]
}

/** What clients saw that did not do the sending, each list in the order seen. */
export type Seen = {
  minutes: TurnSeen[]
  /** All comments of the meeting, as the desk lists them at the end. */
  comments: CommentSeen[]
  wall: CommentSeen[]
  phones: { name: string; comments: CommentSeen[] }[]
  concerns: ConcernSeen[]
  promises: PromiseSeen[]
  /** The same promises, as whoever pages through the ledger finds them. */
  ledger: PromiseSeen[]
}

export type ReplayLine = {
  file: string
  speeches: number
  inMinutes: number
  comments: number
  shownOnWall: number
  heardByPhonesMin: number
  heardByPhonesMax: number
  concerns: number
  commitments: number
  inLedger: number
  lost: number
  duplicated: number
  seconds: number
}
export type ReplayReport = { line: ReplayLine; faults: string[] }

/**
 * Compares what was seen with what was sent. `lost` counts each speech, concern and promise once,
 * however many places miss it, differ or have it out of order; `duplicated` counts whatever any place
 * has beyond what was sent.
 */
export function reportReplay(sent: Sent, seen: Seen, seconds: number): ReplayReport {
  const faults: string[] = []
  const minutes = compareLists('minutes', sent.speeches.map(turnKey), seen.minutes.map(turnKey), faults)
  const desk = compareComments('desk', sent, seen.comments, faults)
  const wall = compareComments('wall', sent, seen.wall, faults)
  const phones = seen.phones.map((phone) =>
    compareComments(`phone of ${phone.name}`, sent, phone.comments, faults),
  )
  // Concerns and promises are rows with ids of their own; a list may show them in any order.
  const concerns = compareLists(
    'concerns',
    sent.concerns.map(rowKey).sort(),
    seen.concerns.map(rowKey).sort(),
    faults,
  )
  const promised = sent.promises.map(rowKey).sort()
  const promises = compareLists('promises', promised, seen.promises.map(rowKey).sort(), faults)
  const ledger = compareLists('ledger', promised, seen.ledger.map(rowKey).sort(), faults)

  const places = [minutes, desk, wall, ...phones]
  const lostSpeeches = sent.speeches.filter((_, index) =>
    places.some((place) => !place.arrived[index]),
  ).length
  const heard = phones.map((phone) => count(phone.arrived))
  const line = {
    file: sent.file,
    speeches: sent.speeches.length,
    inMinutes: count(minutes.arrived),
    comments: count(desk.arrived),
    shownOnWall: count(wall.arrived),
    heardByPhonesMin: heard.length === 0 ? 0 : Math.min(...heard),
    heardByPhonesMax: heard.length === 0 ? 0 : Math.max(...heard),
    concerns: count(concerns.arrived),
    commitments: count(promises.arrived),
    inLedger: count(ledger.arrived),
    lost: lostSpeeches + countNot(concerns.arrived) + countNotInBoth(promises, ledger),
    duplicated: [...places, concerns, promises, ledger].reduce((sum, place) => sum + place.surplus, 0),
    seconds: Math.round(seconds * 100) / 100,
  }
  return { line, faults }
}

/** 0 only if every file could be read and its evening arrived whole, once and in order. */
export function exitCodeOf(reports: readonly (ReplayReport | null)[]): 0 | 1 {
  const isWhole = (report: ReplayReport | null) =>
    report?.line.lost === 0 && report.line.duplicated === 0 && report.faults.length === 0
  return reports.every(isWhole) ? 0 : 1
}

type Comparison = { arrived: boolean[]; surplus: number }

/** A speech has arrived when all its comments did; one without words has none to miss. */
function compareComments(place: string, sent: Sent, seen: CommentSeen[], faults: string[]): Comparison {
  const parts = compareLists(place, sent.comments.flat().map(rowKey), seen.map(rowKey), faults)
  let from = 0
  const arrived = sent.speeches.map((speech, index) => {
    const comments = sent.comments[index] ?? []
    const mine = parts.arrived.slice(from, (from += comments.length))
    const whole = comments.map((comment) => comment.text).join('') === speech.parts.join('')
    if (!whole) faults.push(`${place}: speech ${index + 1} was not sent whole`)
    return whole && mine.every(Boolean)
  })
  return { arrived, surplus: parts.surplus }
}

/** Which of the expected keys were seen once and in order, and how many were seen beyond them. */
export function compareLists(
  place: string,
  expected: string[],
  seen: string[],
  faults: string[],
): Comparison {
  const waiting = new Map<string, number[]>()
  expected.forEach((key, index) => waiting.set(key, [...(waiting.get(key) ?? []), index]))
  const matched: number[] = []
  let doubled = 0
  let strange = 0
  for (const key of seen) {
    const index = waiting.get(key)?.shift()
    if (index !== undefined) matched.push(index)
    else {
      if (waiting.has(key)) doubled++
      else strange++
      faults.push(`${place}: more than was sent: ${shown(key)}`)
    }
  }
  const found = new Set(matched)
  const inOrder = longestRising(matched)
  const arrived = expected.map((key, index) => {
    if (inOrder.has(index)) return true
    faults.push(`${place}: ${found.has(index) ? 'out of order' : 'missing or different'}: ${shown(key)}`)
    return false
  })
  // Something strange in place of something missing is one difference, not a loss and a double.
  const differing = Math.min(strange, expected.length - found.size)
  return { arrived, surplus: doubled + strange - differing }
}

/** The longest rising run of `numbers`, so that one straggler is one fault. */
function longestRising(numbers: number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  numbers.forEach((number, at) => {
    let low = 0
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : tails[low - 1]!
    tails[low] = at
  })
  const rising = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) rising.add(numbers[at]!)
  return rising
}

const turnKey = ({ name, text }: TurnSeen) => JSON.stringify([name, text])
const rowKey = (row: CommentSeen | PromiseSeen) =>
  JSON.stringify('dueOn' in row ? [row.id, row.text, row.owner, row.measure, row.dueOn] : [row.id, row.text])
const shown = (key: string) => (key.length > 80 ? `${key.slice(0, 80)}…` : key)
const count = (flags: boolean[]) => flags.filter(Boolean).length
const countNotInBoth = (one: Comparison, other: Comparison) =>
  one.arrived.filter((has, at) => !has || !other.arrived[at]).length
const countNot = (flags: boolean[]) => flags.length - count(flags)
