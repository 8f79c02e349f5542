import type { Day, Time } from '../kernel/day.ts'
import type { Instant } from '../kernel/event.ts'
import type { Mood } from '../meetings/frame.ts'
import type { Phase } from '../meetings/meeting.ts'
import type { PhotoId } from '../kernel/id.ts'
import type { DoneAnswer, Hands, HandsUnderWay, SatisfiedAnswer, VerdictCount } from '../ratings/rating.ts'
import type { Language } from '../words/language.ts'

/** A voice on the wall; null name: one of the villagers. */
export interface WallVoice {
  readonly id: string
  readonly name: string | null
  readonly text: string
}

/** A promise as it is read back. */
export interface WallPromise {
  readonly owner: string
  readonly ownerTitle: string | null
  readonly others: readonly string[]
  readonly measure: string
  readonly dueOn: Day
  readonly daysLeft: number
  readonly isConfirmed: boolean
  /** What it answers: the concern and who raised it, or the owner's own words. */
  readonly heard: { readonly name: string | null; readonly text: string }
}

/** One promise of before as the hall looks at it. */
export interface WallReview {
  /** Which of how many, counted from 1. */
  readonly no: number
  readonly of: number
  /** What it answers, or what was to be done. */
  readonly text: string
  readonly owner: string
  readonly ownerTitle: string | null
  readonly measure: string
  readonly firstDueOn: Day
  readonly dueOn: Day
  readonly timesMoved: number
  /** How many days it is late today; 0 where it is not. */
  readonly daysLate: number
  readonly doneOn: Day | null
  readonly report: string | null
  /** The first photo that came with its reports, and how many there are. */
  readonly photoId: PhotoId | null
  readonly photos: number
  /** What was said of it last, and whether the hall said it tonight. */
  readonly judged: {
    readonly done: DoneAnswer
    readonly satisfied: SatisfiedAnswer
    readonly hands: Hands | null
    readonly isTonight: boolean
  } | null
  /** While hands are counted for it. */
  readonly counting: HandsUnderWay | null
  /** Opened again by what was said of it: the day above is a new one. */
  readonly isReopened: boolean
  /** Whoever asked for it may judge it by phone; nobody else. */
  readonly isForRaisers: boolean
}

/** All that the hall's screen may show, and nothing else: an allow-list. */
export interface WallView {
  readonly asOf: number
  readonly today: Day
  readonly timeZone: string
  readonly placeName: string
  readonly formatName: Readonly<Record<Language, string>>
  readonly mood: Mood
  /** Planned speaking time. */
  readonly turnMs: number
  readonly title: string
  readonly onDay: Day
  readonly beginsAt: Time | null
  readonly venue: string | null
  readonly phase: Phase
  readonly code: string | null
  /** Where the code is typed by whoever cannot scan it, as a browser takes it. */
  readonly doorAddress: string
  readonly agenda: readonly string[]
  /** Which agenda item is on, counted from 1; 0 for none. */
  readonly itemNo: number
  readonly floor: { readonly speaker: string; readonly since: Instant } | null
  readonly shown: number
  /** The last few voices, the newest last. */
  readonly voices: readonly WallVoice[]
  readonly promise: WallPromise | null
  readonly review: WallReview | null
  /** What the hall said of promises of before on this evening. */
  readonly reviewed: readonly VerdictCount[]
  readonly outcomes: { readonly answered: number; readonly promised: number; readonly referred: number }
}
