import type { Photo } from '../commitments/photo.ts'
import type { Actor } from '../kernel/event.ts'
import type { Day } from '../kernel/day.ts'
import type { PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'
import type { OwnDays } from '../calendar/calendar.ts'
import type { Partner } from '../people/partner.ts'
import type { Person, Post } from '../people/person.ts'
import type { AgendaItem, AgendaPromise, Meeting } from '../meetings/meeting.ts'
import type { Comment } from '../comments/comment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { BothDays } from '../calendar/counting.ts'
import type { Commitment, DueChange, Progress } from '../commitments/commitment.ts'
import type { Signature } from '../minutes/minutes.ts'
import type { UndoableStep } from './undo.ts'

/** Proof that a command is committed: the last seq that it wrote. */
export interface Receipt {
  readonly placeId: PlaceId
  readonly seq: number
  readonly at: string
}

/** One evening as this viewer may see it, read in one transaction at `asOf`; the feed goes on from there. */
export interface Room {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly meeting: Meeting
  readonly agenda: readonly AgendaItem[]
  /** Promises of before that it looks at, in order. */
  readonly promises: readonly AgendaPromise[]
  readonly comments: readonly Comment[]
  readonly concerns: readonly Concern[]
  readonly commitments: readonly Commitment[]
  readonly signatures: readonly Signature[]
  /** What whoever keeps the record can still take back, the last one last; nothing for everybody else. */
  readonly steps: readonly UndoableStep[]
}

/** All promises of a place, with the concerns they answer. */
export interface LedgerView {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly progress: readonly Progress[]
  /** That came with reports, also those that were taken away. */
  readonly photos?: readonly Photo[]
  /** Promises whose day a newer calendar would give otherwise: the day that stands, and the other one. */
  readonly newerDays: readonly { readonly commitmentId: Commitment['id']; readonly days: BothDays }[]
  readonly concerns: readonly Concern[]
  readonly meetings: readonly Meeting[]
}

/** What came in and waits for its wording or an outcome, the newest first. */
export interface InboxView {
  readonly asOf: number
  readonly today: Day
  readonly concerns: readonly Concern[]
  /** Words of evenings that are over which nobody looked at, the newest first. */
  readonly comments: readonly UnseenComment[]
}

/** A comment that an evening left behind, and where it was said. */
export interface UnseenComment {
  readonly comment: Comment
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'onDay' | 'phase'>
}

export interface Me {
  readonly setupNeeded: boolean
  /** True where set-up asks for the key that the server printed. */
  readonly setupKeyNeeded: boolean
  readonly actor: Pick<Actor, 'id' | 'kind' | 'name' | 'personId' | 'meetingId'> | null
  /** Places at which the actor holds a post or has joined an evening. */
  readonly places: readonly (Place & { readonly roles: Actor['roles'] })[]
}

export interface RosterView {
  readonly asOf: number
  readonly place: Place
  readonly grids: readonly Place[]
  readonly households: readonly import('../people/person.ts').Household[]
  readonly people: readonly (Person & { readonly hasLogin: boolean })[]
  readonly posts: readonly Post[]
  /** Of this place and of what it stands in. */
  readonly partners?: readonly Partner[]
}

/** Who beside the roster can take what on. */
export interface PartnersView {
  readonly asOf: number
  readonly partners: readonly Partner[]
}

/** The days of a place: what the country announced, and what the place marked itself. */
export interface CalendarView {
  readonly asOf: number
  readonly calendarVersion: string
  readonly notices: readonly { readonly year: number; readonly source: string; readonly announcedOn: Day }[]
  readonly own: readonly OwnDays[]
}
