import type { CatalogueEntry } from '../catalogue/catalogue.ts'
import type { Commitment } from '../commitments/commitment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { TaleStep } from '../ledger/tale.ts'
import type { LevelNames, Place } from '../places/place.ts'
import type { MatterWords } from '../words/matter.ts'

/** Why an address shows nothing, and where to go on. */
export type RefusalPage =
  | { readonly kind: 'not-found'; readonly placeId: string | null }
  | { readonly kind: 'refused'; readonly sentence: string; readonly isLogInNeeded: boolean }
  | { readonly kind: 'not-yet-signed'; readonly meetingTitle: string }

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
  /** In the reader's language. */
  readonly tale: readonly TaleStep[]
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

/** A page that needs no script, no log-in and no cookie. */
export type PublicPage =
  RefusalPage | MailboxPage | SlipQuestionPage | SlipPage | BoxSheetPage | MatterPage | CataloguePage
