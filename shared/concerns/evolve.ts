import type { Day } from '../kernel/day.ts'
import type { Instant, RecordedEvent } from '../kernel/event.ts'
import { withChange, withItem, withoutId } from '../kernel/list.ts'
import type { Concern, ConcernEvent, ConcernState, GivenOutcome } from './concern.ts'

type Before = Pick<Concern, 'state' | 'timesReopened' | 'settledAs'>
type Of<Type extends ConcernEvent['type']> = RecordedEvent<Extract<ConcernEvent, { type: Type }>>

/** Concerns after one more event; hearing it twice changes nothing. */
export function evolveConcerns(
  list: readonly Concern[],
  event: RecordedEvent<ConcernEvent>,
): readonly Concern[] {
  switch (event.type) {
    case 'concern-raised':
      return withItem(list, concernRaised(event))
    case 'concern-merged':
      return merged(list, event)
    case 'merge-taken-back':
      return parted(list, event)
    case 'concern-recorded': {
      const { concernId: id, meetingId, held } = event.data
      const { text = '', raisedBy = null } = event.words
      if (held && !list.some((one) => one.id === id))
        return withItem(list, { ...held, id, meetingId, text, raisedBy })
      return changed(list, event)
    }
    case 'concern-unimported':
      return withoutId(list, event.data.concernId)
    default:
      return changed(list, event)
  }
}

function changed(list: readonly Concern[], event: RecordedEvent<ConcernEvent>): readonly Concern[] {
  if (!event.data || !('concernId' in event.data)) return list
  const before = list.find(({ id }) => id === event.data.concernId)
  const facts = before && changeBy(event, before)
  return facts ? withItem(list, { ...before, ...facts }) : list
}

/** What one event changes of the concern that it is about: for screens and for the table. */
export function changeBy(event: RecordedEvent<ConcernEvent>, before: Before): Partial<Concern> | null {
  switch (event.type) {
    case 'concern-recorded':
      return before.state === 'raised' ? { state: 'recorded' } : {}
    case 'concern-described': {
      const { kind, category, size, groups, gridId } = event.data
      return { kind, category, size, groups, gridId }
    }
    case 'concern-reworded':
      return { text: event.words.text ?? '', ...wordingState(before.state, event.data.isAgreed) }
    case 'concern-answered':
      return settle(event, 'answered')
    case 'concern-referred':
      return {
        ...settle(event, 'referred', null),
        referredTo: event.words.referredTo ?? '',
        route: event.data.route,
      }
    case 'concern-put-to-assembly':
      return settle(event, 'assembly')
    case 'concern-declined':
      return settle(event, 'declined')
    case 'concern-promised':
      return settle(event, 'promised', null)
    case 'outcome-taken-back':
      return { ...UNSETTLED, state: before.timesReopened > 0 ? 'reopened' : 'recorded' }
    default:
      return changeOfCourse(event, before)
  }
}

/** Nobody promised anything to it, and the ledger does not tell it: taken back, it leaves what was answered and no words. */
const hadNoPromise = ({ settledAs, timesReopened }: Pick<Concern, 'settledAs' | 'timesReopened'>): boolean =>
  settledAs !== 'promised' && timesReopened === 0

type OfCourse =
  | `concern-${'withdrawn' | 'rated' | 'reopened' | 'escalated' | 'put-on-agenda' | 'marked-for-next' | 'closed'}`
  | 'voice-added'
  | 'slip-handed-out'
/** They begin or end a matter, or are about two of them. */
type OfOthers = `concern-${'raised' | 'unimported' | 'merged'}` | 'merge-taken-back'

