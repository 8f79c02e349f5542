import type { AnswerOf, BodyOf, DeepReadonly, ParamsOf, QueryOf } from './kernel/contract.ts'
import { placeCommands, placeReads } from './places/contract.ts'
import { calendarCommands, calendarReads } from './calendar/contract.ts'
import { personCommands, personReads } from './people/contract.ts'
import { catalogueCommands, catalogueReads } from './catalogue/contract.ts'
import { meetingCommands, meetingReads } from './meetings/contract.ts'
import { commentCommands } from './comments/contract.ts'
import { concernCommands, concernReads } from './concerns/contract.ts'
import { visitCommands, visitReads } from './visits/contract.ts'
import { commitmentCommands } from './commitments/contract.ts'
import { custodyCommands, custodyReads } from './custody/contract.ts'
import { ratingCommands, ratingReads } from './ratings/contract.ts'
import { agendaCommands, agendaReads } from './agenda/contract.ts'
import { noticeCommands, noticeReads } from './notices/contract.ts'
import { minutesCommands, minutesReads } from './minutes/contract.ts'
import { ledgerCommands, ledgerReads } from './ledger/contract.ts'
import { roomReads, wallReads } from './protocol/contract.ts'

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
export const reads = [
  ...placeReads,
  ...calendarReads,
  ...personReads,
  ...catalogueReads,
  ...meetingReads,
  ...concernReads,
  ...visitReads,
  ...custodyReads,
  ...ratingReads,
  ...agendaReads,
  ...noticeReads,
  ...minutesReads,
  ...ledgerReads,
  ...roomReads,
  ...wallReads,
] as const

export type ReadPath = (typeof reads)[number]['path']
export type ReadParams<Path extends ReadPath> = ParamsOf<typeof reads, Path>
export type ReadQuery<Path extends ReadPath> = QueryOf<typeof reads, Path>
export type ReadAnswer<Path extends ReadPath> = AnswerOf<typeof reads, Path>
