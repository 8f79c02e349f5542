import { mayRun, type Place } from '../places/place.ts'
import type { Actor, Instant, NewEvent, Role } from '../kernel/event.ts'
import type { OwnReset } from './log-in/login-reset.ts'
import type { Partner } from './partner.ts'
import type { HouseholdId, InvitationId, PersonId, PlaceId, PostId } from '../kernel/id.ts'

export const MAX_PERSON_NAME_LENGTH = 30
export const MAX_HOUSEHOLD_NAME_LENGTH = 40
export const MAX_POST_TITLE_LENGTH = 20
export const MAX_ROSTER_ROWS = 2000
/** Stands where the name of somebody stood who was erased. */
export const ERASED_NAME = '某某'

/** A family at one door; every household sits in a grid (none until it has been drawn). */
export interface Household {
  readonly id: HouseholdId
  readonly placeId: PlaceId
  readonly gridId: PlaceId | null
  readonly name: string
}

export interface Person {
  readonly id: PersonId
  readonly placeId: PlaceId
  readonly householdId: HouseholdId | null
  readonly name: string
  readonly movedAwayAt: Instant | null
}

/** Who holds which role where; `title` is what people call it (村书记). */
export interface Post {
  readonly id: PostId
  readonly placeId: PlaceId
  readonly personId: PersonId
  readonly role: Role
  readonly title: string
  /** The grid that a grid worker holds. */
  readonly gridId: PlaceId | null
  readonly givenAt: Instant
  readonly endedAt: Instant | null
}

export type PersonEvent =
  | NewEvent<'household-added', { householdId: HouseholdId; gridId: PlaceId | null }, { name: string }>
  | NewEvent<'person-added', { personId: PersonId; householdId: HouseholdId | null }, { name: string }>
  | NewEvent<'person-renamed', { personId: PersonId }, { name: string }>
  | NewEvent<'person-moved-away', { personId: PersonId }>
  /** Their name and log-in are gone everywhere; whoever listens reads everything anew. */
  | NewEvent<'person-erased', { personId: PersonId }>
  /** `gridId` is missing in events from before grids had workers. */
  | NewEvent<
      'post-given',
      { postId: PostId; personId: PersonId; role: Role; gridId?: PlaceId | null },
      { title: string }
    >
  | NewEvent<'post-ended', { postId: PostId; personId: PersonId }>
  | NewEvent<
      'person-invited',
      { invitationId: InvitationId; personId: PersonId; role: Role; gridId: PlaceId | null },
      { title: string }
    >
  | NewEvent<'invitation-taken-back', { invitationId: InvitationId; personId: PersonId }>
  | NewEvent<
      'invitation-accepted',
      { invitationId: InvitationId; personId: PersonId; postId: PostId; role: Role }
    >
  /** Somebody's password was set, by themselves or by whoever acted. */
  | NewEvent<'login-set', { personId: PersonId }>
  /** Somebody who cannot log in any more: asked by one, confirmed by another, or stopped. */
  | NewEvent<'login-reset-asked', { personId: PersonId }>
  | NewEvent<'login-reset-confirmed', { personId: PersonId }>
  | NewEvent<'login-reset-stopped', { personId: PersonId }>

/** The facilitator keeps roster and posts; those above too, or a village that they found would stay without anybody. */
export const mayKeepRoster = mayRun

export interface Me {
  readonly setupNeeded: boolean
  /** True where set-up asks for the key that the server printed. */
  readonly setupKeyNeeded: boolean
  readonly actor: Pick<Actor, 'id' | 'kind' | 'name' | 'personId' | 'meetingId'> | null
  /** Who else set the password that they logged in with; gone once they set their own. */
  readonly passwordSetBy?: { readonly name: string | null; readonly at: Instant }
  /** That their log-in shall be set anew, or was. */
  readonly loginReset?: OwnReset
  /** Places at which the actor holds a post or has joined an evening. */
  readonly places: readonly (Place & { readonly roles: Actor['roles'] })[]
}

export interface RosterView {
  readonly asOf: number
  readonly place: Place
  readonly grids: readonly Place[]
  readonly households: readonly Household[]
  readonly people: readonly (Person & { readonly hasLogin: boolean; readonly isLoginUsed?: boolean })[]
  readonly posts: readonly Post[]
  /** Of this place and of what it stands in. */
  readonly partners?: readonly Partner[]
  /** Who holds a post in what this place stands in, and may own a promise here. */
  readonly above?: readonly PersonAbove[]
}

export interface PersonAbove {
  readonly id: PersonId
  readonly name: string
  readonly title: string
  readonly placeName: string
}
