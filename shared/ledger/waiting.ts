import type { Stage } from '../commitments/stage.ts'
import type { Day } from '../kernel/day.ts'
import type { PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'
import { keptBack, type Told } from './month/figures.ts'
import type { LedgerCounts, LedgerMatter } from './ledger.ts'

/** More rows of one kind than this are found in the ledger itself. */
export const MAX_WAITING_ROWS = 200

/** Red and unanswered, a later day that was asked for, late below. */
export const WAITING_KINDS = ['red', 'extension', 'late'] as const
export type WaitingKind = (typeof WAITING_KINDS)[number]

export interface WaitingMatter extends LedgerMatter {
  readonly kind: WaitingKind
  readonly stage: Stage | null
}

/** One place below, as it stands today; what would point at somebody is kept back. */
export interface WaitingPlace {
  readonly placeId: PlaceId
  readonly name: string
  readonly open: Told
  readonly rated: Told
  readonly satisfied: Told
}

/** What the level above has to do today, and how its places stand. */
export interface WaitingView {
  readonly asOf: number
  readonly today: Day
  readonly place: Place
  readonly counts: LedgerCounts
  /** By the names of their places, then by their day. */
  readonly matters: readonly WaitingMatter[]
  /** Whether there are more than are told. */
  readonly hasMore: boolean
  readonly places: readonly WaitingPlace[]
}

const collator = new Intl.Collator('zh-Hans-CN')

/** Places go by name, never by a number. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(a.name, b.name)

/** An answer that is owed comes before an order, and an order before a reminder. */
export function waitingKind(
  { askedDueOn }: Pick<LedgerMatter['commitment'], 'askedDueOn'>,
  stage: Stage | null,
): WaitingKind {
  if (askedDueOn !== null) return 'extension'
  return stage === 'red' ? 'red' : 'late'
}

export interface PlaceToday {
  readonly placeId: PlaceId
  readonly name: string
  readonly open: number
  readonly rated: number
  readonly satisfied: number
}

/** The places by name, without numbers that could point at a person. */
export function placesToday(rows: readonly PlaceToday[]): readonly WaitingPlace[] {
  const sorted = [...rows].sort(byName)
  const open = keptBack(sorted.map((row) => row.open))
  const rated = keptBack(sorted.map((row) => row.rated))
  return sorted.map(({ placeId, name, satisfied }, at) => ({
    ...{ placeId, name, open: open[at]!, rated: rated[at]! },
    satisfied: rated[at] === null ? null : satisfied,
  }))
}
