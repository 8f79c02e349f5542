import type { RecordedEvent } from '../kernel/event.ts'
import { withChange, withItem } from '../kernel/list.ts'
import type { Concern, ConcernEvent } from './concern.ts'

type Settled = Exclude<Concern['state'], 'raised'>

/** Concerns after one more event; hearing it twice changes nothing. */
export function evolveConcerns(
  list: readonly Concern[],
  event: RecordedEvent<ConcernEvent>,
): readonly Concern[] {
  const settle = (state: Settled, outcome: string | null, referredTo: string | null = null) =>
    withChange(list, event.data.concernId, (concern) => ({
      ...concern,
      state,
      outcome,
      referredTo,
      settledAt: event.recordedAt,
    }))
  switch (event.type) {
    case 'concern-raised':
      return withItem(list, raised(event))
    case 'concern-reworded':
      return withChange(list, event.data.concernId, (concern) => ({
        ...concern,
        text: event.words.text ?? '',
      }))
    case 'concern-answered':
      return settle('answered', event.words.outcome ?? '')
    case 'concern-referred':
      return settle('referred', event.words.outcome ?? null, event.words.referredTo ?? '')
    case 'concern-declined':
      return settle('declined', event.words.outcome ?? '')
    case 'concern-promised':
      return settle('promised', null)
    case 'outcome-taken-back':
      return withChange(list, event.data.concernId, (concern) => ({
        ...concern,
        state: 'raised',
        outcome: null,
        referredTo: null,
        settledAt: null,
      }))
    default:
      return list
  }
}

const raised = ({
  data,
  words,
  recordedAt,
}: RecordedEvent<Extract<ConcernEvent, { type: 'concern-raised' }>>): Concern => ({
  id: data.concernId,
  no: data.no,
  meetingId: data.meetingId,
  agendaItemId: data.agendaItemId,
  commentId: data.commentId,
  lane: data.lane,
  state: 'raised',
  raisedById: data.raisedById,
  raisedBy: words.raisedBy ?? null,
  text: words.text ?? '',
  outcome: null,
  referredTo: null,
  raisedAt: recordedAt,
  settledAt: null,
})
