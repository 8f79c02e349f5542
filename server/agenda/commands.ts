import { isOver, type Concern, type ConcernEvent } from '../../shared/concerns/concern.ts'
import type { CommitmentId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import {
  decidePutPromiseOnAgenda,
  decideTakePromiseOffAgenda,
  type AgendaPromiseState,
} from '../../shared/meetings/decide-agenda.ts'
import { decidePlanMeeting, type PlanMeetingState } from '../../shared/meetings/decide-plan.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { PlanMeeting, PutPromiseOnAgenda, TakePromiseOffAgenda } from '../../shared/meetings/schema.ts'
import { concernsByIds, findConcern } from '../concerns/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { agendaPromisesOf, findMeeting, isMeetingIdTaken, takenAgendaItemIds } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { reviewablePromises, waitingPromisesOf } from './queries.ts'

interface PlanState extends PlanMeetingState {
  /** Matters of this place that an item is about. */
  readonly concerns: readonly Concern[]
}

/** An evening with its agenda: what it talks about, and which promises it looks at. */
export const planMeeting: CommandHandler<PlanMeeting, PlanState, MeetingEvent | ConcernEvent> = {
  load: async (work, { placeId, meetingId, onDay, agenda, promises }) => ({
    isTaken: await isMeetingIdTaken(work, meetingId),
    takenAgendaItemIds: await takenAgendaItemIds(
      work,
      agenda.map(({ agendaItemId }) => agendaItemId),
    ),
    knownPromises: promises ? await reviewablePromises(work, placeId) : [],
    waitingPromises: promises ? [] : await waitingPromisesOf(work, placeId, { today: onDay, onDay }),
    concerns: await concernsHere(work, placeId, agenda),
  }),
  decide: (command, state, actor, moment) => {
    const planned = decidePlanMeeting(command, state, actor, moment)
    if (isRefusal(planned)) return planned
    const put: ConcernEvent[] = []
    for (const [index, { agendaItemId, concernId }] of command.agenda.entries()) {
      if (!concernId) continue
      const concern = state.concerns.find(({ id }) => id === concernId)
      if (!concern) return refuse('not-found', `agenda/${index}/concernId`)
      if (isOver(concern)) return refuse('concern-over', `agenda/${index}/concernId`)
      const data = { concernId, meetingId: concern.meetingId, onMeetingId: command.meetingId, agendaItemId }
      put.push({ type: 'concern-put-on-agenda', data, words: {} })
    }
    return [...planned, ...put]
  },
}

async function concernsHere(
  work: Work,
  placeId: PlaceId,
  agenda: PlanMeeting['agenda'],
): Promise<readonly Concern[]> {
  const ids = agenda.flatMap(({ concernId }) => concernId ?? [])
  const found = await concernsByIds(work, ids)
  const here = await Promise.all(found.map(({ id }) => findConcern(work, placeId, id)))
  return here.filter((one) => one !== null)
}

type AboutPromise = PlaceCommand & { readonly meetingId: MeetingId; readonly commitmentId: CommitmentId }

const loadPromise = async (
  work: Work,
  { placeId, meetingId, commitmentId }: AboutPromise,
): Promise<AgendaPromiseState> => ({
  meeting: await findMeeting(work, placeId, meetingId),
  promises: await agendaPromisesOf(work, meetingId),
  isKnown: (await reviewablePromises(work, placeId)).includes(commitmentId),
})

export const putPromiseOnAgenda: CommandHandler<PutPromiseOnAgenda, AgendaPromiseState, MeetingEvent> = {
  load: loadPromise,
  decide: decidePutPromiseOnAgenda,
}

export const takePromiseOffAgenda: CommandHandler<TakePromiseOffAgenda, AgendaPromiseState, MeetingEvent> = {
  load: loadPromise,
  decide: decideTakePromiseOffAgenda,
}
