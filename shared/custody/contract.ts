import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { LadderViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import {
  AcceptMatter,
  MovePlace,
  NoteArrival,
  OfferMatter,
  ReturnMatter,
  SummonUnit,
  TakeBackAcceptance,
  TakeBackOffer,
} from './schema.ts'

/** What one may ask of custody. */
export const custodyCommands = [
  command('offer-matter', OfferMatter),
  command('accept-matter', AcceptMatter),
  command('return-matter', ReturnMatter),
  command('take-back-acceptance', TakeBackAcceptance),
  command('take-back-offer', TakeBackOffer),
  command('summon-unit', SummonUnit),
  command('note-arrival', NoteArrival),
  command('move-place', MovePlace),
] as const

/** What one may read about what was handed on. */
export const custodyReads = [
  read('/api/places/:placeId/ladder', {
    summary: 'In whose hands the matters of a place are, and what it holds for others',
    params: AtPlace,
    query: AnyQuery,
    answer: LadderViewAnswer,
  }),
] as const
