import { isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { Concern, ConcernEvent } from './concern.ts'

/** What this viewer may know of a concern: all, or all but who raised it. */
export function concernFor(concern: Concern, viewer: Viewer): Concern | null {
  if (isElsewhere(concern.meetingId, viewer)) return null
  if (knowsAll(concern.raisedById, viewer)) return concern
  return { ...concern, raisedById: null, raisedBy: concern.lane === 'masked' ? null : concern.raisedBy }
}

export function presentConcern(
  event: RecordedEvent<ConcernEvent>,
  viewer: Viewer,
): RecordedEvent<ConcernEvent> | null {
  if (isElsewhere(event.data.meetingId, viewer)) return null
  switch (event.type) {
    case 'concern-raised': {
      const { data, words } = event
      if (knowsAll(data.raisedById, viewer)) return event
      const raisedBy = data.lane === 'masked' ? null : words.raisedBy
      return { ...event, data: { ...data, raisedById: null }, words: { ...words, raisedBy } }
    }
    case 'concern-reworded':
    case 'concern-answered':
    case 'concern-referred':
    case 'concern-declined':
    case 'concern-promised':
    case 'outcome-taken-back':
      return event
    default:
      return unknown(event)
  }
}

const isElsewhere = (meetingId: string, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && viewer.lookingAt !== meetingId

const knowsAll = (raisedById: string | null, viewer: Viewer): boolean =>
  isStaff(viewer) || raisedById === viewer.id

const unknown = (_event: never): null => null
