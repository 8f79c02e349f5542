import type {
  AgreeWording,
  CloseConcern,
  DescribeConcern,
  MergeConcerns,
  PutOnAgenda,
  PutToAssembly,
  WithdrawConcern,
} from '../../shared/concerns/schema.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { send } from '../sync/send.ts'

type Told = Promise<Answer<Receipt>>

export const agreeWording = (command: AgreeWording): Told => send('agree-wording', command)
export const describeConcern = (command: DescribeConcern): Told => send('describe-concern', command)
export const putToAssembly = (command: PutToAssembly): Told => send('put-to-assembly', command)
export const withdrawConcern = (command: WithdrawConcern): Told => send('withdraw-concern', command)
export const mergeConcerns = (command: MergeConcerns): Told => send('merge-concerns', command)
export const closeConcern = (command: CloseConcern): Told => send('close-concern', command)
export const putOnAgenda = (command: PutOnAgenda): Told => send('put-on-agenda', command)
