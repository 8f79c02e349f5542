import type { RefusalCode } from '../kernel/refusal.ts'

/** `held`: for the staff and its author; `shown`: for everybody; `withdrawn`: taken back by its author. */
export const COMMENT_STATES = ['held', 'shown', 'withdrawn'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** A state that an event may carry on: what is withdrawn stays so. */
export type LivingState = Exclude<CommentState, 'withdrawn'>

// What follows from a state is asked of these tables only; a new state does not compile without its rows.
type EachState<Value> = Readonly<Record<CommentState, Value>>

/** Read by everybody: on the wall, on phones and on the page without scripts. */
export const IS_PUBLIC: EachState<boolean> = { held: false, shown: true, withdrawn: false }

/** Nobody has decided yet whether others may read it. */
export const IS_WAITING: EachState<boolean> = { held: true, shown: false, withdrawn: false }

/** Printed behind the minutes where the staff put it there: the wall's sentences stand in the minutes. */
export const IS_PRINTED: EachState<boolean> = { held: true, shown: false, withdrawn: false }

/** Nothing can be done with it any more. */
export const IS_GONE: EachState<boolean> = { held: false, shown: false, withdrawn: true }

type RefusedBecause = EachState<RefusalCode | null>

/** What keeps a comment from being used: taken into the minutes, made a matter of, taken back. */
export const NOT_USABLE: RefusedBecause = { held: null, shown: null, withdrawn: 'comment-withdrawn' }

/** What keeps it from being put away or into the appendix: everybody has read what is on the wall. */
export const NOT_PUT_AWAY: RefusedBecause = {
  held: null,
  shown: 'comment-not-held',
  withdrawn: 'comment-withdrawn',
}

/** The state after each event that changes nothing else; what folds, rows and listeners make of it follows from that. */
export const STATE_AFTER = {
  'comment-shown': 'shown',
  'comment-held': 'held',
} as const satisfies Readonly<Record<`comment-${string}`, LivingState>>
export type CommentMoveEvent = keyof typeof STATE_AFTER
export const moveEvents = () => Object.keys(STATE_AFTER) as readonly CommentMoveEvent[]

interface Move {
  readonly event: CommentMoveEvent
  /** What keeps a comment from it. */
  readonly kept: RefusedBecause
}

/** Commands that do nothing but change the state; contract, rule and handler are made of these rows. */
export const COMMENT_MOVES = {
  'show-comment': {
    event: 'comment-shown',
    kept: { held: null, shown: 'comment-not-held', withdrawn: 'comment-withdrawn' },
  },
  'hold-comment': {
    event: 'comment-held',
    kept: { held: 'comment-not-shown', shown: null, withdrawn: 'comment-withdrawn' },
  },
} as const satisfies Readonly<Record<string, Move>>
export type CommentMove = keyof typeof COMMENT_MOVES

/** One for each event that only changes the state. */
export const forMoveEvents = <Value>(
  made: (to: LivingState, type: CommentMoveEvent) => Value,
): Readonly<Record<CommentMoveEvent, Value>> =>
  Object.fromEntries(moveEvents().map((type) => [type, made(STATE_AFTER[type], type)])) as Record<
    CommentMoveEvent,
    Value
  >

/** Events that bring a comment to everybody, and those that take it from them. */
export const moveEventsOnWall = () => moveEvents().filter((type) => IS_PUBLIC[STATE_AFTER[type]])
export const moveEventsOffWall = () =>
  Object.values(COMMENT_MOVES)
    .filter(({ event, kept }) => !IS_PUBLIC[STATE_AFTER[event]] && isFromWall(kept))
    .map(({ event }) => event)
const isFromWall = (kept: RefusedBecause) => commentStatesIn(IS_PUBLIC).some((state) => kept[state] === null)

/** The states for which a table says yes. */
export const commentStatesIn = (table: EachState<boolean>): readonly CommentState[] =>
  COMMENT_STATES.filter((state) => table[state])

export const isAlive = <Of extends { readonly state: CommentState }>(
  comment: Of,
): comment is Of & { readonly state: LivingState } => !IS_GONE[comment.state]
