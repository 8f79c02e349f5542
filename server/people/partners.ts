import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import { decideDropPartner, decideWritePartner } from '../../shared/people/decide-partners.ts'
import { partnerIn, type PartnerEvent, type PartnerState } from '../../shared/people/partner.ts'
import type { DropPartner, WritePartner } from '../../shared/people/schema.ts'
import type { PartnersView } from '../../shared/protocol/room.ts'
import type { Parts } from '../feature.ts'
import type { CommandHandler, PlaceCommand, Projections } from '../journal/handler.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
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

const AtPlace = Type.Object({ placeId: Id() })

/** GET who beside the roster can take what on: for everybody. */
export function partnersRoute(app: FastifyInstance, { database }: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/partners',
    {
      schema: {
        tags: ['reads'],
        operationId: 'partners',
        summary: 'Partners of a place, and what each can take on',
        params: AtPlace,
      },
    },
    ({ params: { placeId } }): Promise<PartnersView> =>
      database.snapshot(async (reader) => {
        if (!(await findPlace(reader, placeId))) throw refuse('not-found', 'placeId')
        const partners = (await partnersOf(reader, placeId)).filter(({ isDropped }) => !isDropped)
        return { asOf: await headOf(reader, placeId), partners }
      }),
  )
}
