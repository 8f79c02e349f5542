import { isOver } from '../../../shared/concerns/concern.ts'
import type { CommitmentId, ConcernId, PlaceId } from '../../../shared/kernel/id.ts'
import { matterAddress } from '../../../shared/kernel/matter-address.ts'
import { daysBetween, type Day } from '../../../shared/kernel/day.ts'
import { firstGraphemes } from '../../../shared/kernel/text/text.ts'
import { stageOf, type Stage } from '../../../shared/commitments/stage.ts'
import type { Language } from '../../../shared/words/language.ts'
import { OUTGOING } from '../../../shared/words/outgoing.ts'
import type { ReminderWords } from '../../../shared/words/outgoing.zh-Hans.ts'
import { calendarAt } from '../../calendar/queries.ts'
import { findCommitment } from '../../commitments/queries.ts'
import { findConcern } from '../../concerns/queries.ts'
import { findCustody } from '../../custody/queries.ts'
import { findPlace } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { noticesForGroups } from '../robots/groups.ts'

// WeCom takes 2,048 bytes, the others more.
const MAX_TEXT_BYTES = 2_000
const MAX_QUOTED_LETTERS = 60

export interface Telling {
  readonly placeId: PlaceId
  readonly language: Language
  /** The day of the message; today may be later. */
  readonly onDay: Day
  readonly today: Day
  /** Where browsers reach this instance. */
  readonly address: string
}

/** What a group reads of one day: only what still holds; null where nothing of it does. */
export async function textFor(reader: Reader, telling: Telling): Promise<string | null> {
  const words = OUTGOING[telling.language].reminders
  const place = await findPlace(reader, telling.placeId)
  const seen = new Set<string>()
  const lines: string[] = []
  for (const { placeId, commitmentId, concernId } of await noticesForGroups(reader, telling)) {
    const about = commitmentId ?? concernId
    if (about === null || seen.has(about)) continue
    seen.add(about)
    const sentence =
      commitmentId === null
        ? await offerIn(reader, telling, words, placeId, about)
        : await promiseIn(reader, telling, words, placeId, about)
    if (sentence === null) continue
    lines.push(`${sentence}\n${words.link(`${telling.address}${matterAddress(placeId, about)}`)}`)
  }
  if (lines.length === 0) return null
  return withinLimit(words.heading(quoted(place?.name ?? '')), lines, words)
}

/** A promise that is chased today, or null; blue is for those who do it. */
export async function promiseIn(
  reader: Reader,
  { today }: Pick<Telling, 'today'>,
  words: ReminderWords,
  placeId: PlaceId,
  commitmentId: CommitmentId,
  stages: readonly Stage[] = ['yellow', 'red'],
): Promise<string | null> {
  const commitment = await findCommitment(reader, placeId, commitmentId)
  const stage = commitment && stageOf(commitment, today, await calendarAt(reader, placeId))
  if (!stage || !stages.includes(stage)) return null
  const { measure, owner, dueOn } = commitment!
  if (stage === 'blue') return words.soon(quoted(measure), quoted(owner), dueOn, daysBetween(today, dueOn))
  const say = stage === 'red' ? words.up : words.late
  return say(quoted(measure), quoted(owner), dueOn, daysBetween(dueOn, today))
}

/** A matter that waits for a yes or no, or null where it no longer does. */
export async function offerIn(
  reader: Reader,
  { placeId: here, today }: Pick<Telling, 'today'> & Partial<Pick<Telling, 'placeId'>>,
  words: ReminderWords,
  placeId: PlaceId,
  concernId: ConcernId,
): Promise<string | null> {
  const offer = (await findCustody(reader, placeId, concernId))?.offer
  const concern = await findConcern(reader, placeId, concernId)
  if (!offer || !concern || isOver(concern) || (here !== undefined && offer.toPlaceId !== here)) return null
  const from = await findPlace(reader, offer.fromPlaceId)
  const say = today > offer.answerBy ? words.offerLate : words.offered
  return say(quoted(concern.text), quoted(from?.name ?? ''), offer.answerBy)
}

/** Somebody's words on one line, and without signs by which a chat program would call everybody in the group. */
export function quoted(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('@', '＠')
    .trim()
  const short = firstGraphemes(line, MAX_QUOTED_LETTERS)
  return short === line ? line : `${short}…`
}

function withinLimit(heading: string, lines: readonly string[], words: ReminderWords): string {
  const textOf = (count: number): string => {
    const rest = lines.length - count
    const said = lines.slice(0, count).map((line, at) => `${at + 1}. ${line}`)
    return [heading, ...said, ...(rest > 0 ? [words.more(rest)] : [])].join('\n')
  }
  let count = lines.length
  while (count > 0 && Buffer.byteLength(textOf(count)) > MAX_TEXT_BYTES) count--
  return textOf(count)
}
