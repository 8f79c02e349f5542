import type {
  AnswerIn,
  AnswerOf,
  BodyIn,
  BodyOf,
  DeepReadonly,
  FilledIn,
  ParamsOf,
  QueryOf,
} from './kernel/contract.ts'
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
import { personOperations } from './people/operations.ts'
import { ledgerOperations } from './ledger/operations.ts'
import { minutesOperations } from './minutes/operations.ts'
import { noticeOperations } from './notices/operations.ts'
import { setupOperations } from './setup/operations.ts'
import { roomReads, wallReads } from './protocol/contract.ts'
import type { COMMAND_PERMISSIONS } from './permissions/commands.ts'
import type { OPERATION_PERMISSIONS } from './permissions/operations.ts'
import type { READ_PERMISSIONS } from './permissions/reads.ts'

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

export type SameNames<One, Other> = [One, Other] extends [Other, One]
  ? true
  : [Exclude<One, Other>, Exclude<Other, One>]
export type Holds<Fact extends true> = Fact

/** A command without a row in the table of permissions does not compile, nor does a row without a command. */
export type EveryCommandIsPermitted = Holds<SameNames<CommandName, keyof typeof COMMAND_PERMISSIONS>>

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
/** The same for reads. */
export type EveryReadIsPermitted = Holds<SameNames<ReadPath, keyof typeof READ_PERMISSIONS>>
export type ReadParams<Path extends ReadPath> = ParamsOf<typeof reads, Path>
export type ReadQuery<Path extends ReadPath> = QueryOf<typeof reads, Path>
export type ReadAnswer<Path extends ReadPath> = AnswerOf<typeof reads, Path>

/** Everything that is changed outside the journal, in the same order. */
export const operations = [
  ...Object.values(personOperations),
  ...Object.values(noticeOperations),
  ...Object.values(minutesOperations),
  ...Object.values(ledgerOperations),
  ...Object.values(setupOperations),
]

type Operation = (typeof operations)[number]
/** The same for operations. */
export type EveryOperationIsPermitted = Holds<
  SameNames<Operation['operationId'], keyof typeof OPERATION_PERMISSIONS>
>
type Read = (typeof reads)[number]

/** The address of this method with its parameters filled in, as the browser asks for it. */
export type AddressOf<Method extends 'GET' | 'POST' | 'DELETE'> = Method extends 'GET'
  ? FilledIn<Read['path']> | `${FilledIn<Read['path']>}?${string}`
  : FilledIn<Extract<Operation, { readonly method: Method }>['path']>

type FitsPart<Part extends string, Given extends string> = Part extends `:${string}`
  ? true
  : Given extends Part
    ? true
    : false

/** Part by part, because a parameter in a template would take slashes too. */
type Fits<Path extends string, Address extends string> = Path extends `${infer Part}/${infer Rest}`
  ? Address extends `${infer Given}/${infer More}`
    ? FitsPart<Part, Given> extends true
      ? Fits<Rest, More>
      : false
    : false
  : Address extends `${string}/${string}`
    ? false
    : Address extends `${infer Given}?${string}`
      ? FitsPart<Path, Given>
      : FitsPart<Path, Address>

type At<Contract extends { readonly path: string }, Address extends string> = Contract extends unknown
  ? Fits<Contract['path'], Address> extends true
    ? Contract
    : never
  : never

type ContractAt<Method, Address extends string> = Method extends 'GET'
  ? At<Read, Address>
  : At<Extract<Operation, { readonly method: Method }>, Address>

/** What is answered at this address. */
export type AnswerAt<Method extends 'GET' | 'POST' | 'DELETE', Address extends string> = AnswerIn<
  ContractAt<Method, Address>
>

/** What is sent to this address. */
export type BodyAt<Method extends 'POST' | 'DELETE', Address extends string> = BodyIn<
  ContractAt<Method, Address>
>
