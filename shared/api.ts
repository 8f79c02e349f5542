import type { AnswerOf, BodyOf, DeepReadonly, ParamsOf, QueryOf } from './kernel/contract.ts'
import { placeCommands } from './places/contract.ts'
import { calendarCommands } from './calendar/contract.ts'
import { personCommands } from './people/contract.ts'
import { catalogueCommands } from './catalogue/contract.ts'
import { meetingCommands } from './meetings/contract.ts'
import { commentCommands } from './comments/contract.ts'
import { concernCommands } from './concerns/contract.ts'
import { visitCommands } from './visits/contract.ts'
import { commitmentCommands } from './commitments/contract.ts'
import { custodyCommands } from './custody/contract.ts'
import { ratingCommands } from './ratings/contract.ts'
import { agendaCommands, agendaReads } from './agenda/contract.ts'
import { noticeCommands } from './notices/contract.ts'
import { minutesCommands } from './minutes/contract.ts'
import { ledgerCommands } from './ledger/contract.ts'

/** Every command that may be asked, in the order in which one feature stands on another. */
export const commands = [
  ...placeCommands,
  ...calendarCommands,
  ...personCommands,
  ...catalogueCommands,
  ...meetingCommands,
  ...commentCommands,
  ...concernCommands,
  ...visitCommands,
  ...commitmentCommands,
  ...custodyCommands,
  ...ratingCommands,
  ...agendaCommands,
  ...noticeCommands,
  ...minutesCommands,
  ...ledgerCommands,
] as const

export type CommandName = (typeof commands)[number]['name']

/** What the body of this command holds. */
export type CommandBody<Name extends CommandName> = Name extends CommandName
  ? DeepReadonly<BodyOf<typeof commands, Name>>
  : never

/** The body of this command without the place, for callers that stand at one. */
export type CommandFields<Name extends CommandName> = Name extends CommandName
  ? Omit<CommandBody<Name>, 'placeId'>
  : never

/** Every read that has a contract, in the same order. */
export const reads = [...agendaReads] as const

export type ReadPath = (typeof reads)[number]['path']
export type ReadParams<Path extends ReadPath> = ParamsOf<typeof reads, Path>
export type ReadQuery<Path extends ReadPath> = QueryOf<typeof reads, Path>
export type ReadAnswer<Path extends ReadPath> = AnswerOf<typeof reads, Path>
