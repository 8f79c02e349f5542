import type { Static } from 'typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { firstRefusal, textRefusal } from '../../shared/kernel/text/limits.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { isBlank, isStorable } from '../../shared/kernel/text/text.ts'
import { type NewLogin } from '../../shared/people/log-in/login.ts'
import { MAX_PERSON_NAME_LENGTH, type Me } from '../../shared/people/person.ts'
import { MAX_PLACE_NAME_LENGTH } from '../../shared/places/place.ts'
import { operationRefusal, type PermittedOperation } from '../../shared/permissions/operations.ts'
import { setupOperations } from '../../shared/setup/operations.ts'
import type { AppContext } from '../app/feature.ts'
import { sessionActor } from '../contract/asking.ts'
import { operationRoute } from '../contract/operation-route.ts'
import { newLoginRefusal } from '../people/own/password-rules.ts'
import { hashedLogin } from '../people/log-in/logins.ts'
import { meOf } from '../people/log-in/me.ts'
import { isOnThisMachine } from '../people/log-in/this-machine.ts'
import { startSession } from '../people/log-in/sessions.ts'
import { isSetUp } from '../places/queries.ts'
import { bringPhotos } from './past-photos.ts'
import { foundSample, type SampleLogin } from './sample.ts'
import { alone, foundAbove, foundVillage, putFirstLogins } from './village.ts'

const { setUpVillage, setUpAbove, setUpSample } = setupOperations
type SetUpVillage = Static<(typeof setUpVillage)['body']>
type SetUpAbove = Static<(typeof setUpAbove)['body']>

export function setupRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, setUpVillage, async (request, reply) => {
    await assertMaySetUp(context, request, setUpVillage.operationId)
    const village = { ...request.body, townshipName: nameOrNone(request.body.townshipName) }
    const refusal = villageRefusal(village)
    if (refusal) throw refusal
    return settle(context, request, reply, (personId) => foundVillage(context, { ...village, personId }))
  })

  operationRoute(app, context, setUpAbove, async (request, reply) => {
    await assertMaySetUp(context, request, setUpAbove.operationId)
    const refusal = aboveRefusal(request.body)
    if (refusal) throw refusal
    return settle(context, request, reply, (personId) => foundAbove(context, { ...request.body, personId }))
  })

  sampleRoute(app, context)
}

function sampleRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, setUpSample, async (request, reply) => {
    await assertMaySetUp(context, request, setUpSample.operationId)
    const { language, hasPast = false } = request.body
    const { facilitatorId, cast, villageId, promises } = await alone(context, async () => {
      const sample = await foundSample(context, language, hasPast)
      const late = await putFirstLogins(context, sample.logins)
      if (late) throw late
      return sample
    })
    if (promises) await bringPhotos(app, carrier(cast), villageId, photographed(promises), context.newId)
    const session = { personId: facilitatorId, guestId: null }
    await startSession(context, request, reply, session, 'logs-in')
    return { ...(await meOf(context.database.reader, request, session)), cast }
  })
}

/** Founds, then lets whoever founded it in; only one of two who do so at once. */
async function settle(
  context: AppContext,
  request: FastifyRequest<{ Body: NewLogin }>,
  reply: FastifyReply,
  found: (personId: string) => Promise<void>,
): Promise<Me> {
  const personId = context.newId()
  const login = await hashedLogin(context, personId, request.body)
  await alone(context, async () => {
    await found(personId)
    const late = await putFirstLogins(context, [login])
    if (late) throw late
  })
  const session = { personId, guestId: null }
  await startSession(context, request, reply, session, 'logs-in')
  return meOf(context.database.reader, request, session)
}

/** Whoever did the work that was photographed. */
const carrier = (cast: readonly SampleLogin[]): SampleLogin =>
  cast.find(({ loginName }) => loginName === 'wangjianguo') ?? cast[0]!

const photographed = (promises: ReadonlyMap<string, string>) => ({
  ditch: promises.get('排水沟堵，雨天漫到路上')!,
  lids: promises.get('三组的水井盖板裂了')!,
})

async function assertMaySetUp(
  context: AppContext,
  request: FastifyRequest<{ Body: { key: string | null } }>,
  name: PermittedOperation,
): Promise<void> {
  if (await isSetUp(context.database.reader)) throw refuse('already-set-up')
  const isInstaller = isOnThisMachine(request) || isSameText(request.body.key ?? '', context.setupKey)
  const denied = operationRefusal(name, sessionActor(null), { are: isInstaller ? ['installer'] : [] })
  if (denied) throw { ...denied, field: 'key' }
}

/** Takes the same time wherever the two differ. */
function isSameText(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let at = 0; at < expected.length; at++) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at)
  return difference === 0
}

const nameOrNone = (typed: string | null): string | null =>
  typed === null || isBlank(typed) ? null : typed.trim()

function villageRefusal(village: SetUpVillage) {
  const { villageName, townshipName, facilitatorName } = village
  const unstorable = Object.entries({ villageName, townshipName, facilitatorName }).find(
    ([, text]) => text !== null && !isStorable(text),
  )
  return firstRefusal(
    unstorable && refuse('field-wrong', unstorable[0]),
    textRefusal('villageName', villageName, MAX_PLACE_NAME_LENGTH),
    townshipName !== null && textRefusal('townshipName', townshipName, MAX_PLACE_NAME_LENGTH),
    textRefusal('facilitatorName', facilitatorName, MAX_PERSON_NAME_LENGTH),
    newLoginRefusal(village, [facilitatorName, villageName, townshipName ?? '']),
  )
}

function aboveRefusal(above: SetUpAbove) {
  const { name, governorName, below } = above
  const named = [
    ['name', name],
    ['governorName', governorName],
    ...below.map((one, nth) => [`below/${nth}`, one]),
  ] as const
  const unstorable = named.find(([, text]) => !isStorable(text!))
  return firstRefusal(
    unstorable && refuse('field-wrong', unstorable[0]),
    textRefusal('name', name, MAX_PLACE_NAME_LENGTH),
    textRefusal('governorName', governorName, MAX_PERSON_NAME_LENGTH),
    ...below.map((one, nth) => textRefusal(`below/${nth}`, one, MAX_PLACE_NAME_LENGTH)),
    ...below.map(
      (one, nth) =>
        below.slice(0, nth).some((other) => other.trim() === one.trim()) &&
        refuse('already-exists', `below/${nth}`),
    ),
    newLoginRefusal(above, [governorName, name, ...below]),
  )
}
