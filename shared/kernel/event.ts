import type { ActorId, MeetingId, PersonId, PlaceId } from './id.ts'
import { NO_RECUSAL, type Recusal } from './recusal.ts'

/** An instant as ISO 8601 text in UTC, milliseconds included. */
export type Instant = string

/** What happened: `data` is kept for ever, `words` are what people wrote and can be erased. */
export interface NewEvent<
  Type extends string = string,
  Facts extends object = object,
  Words extends object = object,
> {
  readonly type: Type
  readonly data: Facts
  readonly words: Words
}

/** Where and when it was written down; `seq` is gapless and commit-ordered within its place. */
export interface Recorded {
  readonly placeId: PlaceId
  readonly seq: number
  readonly recordedAt: Instant
  readonly actorId: ActorId
}

/** Distributes over a union of events, so that `switch (event.type)` narrows data and words together. */
export type RecordedEvent<Event extends NewEvent = NewEvent> = Event extends NewEvent
  ? Event & Recorded
  : never

/** The recorded events of these types: what a fold has to say that it lets pass. */
export type RecordedOf<Event extends NewEvent, Type extends Event['type']> = RecordedEvent<
  Extract<Event, { type: Type }>
>

export const ROLES = [
  'facilitator',
  'recorder',
  'cadre',
  'supervision',
  'grid-worker',
  'township',
  'county',
  'discipline',
  'representative',
  'villager',
] as const
export type Role = (typeof ROLES)[number]

/** Who acts, at one place: roles are those held there or, for `township` and `county`, above it. */
export interface Actor {
  readonly id: ActorId
  readonly kind: 'person' | 'guest' | 'system' | 'stranger'
  readonly name: string | null
  readonly personId: PersonId | null
  readonly placeId: PlaceId
  readonly roles: readonly Role[]
  /** The evening a guest has joined by its code. */
  readonly meetingId: MeetingId | null
  /** Other keys of the same person, whose claim codes were typed in here. */
  readonly alsoIds?: readonly ActorId[]
  /** Somebody else set the password by which they are in. */
  readonly isLoginByOther?: true
}

/** Whether an id stands for this actor. */
export const isSelf = ({ id, alsoIds }: Pick<Actor, 'id' | 'alsoIds'>, other: ActorId | null): boolean =>
  other !== null && other !== '' && (other === id || (alsoIds?.includes(other) ?? false))

/** All ids that stand for this actor; none for a stranger. */
export const ownIds = ({ id, alsoIds = [] }: Pick<Actor, 'id' | 'alsoIds'>): readonly ActorId[] =>
  [id, ...alsoIds].filter((one) => one !== '')

/** The discipline office is not among them: it reads what is public, and what is sealed comes to it by name. */
const STAFF: readonly Role[] = [
  'facilitator',
  'recorder',
  'cadre',
  'supervision',
  'grid-worker',
  'township',
  'county',
]

export const isStaff = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles.some((role) => STAFF.includes(role))
export const holds = (actor: Pick<Actor, 'roles'>, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role))

/** Who looks, through which window: a phone or a wall looks at one evening, a desk at the whole place. */
export interface Viewer extends Actor {
  readonly lookingAt: MeetingId | null
  /** What is about them, for those who otherwise know who asked to stay unnamed. */
  readonly recusal: Recusal
}

/** Whoever looks into another place from theirs keeps no record there. */
export const seenFrom = <One extends Viewer>(viewer: One, placeId: PlaceId): One =>
  viewer.placeId === placeId
    ? viewer
    : { ...viewer, roles: viewer.roles.filter((role) => role !== 'facilitator' && role !== 'recorder') }

/** Nobody in particular: what a wall and a public page show does not depend on who is logged in there. */
export const publicViewer = (placeId: PlaceId, lookingAt: MeetingId | null = null): Viewer => ({
  id: '',
  kind: 'stranger',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
  lookingAt,
  recusal: NO_RECUSAL,
})
