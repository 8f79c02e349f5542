import type { BothDays } from '../calendar/counting.ts'
import type { Photo } from '../commitments/photo.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Commitment, DueChange, Progress } from '../commitments/commitment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { MeetingId, PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'

/** Whose promises: one's own, those of the place, those of the places below it, or both. */
export const LEDGER_VIEWS = ['mine', 'unit', 'below', 'all'] as const
export type LedgerScope = (typeof LEDGER_VIEWS)[number]

/** `spoken`: nobody has nodded yet, so no clock runs. */
export const LEDGER_STANDINGS = ['overdue', 'soon', 'on-track', 'spoken', 'settled'] as const
export type LedgerStanding = (typeof LEDGER_STANDINGS)[number]
/** A list begins with what is late; where that are fewer rows, the next standing is read with it. */
export const FEWEST_FIRST_ROWS = 20

/** By the day that stands, by the first day, the newest first, the most often moved first. */
export const LEDGER_SORTS = ['due', 'first', 'newest', 'moved'] as const
export type LedgerSort = (typeof LEDGER_SORTS)[number]

export const MAX_SEARCH_LENGTH = 40
export const ROWS_OF_A_PAGE = 50

/** What somebody else has to decide about a promise. */
export const LEDGER_WANTS = ['later-day'] as const
export type LedgerWant = (typeof LEDGER_WANTS)[number]

export interface LedgerQuestion {
  readonly view?: LedgerScope
  readonly standing?: LedgerStanding
  readonly q?: string
  readonly sort?: LedgerSort
  /** For whoever may know what was asked for. */
  readonly wants?: LedgerWant
  /** What the page before gave as `next`. */
  readonly after?: string
}

/** One promise with what it answers, wherever it was made. */
export interface LedgerMatter {
  readonly placeId: PlaceId
  readonly commitment: Commitment
  readonly concern: Concern | null
  /** Null for what was promised between two meetings. */
  readonly meeting: { readonly id: MeetingId; readonly title: string; readonly onDay: Day } | null
  readonly dueChanges: readonly DueChange[]
  readonly progress: readonly Progress[]
}

export type LedgerCounts = Readonly<Record<LedgerStanding, number>>

/** Some promises that answer a question, and how many there are of each standing. */
export interface LedgerPage {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly view: LedgerScope
  /** Where the promises of this page were made. */
  readonly places: readonly Place[]
  readonly counts: LedgerCounts
  readonly matters: readonly LedgerMatter[]
  readonly next: string | null
}

/** A matter for which nothing was promised, and where it was raised. */
export interface UnpromisedMatter {
  readonly placeId: PlaceId
  readonly concern: Concern
}

/** What a search finds besides promises, the newest first. */
export interface LedgerUnpromised {
  readonly today: Day
  readonly places: readonly Place[]
  readonly matters: readonly UnpromisedMatter[]
}

/** Where a page ended: what it was sorted by, and which line of the ledger came last. */
export interface PageEnd {
  readonly value: string | number
  readonly line: number
}

/** How the promises of one place stand. */
export interface PlaceStandings {
  readonly placeId: PlaceId
  readonly name: string
  readonly counts: LedgerCounts
}

/** The villages below a place, one row each, and all of them together. */
export interface LedgerBelow {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly counts: LedgerCounts
  readonly villages: readonly PlaceStandings[]
}

/** A calendar to subscribe to, as whoever made it may know it; its address is told once. */
export const CALENDAR_SCOPES = ['mine', 'unit'] as const
export type CalendarScope = (typeof CALENDAR_SCOPES)[number]
export const MAX_CALENDAR_LINKS = 20

export interface CalendarLink {
  readonly linkId: string
  readonly placeId: PlaceId
  readonly scope: CalendarScope
  readonly madeAt: string
}

/** What somebody likes to look at, under a name of their own. */
export interface SavedView {
  readonly viewId: string
  readonly placeId: PlaceId
  readonly name: string
  readonly question: Omit<LedgerQuestion, 'after' | 'wants'>
}
export const MAX_SAVED_VIEWS = 30
export const MAX_VIEW_NAME_LENGTH = 20

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
