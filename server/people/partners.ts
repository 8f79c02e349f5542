import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { decideDropPartner, decideWritePartner } from '../../shared/people/decide-partners.ts'
import { partnerIn, type PartnerEvent, type PartnerState } from '../../shared/people/partner.ts'
import type { DropPartner, WritePartner } from '../../shared/people/schema.ts'
import type { CommandHandler, PlaceCommand, Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { partnersOf } from './partner-queries.ts'

type AboutPartner = PlaceCommand & { readonly partnerId: PersonId }

const load = async (work: Work, { placeId, partnerId }: AboutPartner): Promise<PartnerState> => {
  const partners = await partnersOf(work, placeId)
  return { partners, isTaken: await isElsewhere(work, placeId, partnerId) }
}

export const writePartner: CommandHandler<WritePartner, PartnerState, PartnerEvent> = {
  load,
  decide: decideWritePartner,
}

export const dropPartner: CommandHandler<DropPartner, PartnerState, PartnerEvent> = {
  load,
  decide: decideDropPartner,
}

export const projectPartners: Projections<PartnerEvent> = {
  'partner-written': (work, event) => {
    const row = { ...partnerIn(event), isDropped: 0 }
    return work
      .insertInto('partners')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  },
  'partner-dropped': (work, { data: { partnerId } }) =>
    work.updateTable('partners').set({ isDropped: 1 }).where('id', '=', partnerId).execute(),
}

async function isElsewhere(work: Work, placeId: PlaceId, id: PersonId): Promise<boolean> {
  const person = await work.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst()
  const partner = await work
    .selectFrom('partners')
    .select('id')
    .where('id', '=', id)
    .where('placeId', '!=', placeId)
    .executeTakeFirst()
  return person !== undefined || partner !== undefined
}
