import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/event.ts'
import type { Mood } from '../meetings/frame.ts'
import type { Phase } from '../meetings/meeting.ts'
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
  readonly phase: Phase
  readonly code: string | null
  readonly agenda: readonly string[]
  /** Which agenda item is on, counted from 1; 0 for none. */
  readonly itemNo: number
  readonly floor: { readonly speaker: string; readonly since: Instant } | null
  readonly shown: number
  /** The last few voices, the newest last. */
  readonly voices: readonly WallVoice[]
  readonly promise: WallPromise | null
  readonly outcomes: { readonly answered: number; readonly promised: number; readonly referred: number }
}
