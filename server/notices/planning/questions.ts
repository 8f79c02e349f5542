import { mayReport } from '../../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../../shared/commitments/present.ts'
import type { Viewer } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import {
  QUESTION_EVENTS,
  unansweredIn,
  type QuestionEvent,
  type SupervisionQuestion,
} from '../../../shared/notices/supervision-question.ts'
import { dayAt } from '../../clock/day.ts'
import { commitmentsByIds } from '../../commitments/queries.ts'
import { eventsOf } from '../../journal/read.ts'
import { timeZoneOf } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'

/** What supervision said about promises that are not settled, and whoever looks may answer. */
export async function questionsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly SupervisionQuestion[]> {
  const asked = await reader
    .selectFrom('progress')
    .innerJoin('commitments', 'commitments.id', 'progress.commitmentId')
    .select(['progress.commitmentId', 'progress.seq'])
    .where('progress.placeId', '=', placeId)
    .where('progress.kind', 'in', ['comment', 'evidence-request'])
    .where('commitments.state', '!=', 'settled')
    .orderBy('progress.seq')
    .execute()
  if (asked.length === 0) return []
  const ids = new Set(asked.map(({ commitmentId }) => commitmentId))
  const events = (await eventsOf(reader, placeId, QUESTION_EVENTS, asked[0]!.seq)) as readonly QuestionEvent[]
  const open = unansweredIn(events.filter(({ data }) => ids.has(data.commitmentId)))
  const promises = await commitmentsByIds(reader, [...new Set(open.map(({ commitmentId }) => commitmentId))])
  const timeZone = await timeZoneOf(reader, placeId)
  return open.flatMap(({ commitmentId, ...question }) => {
    const found = promises.find(({ commitment }) => commitment.id === commitmentId)?.commitment
    const commitment = found && mayReport(viewer, found) ? commitmentFor(found, viewer) : null
    return commitment ? { ...question, askedOn: dayAt(new Date(question.at), timeZone), commitment } : []
  })
}
