import type { Concern } from '../concerns/concern.ts'
import type { Place } from '../places/place.ts'

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

/** A page that needs no script, no log-in and no cookie. */
export type PublicPage = RefusalPage | MailboxPage | SlipQuestionPage | SlipPage | BoxSheetPage
