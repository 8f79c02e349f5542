import type { RecordedEvent } from '../../shared/kernel/event.ts'

/** Words that stand now, by the seq of the event that told earlier ones. */
export type ReplacedWords = ReadonlyMap<number, object>

/** What tells a wording, and what replaces it, by the id that both name. */
const REPLACING = [
  {
    id: 'concernId',
    field: 'text',
    told: ['concern-raised', 'concern-recorded', 'concern-reworded'],
    by: 'concern-reworded',
  },
  { id: 'meetingId', field: 'title', told: ['meeting-planned', 'meeting-renamed'], by: 'meeting-renamed' },
  {
    id: 'agendaItemId',
    field: 'title',
    told: ['agenda-item-added', 'agenda-item-renamed'],
    by: 'agenda-item-renamed',
  },
] as const

type Told = Readonly<Partial<Record<string, string>>>

/** Of the events of one batch, the words that stand after it where a later event of it put them otherwise. */
export function replacedWithin(events: readonly RecordedEvent[]): ReplacedWords {
  const replaced = new Map<number, object>()
  for (const { id, field, told, by } of REPLACING) {
    const now = new Map<string, string>()
    for (const { type, seq, data, words } of events.toReversed()) {
      const subject = (data as Told)[id]
      const wording = (words as Told)[field]
      if (subject === undefined || wording === undefined || !(told as readonly string[]).includes(type))
        continue
      const standing = now.get(subject)
      if (standing !== undefined) replaced.set(seq, { ...words, [field]: standing })
      else if (type === by) now.set(subject, wording)
    }
  }
  return replaced
}

/** The words that stand now in place of those that events told, where these are others. */
export const wordsOtherThan = (
  events: readonly RecordedEvent[],
  id: string,
  field: string,
  now: ReadonlyMap<string, string>,
): ReplacedWords =>
  new Map(
    events.flatMap(({ seq, data, words }): [number, object][] => {
      const wording = (words as Told)[field]
      const standing = now.get((data as Told)[id] ?? '')
      return wording === undefined || standing === undefined || standing === wording
        ? []
        : [[seq, { ...words, [field]: standing }]]
    }),
  )

/** The event as it is told now. */
export const inWordsNow = (event: RecordedEvent, replaced: ReplacedWords): RecordedEvent => {
  const words = replaced.get(event.seq)
  return words ? { ...event, words } : event
}
