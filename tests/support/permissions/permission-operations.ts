import { randomUUID } from 'node:crypto'
import { operations } from '../../../shared/api.ts'
import type { PermittedOperation } from '../../../shared/permissions/operations.ts'
import { Authenticator, newPasskey, proofOf } from './authenticator.ts'
import type { Heard } from './permission-asking.ts'
import { arrive, GOVERNING, WHERE, type Everybody, type Viewer, type Where } from './permission-viewers.ts'
import type { Stage } from '../villages/stage.ts'

export interface AskedOperation {
  readonly name: PermittedOperation
  readonly viewer: Viewer
  readonly where: Where
  /** Fills the address and the body. */
  readonly wish: Readonly<Record<string, unknown>>
}

/** What the operations are about; made before the database runs dry. */
export interface OperationThings {
  readonly codes: { readonly invitation: string; readonly claim: string }
  readonly own: {
    readonly viewId: string
    readonly linkId: string
    readonly phoneId: string
    readonly sessionId: string
    readonly passkeyId: string
  }
  /** Of whoever facilitates; none of them is kept while the database is dry. */
  readonly passkeys: { readonly made: object; readonly proof: object }
  /** People by what they are to those who ask. */
  readonly people: {
    readonly mover: string
    readonly cadre: string
    readonly mayor: string
    readonly recorder: string
  }
  /** Runs the village and holds a post elsewhere; invited to another post here. */
  readonly ofTwo: Viewer
  readonly invitedOfTwo: string
}

const NONE = randomUUID()
const LOGIN = { loginName: 'sundage', password: 'liushuwan-8' }
const DAY = '2026-11-22'
const PASSWORD = 'chenjing-2026'

