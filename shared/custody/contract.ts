import { command } from '../kernel/contract.ts'
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
