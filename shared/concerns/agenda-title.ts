import { firstGraphemes } from '../kernel/text/text.ts'
import { MAX_AGENDA_TITLE_LENGTH, type AgendaItem, type MeetingEvent } from '../meetings/meeting.ts'
import type { Concern } from './concern.ts'

/** What an agenda item about a matter is called: its wording, as far as a title goes. */
export const agendaTitleFor = ({ text, no }: Pick<Concern, 'text' | 'no'>): string =>
  firstGraphemes(text, MAX_AGENDA_TITLE_LENGTH) || String(no)

/** Items that are still called as the matter was are called as it is now; one renamed by hand keeps its name. */
export function renamedItems(
  before: Concern,
  text: string,
  items: readonly AgendaItem[],
): readonly MeetingEvent[] {
  const title = agendaTitleFor({ ...before, text })
  const called = agendaTitleFor(before)
  if (title === called) return []
  return items
    .filter((item) => item.title === called)
    .map(({ id: agendaItemId, meetingId }) => ({
      type: 'agenda-item-renamed',
      data: { meetingId, agendaItemId },
      words: { title },
    }))
}
