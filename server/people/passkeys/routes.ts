import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { MAX_PASSKEYS } from '../../../shared/people/log-in/passkey.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { ownerAsking } from '../../contract/asking.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import type { PasskeyRow } from '../../storage/tables/people.ts'
import { loginOf } from '../log-in/logins.ts'
import { meOf } from '../log-in/me.ts'
import { mustKnowPassword } from '../own/must-know-password.ts'
import { startSession } from '../log-in/sessions.ts'
import { writeOfPerson } from '../security/entries.ts'
import { ALGORITHMS, madePasskey, siteOf, usedPasskey } from './ceremonies.ts'
import { CHALLENGE_MS, newChallenge, useUp } from './challenges.ts'
import { idOfPasskey, ownPasskeys, passkeyNamed, passkeysOf } from './queries.ts'

const { askForPasskey, logInByPasskey, preparePasskey, addPasskey, removePasskey } = personOperations

/** What an authenticator shows beside its passkey. */
const NAME_OF_SITE = '凉亭'

export function passkeyRoutes(app: FastifyInstance, context: AppContext): void {
  logInRoutes(app, context)
  prepareRoute(app, context)
  addRoute(app, context)
  removeRoute(app, context)
}

function logInRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, askForPasskey, async (request) => ({
    challenge: await newChallenge(context, 'log-in'),
    rpId: siteOf(context, request).host,
    timeout: CHALLENGE_MS,
    userVerification: 'required' as const,
  }))

  operationRoute(app, context, logInByPasskey, async (request, reply) => {
    const { database, clock, securityLog } = context
    const found = await passkeyNamed(database.reader, request.body.id)
    try {
      if (!found) throw refuse('passkey-unknown')
      const { passkey, challenge } = await usedPasskey(context, request, found)
      await database.write(async (work) => {
        await useUp(work, challenge, clock.now())
        const { counter, lastUsedOn, credentialId } = passkey
        const kept = work.updateTable('passkeys').set({ counter, lastUsedOn })
        await kept.where('credentialId', '=', credentialId).execute()
      })
    } catch (problem) {
      securityLog.noteFailure(found?.personId ?? null)
      throw problem
    }
    const session = { personId: found.personId, guestId: request.session?.guestId ?? null }
    await startSession(context, request, reply, session, 'logs-in')
    return meOf(database.reader, request, session)
  })
}

function prepareRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, preparePasskey, async (request) => {
    const personId = ownerAsking(request, 'preparePasskey')
    const { reader } = context.database
    const login = await mustBeOwn(context, personId)
    await mustKnowPassword(context, request, personId, request.body.password, 'password')
    const made = await passkeysOf(reader, personId)
    if (made.length >= MAX_PASSKEYS) throw refuse('passkeys-full')
    return {
      challenge: await newChallenge(context, `add/${personId}`),
      rp: { id: siteOf(context, request).host, name: NAME_OF_SITE },
      user: {
        id: Buffer.from(personId).toString('base64url'),
        name: login.loginName,
        displayName: login.loginName,
      },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' as const })),
      timeout: CHALLENGE_MS,
      excludeCredentials: made.map(credentialOf),
      authenticatorSelection: {
        residentKey: 'required' as const,
        requireResidentKey: true,
        userVerification: 'required' as const,
      },
      attestation: 'none' as const,
    }
  })
}

type Transports = ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[]

const credentialOf = ({ credentialId: id, transports }: PasskeyRow) => ({
  ...{ id, type: 'public-key' as const },
  transports: JSON.parse(transports) as Transports,
})

/** Whoever set the password might add a way in of their own. @throws own-password-first, wrong-old-password */
async function mustBeOwn(context: AppContext, personId: PersonId) {
  const login = await loginOf(context.database.reader, personId)
  if (!login) throw refuse('wrong-old-password')
  if (login.setById !== null && login.setById !== personId) throw refuse('own-password-first')
  return login
}

function addRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, addPasskey, async (request) => {
    const personId = ownerAsking(request, 'addPasskey')
    await mustBeOwn(context, personId)
    const passkey = await madePasskey(context, request, personId)
    const { database } = context
    await database.write(async (work) => {
      if ((await passkeysOf(work, personId)).length >= MAX_PASSKEYS) throw refuse('passkeys-full')
      const kept = await work
        .insertInto('passkeys')
        .values(passkey)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (kept.numInsertedOrUpdatedRows !== 1n) throw refuse('passkey-unknown')
      await writeOfPerson(work, personId, { kind: 'passkey-added', at: passkey.madeAt, byId: personId })
    })
    return ownPasskeys(database.reader, personId)
  })
}

function removeRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, removePasskey, async (request: FastifyRequest) => {
    const personId = ownerAsking(request, 'removePasskey')
    const { passkeyId } = request.params as { passkeyId: string }
    const { database, clock } = context
    await database.write(async (work) => {
      const found = (await passkeysOf(work, personId)).find((row) => idOfPasskey(row) === passkeyId)
      if (!found) throw refuse('not-found', 'passkeyId')
      await work.deleteFrom('passkeys').where('credentialId', '=', found.credentialId).execute()
      const at = clock.now().toISOString()
      await writeOfPerson(work, personId, { kind: 'passkey-removed', at, byId: personId })
    })
    return ownPasskeys(database.reader, personId)
  })
}
