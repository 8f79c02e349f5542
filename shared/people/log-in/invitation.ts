import type { Instant, RecordedEvent, Role } from '../../kernel/event.ts'
import type { InvitationId, PersonId, PlaceId } from '../../kernel/id.ts'
import type { PersonEvent } from '../person.ts'

/** Days in which a link or a printed code can be used. */
export const INVITATION_DAYS = 3

/** Somebody was asked to take a post; it is theirs once they have chosen a password of their own. */
export interface Invitation {
  readonly id: InvitationId
  readonly placeId: PlaceId
  readonly personId: PersonId
  readonly role: Role
  readonly title: string
  readonly gridId: PlaceId | null
  readonly invitedAt: Instant
  readonly state: 'waiting' | 'accepted' | 'taken-back'
}

/** Who is invited by whom to what, for whoever holds the code. */
export interface InvitationView {
  readonly name: string
  readonly title: string
  readonly placeName: string
  /** The place above, where it has one. */
  readonly from: string | null
  /** The log-in that is set anew; null where somebody is invited. */
  readonly loginName: string | null
  readonly expiresAt: Instant
}

/** A code, told once: only its hash is kept. */
export interface InvitationCode {
  readonly code: string
  readonly expiresAt: Instant
  /** Where it is used; the code stands behind `#`, so that no server or proxy writes it down. */
  readonly address: string
  /** The address as a QR code: one square of 1 for each dark module. */
  readonly qr: { readonly size: number; readonly path: string }
}

/** An invitation that waits, as whoever runs the place reads it; without a code nobody can use it. */
export interface WaitingInvitation extends Invitation {
  readonly expiresAt: Instant | null
}

/** The invitations of a place as somebody has heard of them. */
export function evolveInvitations(
  invitations: readonly Invitation[],
  event: RecordedEvent<PersonEvent>,
): readonly Invitation[] {
  switch (event.type) {
    case 'person-invited':
      return [...invitations, invitationIn(event)]
    case 'invitation-taken-back':
      return ended(invitations, event.data.invitationId, 'taken-back')
    case 'invitation-accepted':
      return ended(invitations, event.data.invitationId, 'accepted')
    default:
      event satisfies Exclude<RecordedEvent<PersonEvent>, { type: `${string}invit${string}` }>
      return invitations
  }
}

const ended = (
  invitations: readonly Invitation[],
  id: InvitationId,
  state: 'accepted' | 'taken-back',
): readonly Invitation[] => invitations.map((one) => (one.id === id ? { ...one, state } : one))

/** The invitation that an event speaks of. */
export const invitationIn = ({
  placeId,
  recordedAt: invitedAt,
  data: { invitationId: id, personId, role, gridId },
  words: { title = '' },
}: RecordedEvent<Extract<PersonEvent, { type: 'person-invited' }>>): Invitation => ({
  ...{ id, placeId, personId, role, title, gridId, invitedAt },
  state: 'waiting',
})