/** What happens to it after the outcome. */
function changeOfCourse(event: Of<OfCourse | OfOthers>, before: Before): Partial<Concern> | null {
  switch (event.type) {
    case 'concern-withdrawn':
      return { state: 'withdrawn', ...(hadNoPromise(before) && { text: '', raisedBy: null }) }
    case 'voice-added':
      return { voices: event.data.voices }
    case 'slip-handed-out':
      return { raisedById: event.data.raisedById }
    case 'concern-rated':
      return { state: 'rated' }
    case 'concern-reopened':
      return { state: 'reopened', timesReopened: event.data.round }
    case 'concern-escalated':
      return { escalatedToId: event.data.toPlaceId, isForNextAgenda: event.data.isForNextAgenda }
    case 'concern-put-on-agenda':
      return { isForNextAgenda: false }
    case 'concern-marked-for-next':
      return { isForNextAgenda: event.data.isForNextAgenda }
    case 'concern-closed':
      return {
        state: 'closed',
        closedAs: event.data.as,
        ...(event.data.route && { route: event.data.route }),
      }
    default:
      event satisfies Of<OfOthers>
      return null
  }
}

const UNSETTLED = {
  outcome: null,
  referredTo: null,
  route: null,
  settledAt: null,
  settledOn: null,
  settledById: null,
  settledAs: null,
} as const

const settle = (
  {
    data,
    words,
    recordedAt,
    actorId,
  }: Of<`concern-${'answered' | 'referred' | 'put-to-assembly' | 'declined' | 'promised'}`>,
  state: GivenOutcome,
  unsaid: string | null = '',
): Partial<Concern> => ({
  ...UNSETTLED,
  state,
  outcome: (words as { outcome?: string }).outcome ?? unsaid,
  settledAt: recordedAt,
  settledOn: data.on,
  settledById: actorId || null,
  settledAs: state,
})

// Words that changed have to be agreed again, unless that was done in the same breath.
function wordingState(state: ConcernState, isAgreed: boolean): { state?: ConcernState } {
  if (state !== 'raised' && state !== 'recorded') return {}
  return { state: isAgreed ? 'recorded' : 'raised' }
}

function merged(list: readonly Concern[], { data }: Of<'concern-merged'>): readonly Concern[] {
  const { concernId, intoId, voices } = data
  const gone = withChange<Concern>(list, concernId, (one) => ({
    ...one,
    state: 'merged',
    mergedIntoId: intoId,
  }))
  return withChange(gone, intoId, (one) => ({ ...one, voices })).map((one) =>
    one.mergedIntoId === concernId ? { ...one, mergedIntoId: intoId } : one,
  )
}

function parted(list: readonly Concern[], { data }: Of<'merge-taken-back'>): readonly Concern[] {
  const { concernId, intoId, voices, state, followerIds } = data
  const back = withChange<Concern>(list, concernId, (one) => ({ ...one, state, mergedIntoId: null }))
  return withChange(back, intoId, (one) => ({ ...one, voices })).map((one) =>
    followerIds.includes(one.id) ? { ...one, mergedIntoId: concernId } : one,
  )
}

// Noon in the country, so that it is the same day in every place of it.
const onThatDay = (day: Day): Instant => `${day}T04:00:00.000Z`

/** A matter as it stands when it is raised. */
export const concernRaised = ({ data, words, recordedAt }: Of<'concern-raised'>): Concern => ({
  id: data.concernId,
  no: data.no,
  meetingId: data.meetingId,
  // Those that were raised before there was another way do not say so.
  channel: data.channel ?? 'meeting',
  agendaItemId: data.agendaItemId,
  commentId: data.commentId,
  lane: data.lane,
  state: 'raised',
  raisedById: data.raisedById,
  raisedBy: words.raisedBy ?? null,
  text: words.text ?? '',
  kind: 'stated',
  category: 'other',
  size: 'general',
  groups: [],
  gridId: data.gridId ?? null,
  ...UNSETTLED,
  raisedAt: data.raisedOn === undefined ? recordedAt : onThatDay(data.raisedOn),
  voices: 1,
  mergedIntoId: null,
  timesReopened: 0,
  escalatedToId: null,
  isForNextAgenda: false,
  closedAs: null,
})
