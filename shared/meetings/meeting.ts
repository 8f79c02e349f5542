import { holds, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { Day, Time } from '../kernel/day.ts'
import type { AgendaItemId, CommitmentId, ConcernId, MeetingId, PersonId, PlaceId } from '../kernel/id.ts'
import { KEEPS, RUNS } from '../permissions/groups.ts'

export const MAX_MEETING_TITLE_LENGTH = 40
export const MAX_VENUE_LENGTH = 30
export const MAX_AGENDA_TITLE_LENGTH = 40
export const MAX_AGENDA_ITEMS = 40
export const MAX_AGENDA_PROMISES = 100
export const MAX_SPEAKER_LENGTH = 30

export type Phase = 'planned' | 'open' | 'closed' | 'signed'

/** Whether comments wait for the facilitator (`held`) or go straight to the wall. */
export type Moderation = 'held' | 'straight'

/** What the wall shows besides the code: the talk, one promise being read back, or one of before under review. */
export type WallShows =
  | { readonly kind: 'talk' }
  | { readonly kind: 'promise'; readonly commitmentId: CommitmentId }
  | { readonly kind: 'review'; readonly commitmentId: CommitmentId }

/** `promises`: what was promised before is looked at, one after another. */
export const AGENDA_KINDS = ['topic', 'promises'] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

export interface Floor {
  readonly speaker: string
  readonly personId: PersonId | null
  readonly since: Instant
}

/** When and where people meet; evenings of earlier versions have only a day. */
export interface Appointment {
  readonly onDay: Day
  readonly beginsAt: Time | null
  readonly venue: string | null
}

export interface Meeting extends Appointment {
  readonly id: MeetingId
  readonly placeId: PlaceId
  /** Key of a format in `formats.ts`. */
  readonly format: string
  readonly title: string
  readonly phase: Phase
  readonly moderation: Moderation
  /** Short code while it is open; in no event, and null for whoever may not follow the evening. */
  readonly code: string | null
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly currentAgendaItemId: AgendaItemId | null
  readonly floor: Floor | null
  readonly wall: WallShows
  /** Comments shown before this seq are no longer on the wall. */
  readonly wallClearedSeq: number
  /** Somebody has signed what stands here, so nothing of it changes. */
  readonly isFrozen: boolean
  /** Number of the minutes that are being written, or that both have signed. */
  readonly minutesVersion: number
  /** Why this version corrects the one before; null for the first. */
  readonly erratum: Erratum | null
}

/** What a meeting is where no event says it, because nothing was arranged or the event is older. */
export const UNSAID: Pick<Meeting, 'beginsAt' | 'venue'> = { beginsAt: null, venue: null }

export interface Erratum {
  readonly reason: string
  readonly by: string
  readonly openedAt: Instant
}

export interface AgendaItem {
  readonly id: AgendaItemId
  readonly meetingId: MeetingId
  readonly title: string
  /** Order within the meeting; not necessarily gapless. */
  readonly position: number
  readonly startedAt: Instant | null
  readonly kind: AgendaKind
  /** The matter that it is about, where it was put on the agenda as one. */
  readonly concernId: ConcernId | null
}

/** A promise of before that this evening looks at. */
export interface AgendaPromise {
  readonly meetingId: MeetingId
  readonly commitmentId: CommitmentId
  readonly position: number
}

type On<Facts extends object = object> = { meetingId: MeetingId } & Facts

export type MeetingEvent =
  | NewEvent<
      'meeting-planned',
      On<{ format: string; onDay: Day; beginsAt?: Time; moderation: Moderation }>,
      { title: string; venue?: string }
    >
  | NewEvent<'meeting-rescheduled', On<{ onDay: Day; beginsAt: Time | null }>, { venue: string | null }>
  | NewEvent<'meeting-renamed', On, { title: string }>
  | NewEvent<
      'agenda-item-added',
      On<{ agendaItemId: AgendaItemId; position: number; kind?: AgendaKind; concernId?: ConcernId | null }>,
      { title: string }
    >
  | NewEvent<'agenda-item-renamed', On<{ agendaItemId: AgendaItemId }>, { title: string }>
  | NewEvent<'agenda-item-moved', On<{ agendaItemId: AgendaItemId; position: number }>>
  | NewEvent<'agenda-item-dropped', On<{ agendaItemId: AgendaItemId }>>
  | NewEvent<'promise-put-on-agenda', On<{ commitmentId: CommitmentId; position: number }>>
  | NewEvent<'promise-taken-off-agenda', On<{ commitmentId: CommitmentId }>>
  | NewEvent<'meeting-opened', On>
  | NewEvent<'moderation-set', On<{ moderation: Moderation }>>
  | NewEvent<'agenda-item-started', On<{ agendaItemId: AgendaItemId }>>
  | NewEvent<'floor-given', On<{ personId: PersonId | null }>, { speaker: string }>
  | NewEvent<'floor-cleared', On>
  | NewEvent<'wall-cleared', On>
  | NewEvent<
      'wall-turned',
      On<{ commitmentId: CommitmentId | null; /** Not to be read back. */ as?: 'review' }>
    >
  | NewEvent<'meeting-closed', On>
  | NewEvent<'meeting-reopened', On>
  | NewEvent<'meeting-signed', On>
  | NewEvent<
      'erratum-opened',
      On<{ /** Of the minutes that will correct the last ones. */ version: number }>,
      { reason: string; by: string }
    >
  | NewEvent<
      'erratum-cancelled',
      On<{
        /** Of the minutes that are in force again. */ version: number
        signatures: readonly SignedBefore[]
      }>,
      { names: readonly string[]; erratum: Erratum | null }
    >

/** A signature that counts again; whose it is stands at the same place among the names. */
export interface SignedBefore {
  readonly as: 'facilitator' | 'recorder'
  readonly personId: PersonId
  readonly signedAt: Instant
  readonly minutesSeq: number
}

/** What somebody has signed, or both: events of the minutes that the meeting hears. */
export type FreezingEvent = NewEvent<'minutes-signed', On> | NewEvent<'signature-taken-back', On>

/** Nothing of it changes any more, unless a signature is taken back or an erratum is opened. */
export const isFrozen = (meeting: Pick<Meeting, 'phase' | 'isFrozen'> | null): boolean =>
  meeting !== null && (meeting.phase === 'signed' || meeting.isFrozen)

export const mayRun = (actor: Actor): boolean => holds(actor, ...RUNS)

/** Writes the minutes, edits the agenda, gives the floor. */
export const mayRecord = (actor: Actor): boolean => holds(actor, ...KEEPS)

/**
 * May read an evening that is not published yet: whoever joined it by its code, and everybody who holds a post
 * at its place. Every read, stream and socket of one evening asks this first.
 */
export const mayFollow = (
  actor: Pick<Actor, 'kind' | 'meetingId' | 'placeId' | 'roles'>,
  meeting: Pick<Meeting, 'id' | 'placeId'>,
): boolean =>
  actor.kind === 'guest'
    ? actor.meetingId === meeting.id
    : actor.kind === 'person' && actor.placeId === meeting.placeId && actor.roles.length > 0

export const mayComment = mayFollow
