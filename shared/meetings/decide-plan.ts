import type { Decide } from '../kernel/command.ts'
import type { CommitmentId } from '../kernel/id.ts'
import { dayRefusal, firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { GAP } from './decide-agenda.ts'
import { formatOf } from './formats.ts'
import type { MeetingState } from './decide.ts'
import {
  MAX_AGENDA_TITLE_LENGTH,
  MAX_MEETING_TITLE_LENGTH,
  MAX_VENUE_LENGTH,
  type MeetingEvent,
} from './meeting.ts'
import { signedRefusal } from './signed.ts'
import type { PlanMeeting, RescheduleMeeting } from './schema.ts'

export interface PlanMeetingState {
  readonly isTaken: boolean
  readonly takenAgendaItemIds: readonly string[]
  /** Promises of this place that may be looked at. */
  readonly knownPromises: readonly CommitmentId[]
  /** What waits for the next agenda, in order. */
  readonly waitingPromises: readonly CommitmentId[]
}

export const decidePlanMeeting: Decide<PlanMeeting, PlanMeetingState, MeetingEvent> = (
  command,
  state,
  actor,
) => {
  const denied = commandRefusal('plan-meeting', actor)
  if (denied) return denied
  const { meetingId, format, onDay, beginsAt, agenda } = command
  const venue = command.venue?.trim()
  const refusal = firstRefusal(
    state.isTaken && refuse('already-exists', 'meetingId'),
    textRefusal('title', command.title, MAX_MEETING_TITLE_LENGTH),
    dayRefusal('onDay', onDay),
    venueRefusal(command.venue),
    agendaRefusal(agenda, state.takenAgendaItemIds),
    promisesRefusal(command.promises, state.knownPromises),
  )
  if (refusal) return refusal
  const { moderation } = formatOf(format)
  const items = withKinds(command)
  const isReviewing = items.some(({ kind }) => kind === 'promises')
  const promises = command.promises ?? (isReviewing ? state.waitingPromises : [])
  return [
    {
      type: 'meeting-planned',
      data: { meetingId, format, onDay, moderation, ...(beginsAt && { beginsAt }) },
      words: { title: command.title.trim(), ...(venue && { venue }) },
    },
    ...items.map(({ agendaItemId, title, kind, concernId }, index): MeetingEvent => ({
      type: 'agenda-item-added',
      data: {
        ...{ meetingId, agendaItemId, position: (index + 1) * GAP },
        ...(kind === 'promises' ? { kind } : {}),
        ...(concernId ? { concernId } : {}),
      },
      words: { title: title.trim() },
    })),
    ...looksAt(meetingId, promises),
  ]
}

const venueRefusal = (venue: string | null | undefined): Refusal | undefined =>
  typeof venue === 'string' ? textRefusal('venue', venue, MAX_VENUE_LENGTH) : undefined

/** Another day, hour or place; whoever comes reads it at once. */
export const decideRescheduleMeeting: Decide<RescheduleMeeting, MeetingState, MeetingEvent> = (
  { onDay, beginsAt, venue },
  { meeting },
  actor,
) => {
  const denied = commandRefusal('reschedule-meeting', actor)
  if (denied) return denied
  if (!meeting) return refuse('not-found', 'meetingId')
  const wrong = firstRefusal(
    signedRefusal(meeting),
    dayRefusal('onDay', onDay),
    meeting.phase !== 'planned' && onDay !== meeting.onDay && refuse('meeting-not-planned', 'onDay'),
    venueRefusal(venue),
  )
  if (wrong) return wrong
  const data = { meetingId: meeting.id, onDay, beginsAt }
  return [{ type: 'meeting-rescheduled', data, words: { venue: venue?.trim() ?? null } }]
}

const looksAt = (meetingId: string, promises: readonly CommitmentId[]): readonly MeetingEvent[] =>
  [...new Set(promises)].map((commitmentId, index) => ({
    type: 'promise-put-on-agenda',
    data: { meetingId, commitmentId, position: (index + 1) * GAP },
    words: {},
  }))

/** A plan that does not say which item looks at promises means the one that its format begins with. */
function withKinds({ format, agenda }: PlanMeeting): PlanMeeting['agenda'] {
  if (agenda.some(({ kind }) => kind !== undefined)) return agenda
  const openings = Object.values(formatOf(format).agenda).map(([first]) => first)
  const opening = agenda.find(({ title }) => openings.includes(title.trim()))
  return agenda.map((item) => (item === opening ? { ...item, kind: 'promises' } : item))
}

function promisesRefusal(
  promises: PlanMeeting['promises'],
  known: readonly CommitmentId[],
): Refusal | undefined {
  const at = promises?.findIndex((id) => !known.includes(id)) ?? -1
  return at < 0 ? undefined : refuse('not-found', `promises/${at}`)
}

function agendaRefusal(agenda: PlanMeeting['agenda'], taken: readonly string[]): Refusal | undefined {
  const seen = new Set(taken)
  for (const [index, { agendaItemId, title }] of agenda.entries()) {
    if (seen.has(agendaItemId)) return refuse('already-exists', `agenda/${index}/agendaItemId`)
    seen.add(agendaItemId)
    const refusal = textRefusal(`agenda/${index}/title`, title, MAX_AGENDA_TITLE_LENGTH)
    if (refusal) return refusal
  }
  return undefined
}
