import type { RecordedEvent } from '../kernel/event.ts'
import { withChange, withItem, withoutId } from '../kernel/list.ts'
import type { Visit, VisitEvent } from './visit.ts'

type Of<Type extends VisitEvent['type']> = RecordedEvent<Extract<VisitEvent, { type: Type }>>

/** Notes after one more event; hearing it twice changes nothing. */
export function evolveVisits(list: readonly Visit[], event: RecordedEvent<VisitEvent>): readonly Visit[] {
  switch (event.type) {
    case 'visit-noted':
      return list.some(({ id }) => id === event.data.visitId) ? list : withItem(list, visitNoted(event))
    case 'visit-changed':
      return withChange<Visit>(list, event.data.visitId, (one) => ({ ...one, ...changeOfVisit(event) }))
    case 'visit-dropped':
      return withoutId(list, event.data.visitId)
    case 'visit-line-raised':
      return withChange<Visit>(list, event.data.visitId, (one) => ({
        ...one,
        raised: raisedAfter(one, event),
      }))
    default:
      event satisfies never
      return list
  }
}

export const visitNoted = (event: Of<'visit-noted'>): Visit => ({
  id: event.data.visitId,
  writtenById: event.actorId,
  ...contentOf(event),
  writtenAt: event.recordedAt,
  changedAt: null,
  raised: [],
})

export const changeOfVisit = (event: Of<'visit-changed'>): Partial<Visit> => ({
  ...contentOf(event),
  changedAt: event.recordedAt,
})

export function raisedAfter(
  { raised }: Pick<Visit, 'raised'>,
  { data: { concernId, part }, words }: Of<'visit-line-raised'>,
): Visit['raised'] {
  if (raised.some((one) => one.concernId === concernId)) return raised
  return [...raised, { concernId, part, line: words.line ?? '' }]
}

function contentOf({ data, words }: Of<'visit-noted' | 'visit-changed'>) {
  const { onDay, atTime, gridId, visitorIds } = data
  const { door = null, visited = '', visitors = [], seen = '', need = '', next = '' } = words
  return {
    onDay,
    atTime,
    gridId,
    door,
    visited,
    visitors: visitorIds.map((personId, at) => ({ personId, name: visitors[at] ?? '' })),
    seen,
    need,
    next,
  }
}
