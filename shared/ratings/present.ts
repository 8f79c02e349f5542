import { isSelf, isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { Rating, RatingEvent } from './rating.ts'

/** What this viewer may know of a rating: its two answers are public, who gave it and in which words is not. */
export function ratingFor(rating: Rating, viewer: Viewer): Rating | null {
  if (isElsewhere(rating, viewer)) return null
  if (isStaff(viewer) || isOwn(rating.ratedById, viewer)) return rating
  return { ...rating, ratedById: null, word: null, witness: null, tellers: [] }
}

export function presentRating(
  event: RecordedEvent<RatingEvent>,
  viewer: Viewer,
): RecordedEvent<RatingEvent> | null {
  if (isElsewhere(event.data, viewer)) return null
  if (isStaff(viewer) || isOwn(event.actorId, viewer)) return event
  if (event.type === 'hands-noted') return { ...event, actorId: '' }
  if (event.type === 'rating-changed') return { ...event, actorId: '', words: { word: null } }
  return { ...event, actorId: '', words: { word: null, witness: null, tellers: [] } }
}

const isOwn = (ratedById: string | null, viewer: Viewer): boolean => isSelf(viewer, ratedById)

interface Where {
  readonly meetingId: string | null
  readonly countedAtId?: string | null
}

// A desk reviews promises of earlier evenings.
const isElsewhere = ({ meetingId, countedAtId }: Where, viewer: Viewer): boolean =>
  viewer.lookingAt !== null &&
  !isStaff(viewer) &&
  viewer.lookingAt !== meetingId &&
  viewer.lookingAt !== countedAtId
