import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { InboxViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import {
  AddVoice,
  AgreeWording,
  AnswerConcern,
  CloseConcern,
  DeclineConcern,
  DescribeConcern,
  HandOutSlip,
  MergeConcerns,
  PutOnAgenda,
  PutToAssembly,
  RaiseConcern,
  ReferConcern,
  RewordConcern,
  TakeBackMerge,
  TakeBackOutcome,
  WithdrawConcern,
} from './schema.ts'

/** What one may ask of concerns. */
export const concernCommands = [
  command('describe-concern', DescribeConcern),
  command('withdraw-concern', WithdrawConcern),
  command('add-voice', AddVoice),
  command('hand-out-slip', HandOutSlip),
  command('merge-concerns', MergeConcerns),
  command('take-back-merge', TakeBackMerge),
  command('close-concern', CloseConcern),
  command('put-on-agenda', PutOnAgenda),
  command('raise-concern', RaiseConcern),
  command('reword-concern', RewordConcern),
  command('answer-concern', AnswerConcern),
  command('refer-concern', ReferConcern),
  command('decline-concern', DeclineConcern),
  command('take-back-outcome', TakeBackOutcome),
  command('agree-wording', AgreeWording),
  command('put-to-assembly', PutToAssembly),
] as const

/** What one may read about matters of a place. */
export const concernReads = [
  read('/api/places/:placeId/inbox', {
    summary: 'Matters of a place that wait for their wording or an outcome, for the staff',
    params: AtPlace,
    query: AnyQuery,
    answer: InboxViewAnswer,
  }),
] as const