export async function operationThings(stage: Stage): Promise<OperationThings> {
  const { facilitator, phone, other, township, village, mover, robot } = stage
  const { placeId } = village
  const must = async (client: typeof phone, path: string, body: object): Promise<any> => {
    const answer = await client.post(path, body)
    if (answer.status !== 200) throw new Error(`expected ${path} done, found ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const newcomer = randomUUID()
  await facilitator.must('add-person', { personId: newcomer, name: '孙二哥', householdId: null })
  await must(facilitator, '/api/logins', { placeId, personId: newcomer, ...LOGIN })
  const cadre = village.people['王建国']!
  await must(facilitator, '/api/mailboxes', {
    ...{ placeId, personId: cadre, address: 'wang@example.org', language: 'zh-Hans' },
  })
  await village.context.database.write((work) =>
    work
      .insertInto('deliveries')
      .values({
        ...{ receiverId: robot, placeId, onDay: DAY, state: 'given-up', attempts: 5 },
        ...{ nextAt: `${DAY}T11:00:00.000Z`, attemptsMost: null, sentOn: null },
      })
      .execute(),
  )
  await must(facilitator, '/api/login-resets', { placeId, personId: cadre })
  const [invitationId] = stage.invitations
  const invitation = await must(facilitator, '/api/invitations/code', { placeId, invitationId })
  const { code: claim } = await must(phone, `/api/places/${placeId}/claim-code`, {})
  await must(other, `/api/places/${placeId}/claims`, { code: claim })
  const { phones } = await phone.read(`/api/places/${placeId}/phones`)
  const viewId = randomUUID()
  await must(facilitator, '/api/saved-views', { viewId, placeId, name: '迟了的', question: {} })
  const link = await must(facilitator, '/api/calendar-links', { placeId, scope: 'mine' })
  const { sessions } = await facilitator.read('/api/me/sessions')
  const passkey = new Authenticator()
  const kept = await must(facilitator, '/api/me/passkeys', await newPasskey(facilitator, PASSWORD, passkey))
  const passkeys = {
    made: await newPasskey(facilitator, PASSWORD),
    proof: await proofOf(facilitator, passkey),
  }
  const mayor = (await township.read('/api/me')).actor.id
  return {
    codes: { invitation: invitation.code, claim },
    own: {
      viewId,
      linkId: link.linkId,
      phoneId: phones[0].id,
      sessionId: sessions[0].id,
      passkeyId: kept.passkeys[0].id,
    },
    passkeys,
    people: { mover, cadre, mayor, recorder: village.people['陈晓']! },
    ...(await ofTwoPlaces(stage)),
  }
}

/** A log-in of theirs opens two places, so only they may have it. */
async function ofTwoPlaces(stage: Stage) {
  const { placeId } = stage.village
  const came = await arrive(stage, placeId, [
    { role: 'facilitator', placeId },
    { role: 'villager', placeId: stage.movable },
  ])
  const invitedOfTwo = randomUUID()
  const wish = { personId: came.id, role: 'cadre', title: '村委委员' }
  await stage.facilitator.must('invite-person', { invitationId: invitedOfTwo, ...wish })
  const roles = { village: ['facilitator'], beside: ['villager'] } as const
  return { invitedOfTwo, ofTwo: { name: 'of two places', kind: 'person', roles, ...came } as const }
}

/** What each operation is asked about. */
function wishesFor(name: PermittedOperation, stage: Stage, things: OperationThings): readonly object[] {
  const { codes, own, people, passkeys, ofTwo, invitedOfTwo } = things
  const login = { loginName: `new-${randomUUID().slice(0, 8)}`, password: 'liushuwan-9' }
  const persons = [...Object.values(people), ofTwo.id, NONE]
  const mail = { address: 'somebody@example.org', language: 'zh-Hans' }
  const wishes: Partial<Record<PermittedOperation, readonly object[]>> = {
    logIn: [LOGIN],
    endSession: [{ sessionId: own.sessionId }, { sessionId: '0'.repeat(32) }],
    logInByPasskey: [passkeys.proof],
    preparePasskey: [{ password: PASSWORD }],
    addPasskey: [passkeys.made],
    removePasskey: [{ passkeyId: own.passkeyId }, { passkeyId: '0'.repeat(32) }],
    joinEvening: [{ code: stage.evening.code, name: null }],
    renameGuest: [{ name: '李婶' }],
    giveLogin: persons.map((personId) => ({ personId, ...login })),
    askLoginReset: persons.map((personId) => ({ personId })),
    confirmLoginReset: persons.map((personId) => ({ personId })),
    stopLoginReset: persons.map((personId) => ({ personId })),
    makeInvitationCode: [...stage.invitations, invitedOfTwo, NONE].map((invitationId) => ({ invitationId })),
    lookAtInvitation: [{ code: codes.invitation }],
    acceptInvitation: [{ code: codes.invitation, ...login }],
    claimByCode: [{ code: codes.claim }],
    cutOffPhone: [{ phoneId: own.phoneId }, { phoneId: '0'.repeat(32) }],
    setMailbox: persons.map((personId) => ({ personId, ...mail })),
    eraseMailbox: persons.map((personId) => ({ personId })),
    testRobot: [stage.robot, NONE].map((robotId) => ({ robotId })),
    sendAgain: [stage.robot, NONE].map((receiverId) => ({ receiverId, onDay: DAY })),
    makeTicket: [stage.evening.meetingId, stage.plannedMeeting, NONE].map((meetingId) => ({ meetingId })),
    saveView: [{ viewId: randomUUID(), name: '快到的', question: {} }],
    dropView: [own.viewId, NONE].map((viewId) => ({ viewId })),
    makeCalendarLink: ['mine', 'unit'].map((scope) => ({ scope })),
    revokeCalendarLink: [own.linkId, NONE].map((linkId) => ({ linkId })),
  }
  return wishes[name] ?? [{}]
}

/** Everybody asks at every place about everything; only of a new instance is asked apart. */
export function operationCasesOf(
  name: PermittedOperation,
  stage: Stage,
  everybody: Everybody,
  things: OperationThings,
): AskedOperation[] {
  const viewers = [...everybody.viewers, things.ofTwo].filter(({ kind }) => kind !== 'instance')
  return WHERE.filter((where) => where !== 'county').flatMap((where) =>
    wishesFor(name, stage, things).flatMap((wish) =>
      viewers.map((viewer) => ({ name, viewer, where, wish: { placeId: everybody.places[where], ...wish } })),
    ),
  )
}

/** Asks the running server by the contract of the operation: what the address does not take goes into the body. */
export async function carryOut(
  { village: { app, url: home } }: Stage,
  { name, viewer: { cookie }, wish }: AskedOperation,
): Promise<Heard> {
  const { method, path, body } = operations.find(({ operationId }) => operationId === name)!
  const url = path.replace(/:(\w+)/g, (_, field: string) => String(wish[field]))
  const fields = Object.keys((body as { properties?: object }).properties ?? {})
  const payload = Object.fromEntries(fields.flatMap((field) => (field in wish ? [[field, wish[field]]] : [])))
  // What a browser says of itself: passkeys are of one address.
  const browser = { origin: home, host: new URL(home).host }
  const answer = await app.inject({
    ...{ method, url },
    headers: cookie === null ? browser : { ...browser, cookie },
    ...(fields.length > 0 && { payload }),
  })
  const { statusCode: status, body: text } = answer
  return { status, refused: status === 200 ? undefined : answer.json().refused, text }
}

/** What whoever asks is to what they ask for: said here once more, apart from the routes. */
export function operationFactsOf({ name, viewer, where, wish }: AskedOperation, things: OperationThings) {
  const roles: readonly string[] = viewer.roles[where] ?? []
  const { people, ofTwo, invitedOfTwo } = things
  const ids: Readonly<Record<string, string>> = {
    owner: people.cadre,
    mayor: people.mayor,
    recorder: people.recorder,
    [ofTwo.name]: ofTwo.id!,
  }
  const isPhone = viewer.kind === 'guest'
  const isTheirs = 'personId' in wish && wish['personId'] === ids[viewer.name]
  const isOfTwo =
    wish['personId'] === ofTwo.id || (wish['invitationId'] === invitedOfTwo && where === 'village')
  const isMayor = wish['personId'] === people.mayor
  const isElsewhere =
    where !== 'village' && [people.mover, people.cadre, people.recorder].includes(wish['personId'] as string)
  return {
    are: Object.entries({
      anybody: true,
      somebody: isPhone || viewer.kind === 'person',
      guest: isPhone,
      governor: roles.includes(GOVERNING[where]),
      oneself: name === 'renameGuest' ? isPhone : 'personId' in wish ? isTheirs : viewer.kind === 'person',
    }).flatMap(([relation, holds]) => (holds ? [relation] : [])),
    when: Object.entries({
      'on-the-roster': !isOfTwo && !isMayor && !isElsewhere,
      'for-oneself': isOfTwo && viewer === ofTwo,
      'own-promises': wish['scope'] === 'mine',
      'whole-place': wish['scope'] === 'unit',
    }).flatMap(([circumstance, so]) => (so ? [circumstance] : [])),
  }
}
