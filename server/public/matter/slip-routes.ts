import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { slipRefusal } from '../../../shared/concerns/decide-over.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import { Id } from '../../../shared/kernel/schema.ts'
import { slipStateOf } from '../../concerns/slip-queries.ts'
import type { AppContext } from '../../app/feature.ts'
import { findPlace } from '../../places/queries.ts'
import { shortAddressOf } from '../../places/address-queries.ts'
import { takesForms } from '../../browser/form-body.ts'
import { sendPage } from '../frame/send-page.ts'

const AtConcern = Type.Object({ placeId: Id(), concernId: Id() })
type Asked = { Params: Static<typeof AtConcern> }

/** GET to be asked, POST for a slip to print: the staff give its code to whoever raised the matter without a phone. */
export function slipRoutes(app: FastifyInstance, context: AppContext): void {
  const schema = { params: AtConcern, hide: true }
  app.get<Asked>('/slip/:placeId/:concernId', { schema }, async (request, reply) => {
    const { place, concern } = await subjectOf(request, context)
    return sendPage(reply, { kind: 'slip-question', place, concern })
  })
  void app.register(async (inner) => {
    takesForms(inner)
    inner.post<Asked>('/slip/:placeId/:concernId', { schema }, (request, reply) =>
      sendSlip(request, reply, context),
    )
  })
}

/** @throws why no slip may be given out */
async function subjectOf(request: FastifyRequest<Asked>, context: AppContext) {
  const { placeId, concernId } = request.params
  const { reader } = context.database
  const place = await findPlace(reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const actor = await context.actorAt(request, placeId)
  const state = await slipStateOf(reader, placeId, concernId, actor)
  const wrong = slipRefusal(state, actor)
  if (wrong) throw wrong
  return { place, actor, concern: state.concern!, isPaper: state.isOnPaper }
}

async function sendSlip(
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  context: AppContext,
): Promise<FastifyReply> {
  const { place, actor, concern, isPaper } = await subjectOf(request, context)
  const { id: placeId } = place
  const known = isPaper ? concern.raisedById : null
  const { guestId, code } = await context.paperKey(placeId, { guestId: known, name: concern.raisedBy })
  const slip = { placeId, ...{ concernId: concern.id, raisedById: guestId } }
  const outcome = await context.perform('hand-out-slip', slip, actor, context.newId())
  if (isRefusal(outcome)) throw outcome
  const site = context.addressFor(request)
  void reply.header('cache-control', 'no-store')
  return sendPage(reply, {
    ...{ kind: 'slip', place, concern, code },
    address: `${site}/mine/${placeId}`,
    typed: `${site}/b/${await shortAddressOf(context.database.reader, placeId)}`,
  })
}
