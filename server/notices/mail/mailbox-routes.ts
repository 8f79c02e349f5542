import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../../../shared/kernel/event.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { operationRefusal, type PermittedOperation } from '../../../shared/permissions/operations.ts'
import type { Facts } from '../../../shared/permissions/permission.ts'
import { mailboxRefusal } from '../../../shared/notices/mailbox.ts'
import { noticeOperations } from '../../../shared/notices/operations.ts'
import { WithMailToken, type AtMailbox } from '../../../shared/notices/schema.ts'
import { loginFacts } from '../../../shared/people/log-in/login.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPerson, postsOfPerson } from '../../people/queries.ts'
import { findPlace } from '../../places/queries.ts'
import { confirmMailbox, forgetMailbox, mailboxIn, putMailbox } from './mailboxes.ts'
import { mailboxByToken } from '../queries.ts'

const TOKEN_BYTES = 24

/** Where somebody is reminded by mail: theirs to set and to erase, and of whoever keeps the roster. */
export function mailboxRoutes(app: FastifyInstance, context: AppContext): void {
  eraseRoute(app, context)
  operationRoute(app, context, noticeOperations.setMailbox, async (request) => {
    const { placeId, personId, language } = request.body
    const address = request.body.address.trim()
    await mustKeepMailbox(context, request, request.body, denialOf('setMailbox'))
    const refusal = mailboxRefusal(address) ?? (context.hasMail ? undefined : refuse('not-found', 'address'))
    if (refusal) throw refusal
    const home = await homeOf(context, personId, placeId)
    const { at, today } = await context.momentAt(home)
    const mailbox = {
      personId,
      placeId: home,
      address,
      language,
      token: context.secretBox.seal(context.newToken(TOKEN_BYTES)),
    }
    return mailboxIn(await context.database.write((work) => putMailbox(work, mailbox, at, today)))
  })
}

function eraseRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, noticeOperations.eraseMailbox, async (request) => {
    const { personId } = request.params
    await mustKeepMailbox(context, request, request.params, denialOf('eraseMailbox'))
    const isGone = await context.database.write((work) => forgetMailbox(work, personId))
    if (!isGone) throw refuse('not-found', 'personId')
    return { personId }
  })
}

/** What the page behind a mail's links does; such a form says nothing but its address. */
export async function mailboxForms(app: FastifyInstance, { database, clock }: AppContext): Promise<void> {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  )
  const schema = { params: WithMailToken, hide: true }

  app.post<{ Params: WithMailToken }>('/mail/:token/yes', { schema }, async (request, reply) => {
    const { token } = request.params
    await database.write((work) => confirmMailbox(work, token, clock.now().toISOString()))
    return reply.redirect(`/mail/${token}?said=yes`, 303)
  })

  app.post<{ Params: WithMailToken }>('/mail/:token/off', { schema }, async (request, reply) => {
    const { token } = request.params
    const mailbox = await mailboxByToken(database.reader, token)
    if (mailbox) await database.write((work) => forgetMailbox(work, mailbox.personId))
    // The button of a mail program, which shows no page (RFC 8058).
    if (String(request.body).includes('List-Unsubscribe=One-Click')) return reply.code(204).send()
    return reply.redirect(`/mail/${token}?said=off`, 303)
  })
}

const denialOf =
  (name: PermittedOperation) =>
  (actor: Actor, facts: Facts): Refusal | undefined =>
    operationRefusal(name, actor, facts)

/** @throws unless it is one's own mailbox, or that of somebody to whom one may also give a log-in */
export async function mustKeepMailbox(
  context: AppContext,
  request: FastifyRequest,
  { placeId, personId }: AtMailbox,
  denialFor: (actor: Actor, facts: Facts) => Refusal | undefined,
): Promise<void> {
  const actor = await context.actorAt(request, placeId)
  const { reader } = context.database
  const place = await findPlace(reader, placeId)
  const person = await findPerson(reader, placeId, personId)
  const posts = await postsOfPerson(reader, personId)
  const denied = denialFor(actor, loginFacts(actor, place, person ?? { id: personId, placeId }, posts))
  if (denied) throw denied
  if (!person && actor.personId !== personId) throw refuse('not-found', 'personId')
}

/** Whoever acts in a village from above lives by the hours of their own place. */
async function homeOf({ database }: AppContext, personId: string, otherwise: string): Promise<string> {
  const person = await database.reader
    .selectFrom('people')
    .select('placeId')
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.placeId ?? otherwise
}
