import { mayReport } from '../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../shared/commitments/present.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import {
  QUESTION_EVENTS,
  unansweredIn,
  type QuestionEvent,
  type SupervisionQuestion,
} from '../../shared/notices/supervision-question.ts'
import { dayAt } from '../clock/day.ts'
import { commitmentsByIds } from '../commitments/queries.ts'
import { eventsOf } from '../journal/read.ts'
import { timeZoneOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** What was said from above about promises that are not settled, and whoever looks may answer. */
export async function questionsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly SupervisionQuestion[]> {
  const asked = await askedAt(reader, placeId)
  const open = await openAt(reader, placeId, [...asked, ...(await refusedAt(reader, placeId))])
  const promises = await commitmentsByIds(reader, [...new Set(open.map(({ commitmentId }) => commitmentId))])
  const timeZone = await timeZoneOf(reader, placeId)
  return open.flatMap(({ commitmentId, ...question }) => {
    const found = promises.find(({ commitment }) => commitment.id === commitmentId)?.commitment
    const commitment = found && mayReport(viewer, found) ? commitmentFor(found, viewer) : null
    return commitment ? { ...question, askedOn: dayAt(new Date(question.at), timeZone), commitment } : []
  })
}

/** Of these promises, which later day was refused, and nothing was said or asked for since. */
export async function refusedDaysOf(
  reader: Reader,
  placeId: PlaceId,
  ids: readonly CommitmentId[],
): Promise<ReadonlyMap<CommitmentId, { readonly dueOn: Day; readonly reason: string }>> {
  if (ids.length === 0) return new Map()
  const refused = (await refusedAt(reader, placeId)).filter(({ commitmentId }) => ids.includes(commitmentId))
  const open = await openAt(reader, placeId, refused)
  return new Map(
    open.flatMap(({ commitmentId, refusedDueOn: dueOn, said: reason }) =>
      dueOn === null ? [] : [[commitmentId, { dueOn, reason }] as const],
    ),
  )
}

/** A promise about which something was said, and at which place of the journal. */
interface Said {
  readonly commitmentId: CommitmentId
  readonly seq: number
}

const askedAt = (reader: Reader, placeId: PlaceId): Promise<readonly Said[]> =>
  reader
    .selectFrom('progress')
    .innerJoin('commitments', 'commitments.id', 'progress.commitmentId')
    .select(['progress.commitmentId', 'progress.seq'])
    .where('progress.placeId', '=', placeId)
    .where('progress.kind', 'in', ['comment', 'evidence-request'])
    .where('commitments.state', '!=', 'settled')
    .execute()

/** Only promises that run are done by another day. */
async function refusedAt(reader: Reader, placeId: PlaceId): Promise<readonly Said[]> {
  const events = (await eventsOf(reader, placeId, ['extension-refused'], 0)) as readonly QuestionEvent[]
  const ids = [...new Set(events.map(({ data }) => data.commitmentId))]
  const running = new Set(
    (await commitmentsByIds(reader, ids))
      .filter(({ commitment }) => commitment.state === 'open')
      .map(({ commitment }) => commitment.id),
  )
  return events
    .map(({ data: { commitmentId }, seq }) => ({ commitmentId, seq }))
    .filter(({ commitmentId }) => running.has(commitmentId))
}

async function openAt(reader: Reader, placeId: PlaceId, said: readonly Said[]) {
  if (said.length === 0) return []
  const ids = new Set(said.map(({ commitmentId }) => commitmentId))
  const from = Math.min(...said.map(({ seq }) => seq))
  const events = (await eventsOf(reader, placeId, QUESTION_EVENTS, from)) as readonly QuestionEvent[]
  return unansweredIn(events.filter(({ data }) => ids.has(data.commitmentId)))
}
