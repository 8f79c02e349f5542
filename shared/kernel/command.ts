import type { Actor, Instant, NewEvent } from './event.ts'
import type { Refusal } from './refusal.ts'
import type { Day } from './day.ts'

/** The clock as a rule sees it: the instant, and the day it is at the place. */
export interface Moment {
  readonly at: Instant
  readonly today: Day
}

/** A rule: what then is true, or why not. It sees loaded rows only, never a database, a clock or chance. */
export type Decide<Command, State, Event extends NewEvent> = (
  command: Command,
  state: State,
  actor: Actor,
  moment: Moment,
) => readonly Event[] | Refusal
