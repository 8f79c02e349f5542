import type {
  AddEvidence,
  AskExtension,
  OrderCommitment,
  RecountDueDate,
  RefuseExtension,
  ReportPart,
  SettleCommitment,
  TakeOn,
} from '../../shared/commitments/schema.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { send } from '../sync/send.ts'

type Told = Promise<Answer<Receipt>>

export const takeOn = (command: TakeOn): Told => send('take-on', command)
export const askExtension = (command: AskExtension): Told => send('ask-extension', command)
export const refuseExtension = (command: RefuseExtension): Told => send('refuse-extension', command)
export const recountDueDate = (command: RecountDueDate): Told => send('recount-due-date', command)
export const orderCommitment = (command: OrderCommitment): Told => send('order-commitment', command)
export const reportPart = (command: ReportPart): Told => send('report-part', command)
export const addEvidence = (command: AddEvidence): Told => send('add-evidence', command)
export const settleCommitment = (command: SettleCommitment): Told => send('settle-commitment', command)
