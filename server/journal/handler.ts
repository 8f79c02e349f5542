import type { TSchema } from 'typebox'
import type { Decide } from '../../shared/kernel/command.ts'
import type { BodyOf, CommandContract } from '../../shared/kernel/contract.ts'
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
  readonly load: (work: Work, command: Command, actor: Actor) => Promise<State>
  readonly decide: Decide<Command, State, Event>
}

/** A handler under the name of what it carries out. */
export interface NamedCommandHandler<
  Command extends PlaceCommand = any,
  State = any,
  Event extends NewEvent = any,
> extends CommandHandler<Command, State, Event> {
  readonly name: string
  /** Writes what belongs to the command and stands outside the journal, in the same transaction. */
  readonly beside?: (work: Work) => Promise<unknown>
}

/** What may be asked from outside: a contract and the handler that keeps it. */
export interface RegisteredCommand extends NamedCommandHandler {
  readonly body: TSchema
}

type Handlers<Contracts extends readonly CommandContract[]> = {
  readonly [Name in Contracts[number]['name']]: CommandHandler<BodyOf<Contracts, Name> & PlaceCommand>
}

/** Pairs each contract of a feature with its handler; one without the other does not compile. */
export const handlersOf = <const Contracts extends readonly CommandContract[]>(
  contracts: Contracts,
  handlers: Handlers<Contracts>,
): readonly RegisteredCommand[] =>
  contracts.map((contract) => ({ ...contract, ...handlers[contract.name as keyof Handlers<Contracts>] }))

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

export type DerivedWrites<Event extends NewEvent = any> = {
  readonly [Type in Event['type']]?: (event: RecordedEvent<Extract<Event, { type: Type }>>) => Following
}
