import { moveEventsOffWall, moveEventsOnWall } from '../../shared/comments/state.ts'
import type { NewEvent, RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { eventsOf } from './read.ts'

/** `last`: the words are the same each time, the last event decides. `next`: each telling stands or falls by itself. */
interface Undoing {
  readonly id: string
  readonly by: 'last' | 'next'
  readonly tells: readonly string[]
  readonly takesBack: readonly string[]
}

/** What tells words, and what takes them back, by the id that both name. */
const UNDOING: readonly Undoing[] = [
  {
    ...{ id: 'commentId', by: 'last' },
    tells: ['comment-posted', ...moveEventsOnWall()],
    takesBack: [...moveEventsOffWall(), 'comment-withdrawn'],
  },
  {
    ...{ id: 'concernId', by: 'last' },
    tells: ['concern-raised', 'concern-recorded', 'concern-reworded'],
    takesBack: ['concern-withdrawn'],
  },
  {
    ...{ id: 'concernId', by: 'next' },
    tells: ['concern-answered', 'concern-referred', 'concern-put-to-assembly', 'concern-declined'],
    takesBack: ['outcome-taken-back'],
  },
  {
    ...{ id: 'commitmentId', by: 'next' },
    tells: ['commitment-read-back'],
    takesBack: ['commitment-amended', 'commitment-dropped', 'commitment-put-off'],
  },
  {
    ...{ id: 'commitmentId', by: 'next' },
    tells: ['commitment-done'],
    takesBack: ['report-taken-back'],
  },
  { id: 'meetingId', by: 'next', tells: ['erratum-opened'], takesBack: ['erratum-cancelled'] },
]

/** What its author takes back is told to nobody any more: by the id that both name, whose events tell it and what takes it back. */
const EMPTYING = [{ id: 'commentId', of: 'comment-', by: 'comment-withdrawn' }] as const

/** These events, in order, without the words that the author of them took back by a later one. */
export function emptiedWithin(events: readonly RecordedEvent[]): RecordedEvent[] {
  const gone = new Set<string>()
  for (const { id, by } of EMPTYING)
    for (const { type, data } of events) if (type === by) gone.add(idIn(data, id) ?? '')
  if (gone.size === 0) return [...events]
  return events.map((event) => {
    const rule = EMPTYING.find(({ of }) => event.type.startsWith(of))
    return rule && gone.has(idIn(event.data, rule.id) ?? '') ? { ...event, words: {} } : event
  })
}

const idIn = (data: object, name: string): string | undefined =>
  (data as Partial<Record<string, string>>)[name]

/** Seqs of the events among these, in order, whose words a later one of them took back. */
export function undoneWithin(events: readonly RecordedEvent[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const rule of UNDOING) {
    const isGone = new Map<string, boolean>()
    for (const { type, seq, data } of events.toReversed()) {
      const subject = idIn(data, rule.id)
      const isTelling = rule.tells.includes(type)
      const isTaking = rule.takesBack.includes(type)
      if (subject === undefined || (!isTelling && !isTaking)) continue
      if (isTelling && isGone.get(subject)) undone.add(seq)
      if (rule.by === 'next' || !isGone.has(subject)) isGone.set(subject, isTaking)
    }
  }
  return undone
}

/** Seqs of the events of these kinds among some read again whose words were taken back since, as the journal says. */
export async function undoneSince<Event extends NewEvent>(
  reader: Reader,
  events: readonly RecordedEvent<Event>[],
  kinds: readonly Event['type'][],
): Promise<readonly number[]> {
  const told = (events as readonly RecordedEvent[]).filter(({ type }) => kinds.includes(type))
  if (told.length === 0) return []
  const placeId: PlaceId = told[0]!.placeId
  const rules = UNDOING.filter(({ tells }) => tells.some((type) => kinds.includes(type)))
  const types = rules.flatMap(({ tells, takesBack }) => [...tells, ...takesBack])
  const undone = undoneWithin(await eventsOf(reader, placeId, types, told[0]!.seq))
  return told.filter(({ seq }) => undone.has(seq)).map(({ seq }) => seq)
}
