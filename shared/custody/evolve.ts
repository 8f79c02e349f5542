import type { ConcernEvent } from '../concerns/concern.ts'
import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import { withItem } from '../kernel/list.ts'
import type { Custody, CustodyEvent, CustodyStep, StepKind } from './custody.ts'

/** Events of a matter that say to which grid it belongs. */
export type GridEvent = Extract<ConcernEvent, { type: 'concern-raised' | 'concern-described' }>

/** Who holds each matter that was handed on, after one more event; hearing it twice changes nothing. */
export function evolveCustodies(
  list: readonly Custody[],
  event: RecordedEvent<CustodyEvent | GridEvent>,
): readonly Custody[] {
  const after = custodyAfter(event, list.find(({ id }) => id === event.data?.concernId) ?? null)
  return after ? withItem(list, after) : list
}

/** How one matter stands after an event; null where the event says nothing of who holds it. */
export function custodyAfter(
  event: RecordedEvent<CustodyEvent | GridEvent>,
  known: Custody | null,
): Custody | null {
  switch (event.type) {
    case 'matter-offered': {
      const { because, on: offeredOn, answerBy, fromPlaceId, toPlaceId } = event.data
      const { reason = '' } = event.words
      const offer = { fromPlaceId, toPlaceId, because, reason, offeredOn, answerBy }
      return { ...held(event, known, fromPlaceId), offer }
    }
    case 'matter-accepted':
      return { ...held(event, known, event.data.toPlaceId), heldSince: event.recordedAt, offer: null }
    case 'acceptance-taken-back': {
      const { because, offeredOn, answerBy, heldSince, fromPlaceId, toPlaceId } = event.data
      const { reason = '' } = event.words
      const offer = { fromPlaceId, toPlaceId, because, reason, offeredOn, answerBy }
      return { ...held(event, known, fromPlaceId), heldSince, offer }
    }
    case 'matter-returned':
    case 'offer-taken-back':
      return { ...held(event, known, event.data.fromPlaceId), offer: null }
    case 'matter-passed': {
      const { holderId, offer } = event.data
      const passed = known?.offer && offer ? { ...known.offer, ...offer } : null
      return { ...held(event, known, holderId), offer: passed }
    }
    case 'concern-raised':
    case 'concern-described':
      return receivedBy(event, known)
    default:
      event satisfies RecordedOf<CustodyEvent, 'unit-summoned' | 'unit-came'>
      return null
  }
}

/** Whoever works in a grid gets what is raised there, and what was thought to belong to another grid. */
function receivedBy(event: RecordedEvent<GridEvent>, known: Custody | null): Custody | null {
  const { receivedBy: gridId, ...data } = event.data
  const fromGridId = 'fromGridId' in data ? data.fromGridId : null
  if (known ? known.holderId !== fromGridId : !gridId) return null
  return { ...held(event, known, gridId ?? event.placeId), offer: null }
}

const held = (
  { data, placeId, recordedAt }: RecordedEvent<CustodyEvent | GridEvent>,
  known: Custody | null,
  holderId: string,
): Custody => ({
  id: data.concernId,
  meetingId: data.meetingId,
  firstPlaceId: placeId,
  heldSince: known?.heldSince ?? recordedAt,
  offer: null,
  holderId,
})

const KINDS: Readonly<Record<CustodyEvent['type'], StepKind>> = {
  'matter-offered': 'offered',
  'matter-accepted': 'accepted',
  'matter-returned': 'returned',
  'offer-taken-back': 'taken-back',
  'acceptance-taken-back': 'given-back',
  'unit-summoned': 'summoned',
  'unit-came': 'came',
  'matter-passed': 'passed',
}

export function stepIn(event: RecordedEvent<CustodyEvent>): CustodyStep | null {
  const kind = KINDS[event.type]
  if (!kind) return null
  const { concernId, fromPlaceId, toPlaceId, on } = event.data
  const { unit = null, reason, report } = event.words as { unit?: string; reason?: string; report?: string }
  const answerBy = 'answerBy' in event.data ? event.data.answerBy : null
  const { seq, recordedAt: at } = event
  return {
    concernId,
    seq,
    kind,
    fromPlaceId,
    toPlaceId,
    unit,
    reason: reason ?? report ?? '',
    on,
    answerBy,
    at,
  }
}

/** Every step of every matter, in order. */
export function evolveCustodySteps(
  list: readonly CustodyStep[],
  event: RecordedEvent<CustodyEvent>,
): readonly CustodyStep[] {
  const step = stepIn(event)
  return !step || list.some(({ seq }) => seq === step.seq) ? list : [...list, step]
}
