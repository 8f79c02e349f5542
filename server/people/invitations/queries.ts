import type { InvitationId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Invitation, WaitingInvitation } from '../../../shared/people/log-in/invitation.ts'
import type { Reader } from '../../storage/database.ts'

export const findInvitation = async (
  reader: Reader,
  placeId: PlaceId,
  invitationId: InvitationId,
): Promise<Invitation | null> =>
  (await reader
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', invitationId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()) ?? null

/** All invitations that a place ever sent, the oldest first. */
export const invitationsOf = (reader: Reader, placeId: PlaceId): Promise<readonly Invitation[]> =>
  reader
    .selectFrom('invitations')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('invitedAt')
    .orderBy('id')
    .execute()

/** Invitations of places that nobody used or took back, the oldest first. */
export const waitingInvitations = (
  reader: Reader,
  placeIds: readonly PlaceId[],
): Promise<readonly WaitingInvitation[]> =>
  reader
    .selectFrom('invitations')
    .leftJoin('invitationCodes', 'invitationCodes.invitationId', 'invitations.id')
    .selectAll('invitations')
    .select('invitationCodes.expiresAt')
    .where('placeId', 'in', ['', ...placeIds])
    .where('state', '=', 'waiting')
    .orderBy('invitedAt')
    .orderBy('id')
    .execute()

/** The invitation that a code opens, while it can still be used. */
export const invitationOfCode = async (
  reader: Reader,
  codeHash: string,
  now: Date,
): Promise<WaitingInvitation | null> =>
  (await reader
    .selectFrom('invitations')
    .innerJoin('invitationCodes', 'invitationCodes.invitationId', 'invitations.id')
    .selectAll('invitations')
    .select('invitationCodes.expiresAt')
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', now.toISOString())
    .where('state', '=', 'waiting')
    .executeTakeFirst()) ?? null
