import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Decide } from '../../../shared/kernel/command.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import {
  decideAskReset,
  decideConfirmReset,
  decideStopReset,
  type ResetState,
} from '../../../shared/people/log-in/login-reset.ts'
import { loginFacts } from '../../../shared/people/log-in/login.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { PersonEvent } from '../../../shared/people/person.ts'
import { operationRefusal } from '../../../shared/permissions/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import type { Work } from '../../storage/database.ts'
import { findPlace } from '../../places/queries.ts'
import { newCode } from '../invitations/codes.ts'
import { loginOf } from '../log-in/logins.ts'
import { findPerson, postsOfPerson } from '../queries.ts'
import { heldSince, resetOf, waitingResets } from './queries.ts'

const { askLoginReset, confirmLoginReset, stopLoginReset } = personOperations

type Asking = FastifyRequest<{ Body: { placeId: PlaceId; personId: PersonId } }>
type Name = 'askLoginReset' | 'confirmLoginReset' | 'stopLoginReset'

/** Somebody who cannot log in any more: one asks, another confirms, the code is told to whoever confirmed. */
export function loginResetRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, askLoginReset, async (request) => {
    const actor = await mustBePermitted(context, request, 'askLoginReset')
    await carryOut(context, request, actor, decideAskReset)
    const { placeId } = request.body
    const { reader } = context.database
    return { resets: await waitingResets(reader, placeId, actor.personId, context.clock.now()) }
  })

  operationRoute(app, context, confirmLoginReset, async (request) => {
    const actor = await mustBePermitted(context, request, 'confirmLoginReset')
    const { codeHash, told } = await newCode(context, context.addressFor(request))
    const { personId } = request.body
    await carryOut(context, request, actor, decideConfirmReset, (work) =>
      work.updateTable('loginResets').set({ codeHash }).where('personId', '=', personId).execute(),
    )
    return told
  })

  operationRoute(app, context, stopLoginReset, async (request) => {
    const actor = await mustBePermitted(context, request, 'stopLoginReset')
    await carryOut(context, request, actor, decideStopReset)
    return request.body
  })
}

/** Of people of this roster without a post elsewhere: with the log-in come all powers that they have. */
async function mustBePermitted(context: AppContext, request: Asking, name: Name): Promise<Actor> {
  const { placeId, personId } = request.body
  const { reader } = context.database
  const actor = await context.actorAt(request, placeId)
  const place = await findPlace(reader, placeId)
  const person = await findPerson(reader, placeId, personId)
  const posts = await postsOfPerson(reader, personId)
  const facts = loginFacts(actor, place, person ?? { id: personId, placeId }, posts)
  const denied = operationRefusal(name, actor, facts)
  if (denied) throw denied
  if (!place) throw refuse('not-found', 'placeId')
  if (!person) throw refuse('not-found', 'personId')
  return actor
}

/** @throws why not */
async function carryOut(
  context: AppContext,
  { body: { placeId, personId } }: Asking,
  actor: Actor,
  decide: Decide<{ readonly personId: PersonId }, ResetState, PersonEvent>,
  beside: (work: Work) => Promise<unknown> = async () => {},
): Promise<void> {
  const load = async (work: Work): Promise<ResetState> => ({
    kind: (await findPlace(work, placeId))?.kind ?? 'village',
    reset: (await resetOf(work, personId)) ?? null,
    isInUse: ((await loginOf(work, personId))?.loggedInAt ?? null) !== null,
    heldSince: await heldSince(work, actor.personId, placeId),
  })
  const handler = { name: 'login-reset', load, decide, beside }
  const outcome = await context.journal.execute(handler, { placeId, personId }, actor, context.newId())
  if (isRefusal(outcome)) throw outcome
}
