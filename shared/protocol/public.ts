import type { ReviewedPromise } from '../agenda/review.ts'
import type { CatalogueEntry } from '../catalogue/catalogue.ts'
import type { Commitment, DueChange } from '../commitments/commitment.ts'
import type { Photo } from '../commitments/photo.ts'
import type { Comment } from '../comments/comment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { Countersign } from '../ledger/month/countersign.ts'
import type { Month, MonthRow, MonthRows, MonthSums } from '../ledger/month/month.ts'
import type { TimelineStep } from '../ledger/matter/timeline.ts'
import type { AgendaItem, Appointment, Erratum, Meeting } from '../meetings/meeting.ts'
import type { CommitmentId } from '../kernel/id.ts'
import type { Judged } from '../ratings/rating.ts'
import type { RenderedMinutes, Signature } from '../minutes/minutes.ts'
import type { LevelNames, Place, PlaceKind } from '../places/place.ts'
import type { MatterWords } from '../words/public.zh-Hans.ts'

/** Why an address shows nothing, and where to go on. */
export type RefusalPage =
  | { readonly kind: 'not-found'; readonly placeId: string | null }
  | { readonly kind: 'refused'; readonly sentence: string; readonly isLogInNeeded: boolean }
  | { readonly kind: 'not-yet-signed'; readonly meetingTitle: string }

/** What was said of each promise that was judged. */
export type Verdicts = Readonly<Record<CommitmentId, Judged>>

/** Behind the links of a mail. */
export interface MailboxPage {
  readonly kind: 'mailbox'
  readonly token: string
  /** Null where the link no longer leads anywhere. */
  readonly mailbox: { readonly name: string; readonly isConfirmed: boolean } | null
  /** The reader has just answered. */
  readonly isAnswered: boolean
}

interface AboutConcern {
  readonly place: Place
  readonly concern: Concern
}

/** Asked before a slip is printed, because a new slip ends the one before. */
export interface SlipQuestionPage extends AboutConcern {
  readonly kind: 'slip-question'
}

/** A slip of paper for whoever has no phone at hand. */
export interface SlipPage extends AboutConcern {
  readonly kind: 'slip'
  readonly code: string
  /** Where the code is typed in, as a picture. */
  readonly address: string
  /** The same, short enough for fingers. */
  readonly typed: string
}

/** The sheet that leads any phone to the opinion box. */
export interface BoxSheetPage {
  readonly kind: 'box-sheet'
  readonly place: Place
  readonly address: string
  /** The same, short enough to be typed. */
  readonly typed: string
}

/** One matter as everybody may know it. */
export interface MatterPage extends AboutConcern {
  readonly kind: 'matter'
  readonly today: Day
  /** 08:30 at the place. */
  readonly time: string
  readonly path: string
  /** Confirmed ones, the first one first. */
  readonly promises: readonly Commitment[]
  readonly verdicts: Verdicts
  /** In the reader's language. */
  readonly timeline: readonly TimelineStep[]
  /** What became of the voice that was added just now. */
  readonly said: keyof MatterWords['said'] | null
}

/** What the place takes on and what it does not, at one version. */
export interface CataloguePage {
  readonly kind: 'catalogue'
  readonly place: Place
  readonly version: number
  readonly latest: number
  readonly entries: readonly CatalogueEntry[]
  readonly levels: LevelNames
}

/** The table of permissions in words; it is the same everywhere. */
export interface WhoMayPage {
  readonly kind: 'who-may'
  readonly place: Place
}

/** One month on one sheet. */
export interface MonthPage {
  readonly kind: 'month'
  readonly place: Place
  readonly month: Month
  readonly today: Day
  readonly own: { readonly sums: MonthSums; readonly rows: MonthRows; readonly verdicts: Verdicts } | null
  readonly below: readonly MonthRow[]
  readonly countersigns: readonly Countersign[]
  /** What the levels are called there. */
  readonly levels: LevelNames
  /** Of what kind the place next above is. */
  readonly above: PlaceKind | null
}

/** An evening that is planned, as everybody may read it. */
export interface NextEvening extends Pick<Meeting, 'title'>, Appointment {
  /** When and where people were called first, where that has changed. */
  readonly first: Appointment | null
}

/** An evening whose minutes everybody may read. */
export interface PublishedEvening {
  readonly meetingId: string
  readonly title: string
  readonly onDay: Day
}

export interface EchoWallRow {
  /** Of the place below for which it was promised; null where it is the page's own. */
  readonly below: string | null
  readonly commitment: Commitment
  readonly concern: Pick<Concern, 'no' | 'text'> | null
  /** Where its matter has a page of its own. */
  readonly path: string | null
  /** How its day was moved last. */
  readonly lastMove: DueChange | null
  readonly photos: readonly Photo[]
}

/** Every promise of a place. */
export interface EchoWallPage {
  readonly kind: 'echo-wall'
  readonly place: Place
  readonly today: Day
  readonly overdue: readonly EchoWallRow[]
  readonly running: readonly EchoWallRow[]
  /** The last ones. */
  readonly settled: readonly EchoWallRow[]
  readonly settledCount: number
  readonly planned: readonly NextEvening[]
  readonly published: readonly PublishedEvening[]
  /** Where this page is reached; on paper it becomes a code to scan. */
  readonly address: string | null
}

/** One version of the signed minutes of an evening. */
export interface MinutesPage {
  readonly kind: 'minutes'
  readonly place: Place
  readonly meeting: Meeting
  readonly today: Day
  readonly agenda: readonly AgendaItem[]
  readonly concerns: readonly Concern[]
  /** As they stand now, of those that had no outcome when both signed: what they were given since. */
  readonly settledSince: readonly Concern[]
  /** Confirmed ones. */
  readonly commitments: readonly Commitment[]
  /** Of those, also where they were judged after the evening. */
  readonly verdicts: Verdicts
  readonly sections: RenderedMinutes['sections']
  /** Deleting a line never deletes a promise: those without a line are named. */
  readonly unwritten: readonly Commitment[]
  /** Promises of before that were judged while this evening was on. */
  readonly judged: readonly ReviewedPromise[]
  /** Words that were not read out that evening. */
  readonly appendix: readonly Pick<Comment, 'id' | 'name' | 'text'>[]
  readonly signatures: readonly (Pick<Signature, 'as' | 'name'> & { readonly on: Day })[]
  readonly digest: string
  readonly version: number
  readonly latest: number
  readonly erratum: Erratum | null
  /** The next version is being written. */
  readonly isBeingCorrected: boolean
}

/** A page that needs no script, no log-in and no cookie. */
export type PublicPage =
  | RefusalPage
  | MailboxPage
  | SlipQuestionPage
  | SlipPage
  | BoxSheetPage
  | MatterPage
  | CataloguePage
  | WhoMayPage
  | MonthPage
  | EchoWallPage
  | MinutesPage
