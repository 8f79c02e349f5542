import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { wordsOtherThan, type ReplacedWords } from '../journal/replaced.ts'
import { undoneSince } from '../journal/undone.ts'
import type { Reader } from '../storage/database.ts'
import { concernsByIds } from './queries.ts'

type Event = RecordedEvent<ConcernEvent>

const WORDED = ['concern-raised', 'concern-recorded', 'concern-reworded']
const OUTCOMES = [
  'concern-answered',
  'concern-referred',
  'concern-put-to-assembly',
  'concern-declined',
] as const

/** What was said of matters that were withdrawn since or taken out with their import, and outcomes that were taken back. */
export async function takenBack(reader: Reader, events: readonly Event[]): Promise<readonly number[]> {
  const spoken = wordedAmong(events)
  const standing = new Set(
    (await mattersOf(reader, spoken)).filter(({ state }) => state !== 'withdrawn').map(({ id }) => id),
  )
  return [
    ...spoken.filter(({ data }) => !standing.has(data.concernId)).map(({ seq }) => seq),
    ...(await undoneSince(reader, events, OUTCOMES)),
  ]
}

/** A matter may have been put in other words because of a name in the first ones. */
export async function wordsNow(reader: Reader, events: readonly Event[]): Promise<ReplacedWords> {
  const spoken = wordedAmong(events)
  const now = new Map((await mattersOf(reader, spoken)).map(({ id, text }) => [id, text]))
  return wordsOtherThan(spoken, 'concernId', 'text', now)
}

const wordedAmong = (events: readonly Event[]): readonly Event[] =>
  events.filter(({ type }) => WORDED.includes(type))

const mattersOf = (reader: Reader, events: readonly Event[]) =>
  concernsByIds(reader, [...new Set(events.map(({ data }) => data.concernId))])
