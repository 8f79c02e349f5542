import type { TSchema } from 'typebox'
import type { Decide } from '../../shared/kernel/command.ts'
import type { Actor, NewEvent, RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Work } from '../storage/database.ts'

export interface PlaceCommand {
  readonly placeId: PlaceId
}

/** Pairs a rule with the rows it needs. `load` never refuses: a row of another place is simply not there. */
export interface CommandHandler<
  Command extends PlaceCommand = any,
  State = any,
  Event extends NewEvent = any,
> {
  /** Verb-noun, the last part of its address. */
  readonly name: string
  readonly schema: TSchema
  readonly load: (work: Work, command: Command, actor: Actor) => Promise<State>
  readonly decide: Decide<Command, State, Event>
}

/** Writes what one event changes; called by the journal alone. */
export type Project<Event extends NewEvent = NewEvent> = (
  work: Work,
  event: RecordedEvent<Event>,
) => Promise<unknown>

/** One entry for each event type of a feature: TypeScript fails where one is forgotten. */
export type Projections<Event extends NewEvent = any> = {
  readonly [Type in Event['type']]: Project<Extract<Event, { type: Type }>>
}

/** Rows that go along with others: written anew once a command has changed those, however often it did. */
export interface Following {
  /** The same for the same rows. */
  readonly key: string
  readonly write: (work: Work) => Promise<unknown>
}

export type Follow<Event extends NewEvent = any> = {
  readonly [Type in Event['type']]?: (event: RecordedEvent<Extract<Event, { type: Type }>>) => Following
}
