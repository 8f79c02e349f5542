import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { wordsOtherThan, type ReplacedWords } from '../journal/replaced.ts'
import { undoneSince } from '../journal/undone.ts'
import type { Reader } from '../storage/database.ts'

type Event = RecordedEvent<MeetingEvent>

/** Why an erratum was opened that was cancelled since. */
export const takenBack = (reader: Reader, events: readonly Event[]): Promise<readonly number[]> =>
  undoneSince(reader, events, ['erratum-opened'])

/** Titles of evenings and of what they talk about, as they stand now. */
export async function wordsNow(reader: Reader, events: readonly Event[]): Promise<ReplacedWords> {
  const evenings = among(events, ['meeting-planned', 'meeting-renamed'])
  const items = among(events, ['agenda-item-added', 'agenda-item-renamed'])
  return new Map([
    ...wordsOtherThan(
      evenings,
      'meetingId',
      'title',
      await titlesOf(reader, 'meetings', idsIn(evenings, 'meetingId')),
    ),
    ...wordsOtherThan(
      items,
      'agendaItemId',
      'title',
      await titlesOf(reader, 'agendaItems', idsIn(items, 'agendaItemId')),
    ),
  ])
}

const among = (events: readonly Event[], types: readonly string[]): readonly Event[] =>
  events.filter(({ type }) => types.includes(type))

const idsIn = (events: readonly Event[], name: string): readonly string[] => [
  ...new Set(events.flatMap(({ data }) => (data as Partial<Record<string, string>>)[name] ?? [])),
]

async function titlesOf(
  reader: Reader,
  table: 'meetings' | 'agendaItems',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom(table).select(['id', 'title']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
