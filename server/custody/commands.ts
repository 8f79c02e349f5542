import type { CustodyEvent } from '../../shared/custody/custody.ts'
import {
  decideAcceptMatter,
  decideNoteArrival,
  decideOfferMatter,
  decideReturnMatter,
  decideSummonUnit,
  decideTakeBackAcceptance,
  decideTakeBackOffer,
  type CustodyState,
} from '../../shared/custody/decide.ts'
import type {
  AcceptMatter,
  NoteArrival,
  OfferMatter,
  ReturnMatter,
  SummonUnit,
  TakeBackAcceptance,
  TakeBackOffer,
} from '../../shared/custody/schema.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { ConcernId } from '../../shared/kernel/id.ts'
import { calendarAt } from '../calendar/queries.ts'
import { findConcern } from '../concerns/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { answersAt, custodyStepsOf, findCustody, ladderOf } from './queries.ts'

type AboutMatter = PlaceCommand & { concernId: ConcernId }
type MatterCommandHandler<Command extends AboutMatter> = CommandHandler<Command, CustodyState, CustodyEvent>

async function load(
  work: Work,
  { placeId, concernId }: AboutMatter,
  { personId }: Actor,
): Promise<CustodyState> {
  const concern = await findConcern(work, placeId, concernId)
  const ladder = await ladderOf(work, placeId, concern)
  return {
    concern,
    placeId,
    custody: await findCustody(work, placeId, concernId),
    steps: await custodyStepsOf(work, placeId, concernId),
    ladder,
    actsFor: await answersAt(work, personId, placeId, ladder),
    calendar: await calendarAt(work, placeId),
  }
}

export const offerMatter: MatterCommandHandler<OfferMatter> = {
  load,
  decide: decideOfferMatter,
}

export const acceptMatter: MatterCommandHandler<AcceptMatter> = {
  load,
  decide: decideAcceptMatter,
}

export const returnMatter: MatterCommandHandler<ReturnMatter> = {
  load,
  decide: decideReturnMatter,
}

export const takeBackAcceptance: MatterCommandHandler<TakeBackAcceptance> = {
  load,
  decide: decideTakeBackAcceptance,
}

export const takeBackOffer: MatterCommandHandler<TakeBackOffer> = {
  load,
  decide: decideTakeBackOffer,
}

export const summonUnit: MatterCommandHandler<SummonUnit> = {
  load,
  decide: decideSummonUnit,
}

export const noteArrival: MatterCommandHandler<NoteArrival> = {
  load,
  decide: decideNoteArrival,
}
