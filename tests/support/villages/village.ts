import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import { loggerFor } from '../../../server/http/logger.ts'
import { buildApp } from '../../../server/app/app.ts'
import type { AppContext } from '../../../server/app/feature.ts'
import type { Database } from '../../../server/storage/database.ts'
import { SecretBox } from '../../../server/storage/secret-box.ts'
import { assembleContext } from '../../../server/app/context.ts'
import { Client } from '../running/client.ts'
import { standingClock, type TestClock } from '../running/clock.ts'
import { openTestDatabase, type TestDatabase } from '../running/database.ts'
import { schemasWhenAsked } from '../running/schemas-when-asked.ts'

export const SETUP_KEY = 'a-key-for-tests'
/** Of every node of a test. */
export const SECRET_KEY = 'a key for tests'

/** Nobody answers there, and nothing leaves this machine. */
export const NOWHERE = { robotReceiver: 'http://127.0.0.1:9' }

export interface Instance {
  readonly url: string
  readonly app: FastifyInstance
  readonly context: AppContext
  readonly clock: TestClock
  readonly storage: TestDatabase
  /** Somebody new at the door: no cookie. */
  stranger(): Client
}

export interface Village extends Instance {
  readonly placeId: string
  readonly townshipId: string
  /** Logs in somebody of the cast by name. */
  as(name: string): Promise<Client>
  /** Ids of the people of the roster by name. */
  readonly people: Readonly<Record<string, string>>
}

export interface Opening {
  readonly withPages?: boolean
  /** As fast as tests write, unless it is the pace that is tested. */
  readonly writerPace?: number
  readonly guestPace?: number
  /** None, unless it is what is shared that is tested: the clock of a test may stand. */
  readonly sharedForMs?: number
  /** Cheap, unless it is what hashing costs that is tested. */
  readonly passwordWork?: number
  /** As configured for a proxy in front. */
  readonly trustedProxies?: readonly string[]
  readonly publicUrl?: string
  /** Opened before; a new one otherwise. */
  readonly storage?: TestDatabase
  /** Takes the lines of the log, at level `info`. */
  readonly logged?: (line: string) => void
  /** Stands where the chat programs would be. */
  readonly robotReceiver?: string
  /** Stands between the server and its database. */
  readonly over?: (database: Database) => Database
  /** Where a story that spans several tests puts what is to be done after the last. */
  readonly atEnd?: (end: () => Promise<void>) => void
}

function loggerOf({ logged }: Opening): FastifyServerOptions['logger'] {
  const shipped = loggerFor(logged ? 'info' : 'warn') as object
  if (logged) return { ...shipped, stream: { write: logged } }
  return process.env['TEST_LOG'] ? shipped : false
}

/** A running instance on which nothing has been set up yet. */
export async function openInstance(options: Opening = {}): Promise<Instance> {
  const storage = options.storage ?? (await openTestDatabase())
  const clock = standingClock()
  const context = assembleContext({
    secretBox: new SecretBox([SECRET_KEY]),
    database: options.over?.(storage.database) ?? storage.database,
    bell: storage.bell,
    clock,
    setupKey: SETUP_KEY,
    secureCookies: false,
    publicUrl: options.publicUrl ?? null,
    hasMail: true,
    robotReceiver: options.robotReceiver ?? null,
    writerPace: options.writerPace ?? 100_000,
    guestPace: options.guestPace ?? 100_000,
    sharedForMs: options.sharedForMs ?? 0,
    passwordWork: options.passwordWork ?? 2 ** 10,
  })
  const app = await buildApp(context, {
    logger: loggerOf(options),
    trustedProxies: options.trustedProxies ?? [],
    publicUrl: options.publicUrl ?? null,
    withPages: options.withPages ?? false,
    schemaController: schemasWhenAsked,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('expected a port, found none')
  const url = `http://127.0.0.1:${address.port}`
  const clients: Client[] = []
  const atEnd = options.atEnd ?? onTestFinished
  atEnd(async () => {
    for (const client of clients) client.hangUp()
    await app.close()
    await storage.remove()
  })
  const stranger = (): Client => {
    const client = new Client(url)
    clients.push(client)
    return client
  }
  return { url, app, context, clock, storage, stranger }
}

/** The sample village 柳树湾村 with its cast, ready for an evening. */
export async function openVillage(options: Opening = {}): Promise<Village> {
  const instance = await openInstance(options)
  const first = instance.stranger()
  const { status, body } = await first.post('/api/setup/sample', { key: null, language: 'zh-Hans' })
  if (status !== 200) throw new Error(`expected the sample village, found ${status} ${JSON.stringify(body)}`)
  const village = body.places.find((place: { kind: string }) => place.kind === 'village')
  const logins: { name: string; loginName: string; password: string }[] = body.cast
  first.placeId = village.id
  const roster = await first.read(`/api/places/${village.id}/roster`)
  const people = Object.fromEntries(
    roster.people.map((one: { name: string; id: string }) => [one.name, one.id]),
  )
  return {
    ...instance,
    placeId: village.id,
    townshipId: village.parentId,
    people,
    async as(name) {
      const login = logins.find((one) => one.name === name)
      if (!login)
        throw new Error(`expected ${name} among those who can log in, found ${logins.map((l) => l.name)}`)
      const client = instance.stranger()
      client.placeId = village.id
      const answer = await client.post('/api/sessions', {
        loginName: login.loginName,
        password: login.password,
      })
      if (answer.status !== 200)
        throw new Error(`expected ${name} to log in, found ${JSON.stringify(answer.body)}`)
      return client
    },
  }
}

/** A second process on the same database, as several nodes on one PostgreSQL are. */
export async function secondNode(village: Village, over: { secureCookies?: boolean } = {}): Promise<string> {
  const { database, bell } = village.storage
  const { clock } = village
  const same = { database, bell, clock, setupKey: SETUP_KEY, secureCookies: false, publicUrl: null }
  const options = { ...same, ...over }
  const app = await buildApp(assembleContext(options), {
    logger: false,
    trustedProxies: [],
    publicUrl: null,
    withPages: false,
    schemaController: schemasWhenAsked,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const address = app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('expected a port, found none')
  return `http://127.0.0.1:${address.port}`
}

export interface Evening {
  readonly meetingId: string
  readonly code: string
  readonly agenda: readonly string[]
  readonly facilitator: Client
  /** Somebody comes with a phone, with a name or without. */
  phone(name?: string | null): Promise<Client>
}

/** An open pavilion talk with two agenda items, run by 陈静. */
export async function openEvening(village: Village, format = 'pavilion-talk'): Promise<Evening> {
  const facilitator = await village.as('陈静')
  const meetingId = randomUUID()
  const agenda = [randomUUID(), randomUUID()]
  await facilitator.must('plan-meeting', {
    meetingId,
    format,
    title: '十一月凉亭夜话',
    onDay: '2026-11-22',
    agenda: [
      { agendaItemId: agenda[0], title: '村口捐款公示' },
      { agendaItemId: agenda[1], title: '村里的路灯' },
    ],
  })
  await facilitator.must('open-meeting', { meetingId })
  const { meeting } = await facilitator.room(meetingId)
  return {
    meetingId,
    code: meeting.code,
    agenda,
    facilitator,
    async phone(name = null) {
      const phone = village.stranger()
      const { status, body } = await phone.post('/api/sessions/join', { code: meeting.code, name })
      if (status !== 200)
        throw new Error(`expected the phone to join, found ${status} ${JSON.stringify(body)}`)
      phone.placeId = body.placeId
      return phone
    },
  }
}
