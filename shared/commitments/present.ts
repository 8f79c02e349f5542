import { isSelf, isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import type { Commitment, CommitmentEvent, DecidedBy, DueChange } from './commitment.ts'

/** What this viewer may know of a promise: the public hears of it when it is read back. */
export function commitmentFor(commitment: Commitment, viewer: Viewer): Commitment | null {
  if (isElsewhere(commitment.meetingId, viewer)) return null
  if (isStaff(viewer)) return commitment
  const isTaker = isSelf(viewer, commitment.takenById)
  if (isTaker) return commitment
  if (commitment.readBackAt === null || commitment.state === 'dropped') return null
  // What the owner asked for is between them and those above, until it is decided.
  return { ...commitment, takenById: null, askedDueOn: null, askedReason: null }
}

/** Everybody is told by which post a later day was agreed, and staff by whom. */
export const dueChangeFor = (change: DueChange, viewer: Viewer): DueChange =>
  isStaff(viewer) ? change : { ...change, byName: null }

export function presentCommitment(
  event: RecordedEvent<CommitmentEvent>,
  viewer: Viewer,
): RecordedEvent<CommitmentEvent> | null {
  if (isElsewhere(event.data.meetingId, viewer) || isErased(event)) return null
  return isStaff(viewer) ? event : presentToOutsiders(event)
}

/** A promise without its words was taken out again with its import. */
const isErased = ({ type, words }: RecordedEvent<CommitmentEvent>): boolean =>
  (type === 'commitment-recorded' || type === 'commitment-read-back') && !('measure' in words)

function presentToOutsiders(event: RecordedEvent<CommitmentEvent>): RecordedEvent<CommitmentEvent> | null {
  switch (event.type) {
    case 'commitment-recorded':
    case 'extension-asked':
    case 'extension-refused':
    case 'commitment-restored':
      return null
    case 'commitment-amended':
      return event.data.wasReadBack ? withoutPromise(event) : null
    case 'commitment-dropped':
    case 'commitment-put-off':
      return event.data.wasReadBack ? event : null
    case 'commitment-read-back':
    case 'commitment-confirmed':
    case 'confirmation-taken-back':
    case 'due-day-recounted':
    case 'part-reported':
    case 'evidence-added':
    case 'photo-removed':
    case 'commitment-done':
    case 'report-taken-back':
    case 'commitment-became-overdue':
    case 'commitment-settled':
    case 'commitment-unimported':
      return event
    case 'owner-linked':
      // Whose name stands on the roster is for the staff.
      return { ...event, words: { owner: '', name: '', title: null } }
    case 'due-day-moved':
    case 'commitment-ordered':
    case 'commitment-supervised':
      return withoutName(event)
    case 'commitment-rated':
    case 'commitment-reopened':
    case 'commitment-joined':
      return withoutActor(event)
    default:
      return unknown(event)
  }
}

/** Who judged it may be somebody who asked to stay unnamed. */
const withoutActor = <Event extends { readonly actorId: string }>(event: Event): Event => ({
  ...event,
  actorId: '',
})

/** By which post it was decided everybody may know; by whom is for the staff. */
const withoutName = <Event extends { readonly words: Partial<DecidedBy> }>(event: Event): Event =>
  event.words.byName ? { ...event, words: { ...event.words, byName: null } } : event

// A desk reviews promises of earlier evenings.
const isElsewhere = (meetingId: string | null, viewer: Viewer): boolean =>
  viewer.lookingAt !== null && !isStaff(viewer) && viewer.lookingAt !== meetingId

// The hall learns that what it heard no longer holds, not what will be read back instead.
const withoutPromise = (
  event: RecordedEvent<Extract<CommitmentEvent, { type: 'commitment-amended' }>>,
): RecordedEvent<CommitmentEvent> => ({
  ...event,
  data: { ...event.data, ownerId: null, coOwnerIds: [], coOwnersDueOn: [], limit: null, isOnTheSpot: false },
  words: { measure: '', owner: '', ownerTitle: null, coOwners: [] },
})

const unknown = (_event: never): null => null
