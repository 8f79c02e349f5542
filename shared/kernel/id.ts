declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]?: Name }

/** All ids are lower-case UUIDs; who makes the thing makes its id, so that a repeat can be recognised. */
export type PlaceId = Branded<'place'>
export type PersonId = Branded<'person'>
export type HouseholdId = Branded<'household'>
export type PostId = Branded<'post'>
export type InvitationId = Branded<'invitation'>
export type ActorId = Branded<'actor'>
export type CommandId = Branded<'command'>
export type MeetingId = Branded<'meeting'>
export type AgendaItemId = Branded<'agenda-item'>
export type CommentId = Branded<'comment'>
export type ConcernId = Branded<'concern'>
export type CommitmentId = Branded<'commitment'>
export type EntryId = Branded<'catalogue-entry'>
export type RatingId = Branded<'rating'>
export type RobotId = Branded<'robot'>
export type VisitId = Branded<'visit'>
export type PhotoId = Branded<'photo'>

export const ID_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
