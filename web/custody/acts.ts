import type {
  AcceptMatter,
  NoteArrival,
  OfferMatter,
  ReturnMatter,
  SummonUnit,
  TakeBackAcceptance,
  TakeBackOffer,
} from '../../shared/custody/schema.ts'
import type { LadderView } from '../../shared/custody/custody.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { send } from '../sync/send.ts'

type Told = Promise<Answer<Receipt>>

export const offerMatter = (command: OfferMatter): Told => send('offer-matter', command)
export const acceptMatter = (command: AcceptMatter): Told => send('accept-matter', command)
export const returnMatter = (command: ReturnMatter): Told => send('return-matter', command)
export const takeBackOffer = (command: TakeBackOffer): Told => send('take-back-offer', command)
export const takeBackAcceptance = (command: TakeBackAcceptance): Told => send('take-back-acceptance', command)
export const summonUnit = (command: SummonUnit): Told => send('summon-unit', command)
export const noteArrival = (command: NoteArrival): Told => send('note-arrival', command)

/** In whose hands the matters of a place are, and what it holds for others. */
export const readLadder = (placeId: string): Promise<Answer<LadderView>> =>
  read('/api/places/:placeId/ladder', { placeId })
