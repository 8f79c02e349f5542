import type { BodyOf } from './kernel/contract.ts'
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
import { agendaCommands } from './agenda/contract.ts'
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

/** The same value to somebody who only reads it. */
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value

/** What the body of this command holds. */
export type CommandBody<Name extends CommandName> = Name extends CommandName
  ? DeepReadonly<BodyOf<typeof commands, Name>>
  : never

/** The body of this command without the place, for callers that stand at one. */
export type CommandFields<Name extends CommandName> = Name extends CommandName
  ? Omit<CommandBody<Name>, 'placeId'>
  : never
