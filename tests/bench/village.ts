import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type Answer } from '../support/running/client.ts'
import { shipped } from '../support/running/shipped.ts'
import { SERVER_CPU, startOn, stop } from './machine.ts'

const READY_WITHIN_MS = 30_000
const AGAIN_MS = 250
const AT_ONCE = 8
/** A person with several screens; a session with hundreds of sockets would be somebody else's case. */
const SOCKETS_OF_A_SESSION = 20

export interface OurServer {
  readonly pid: number
  readonly port: number
  readonly url: string
  readonly dataDir: string
  stop(): Promise<void>
}

/** Our server as it ships, on SQLite in a folder of its own; another entry is for what production has no switch for. */
export async function startOurs(entry = 'server/app/main.ts'): Promise<OurServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-bench-'))
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  process.once('exit', remove)
  const env = {
    PORT: '0',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    PUBLIC_URL: '',
  }
  const { env: set, options } = shipped()
  const child = startOn(SERVER_CPU, [...options, ...profiling(), entry], {
    env: { ...process.env, ...set, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`our server was not ready: ${said}`)), READY_WITHIN_MS)
    child.stdout!.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const found = /http:\/\/localhost:(\d+)\//.exec(said)?.[1]
      if (!found) return
      clearTimeout(late)
      resolve(Number(found))
    })
    child.once('exit', (code) => reject(new Error(`our server ended with ${code}: ${said}`)))
  })
  return {
    pid: child.pid!,
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    async stop() {
      await stop(child)
      remove()
      process.off('exit', remove)
    },
  }
}

// Where the time goes: BENCH_PROFILE names a folder for V8's profiles of our server.
const profiling = (): string[] =>
  process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []

interface Login {
  readonly loginName: string
  readonly password: string
  readonly title: string
}

/** The sample village on one of our servers, and the people who log in there. */
export class BenchVillage {
  readonly #url: string
  readonly #facilitator: Client
  readonly #logins: readonly Login[]
  readonly placeId: string
  readonly townshipId: string

  static async found({ url }: OurServer): Promise<BenchVillage> {
    const facilitator = new Client(url)
    const { body } = must(await facilitator.post('/api/setup/sample', { key: null, language: 'zh-Hans' }))
    facilitator.placeId = body.places.find(({ kind }: { kind: string }) => kind === 'village').id
    const { place } = await facilitator.read(`/api/places/${facilitator.placeId}/ledger`)
    return new BenchVillage(url, facilitator, body.cast, place.parentId)
  }

  private constructor(url: string, facilitator: Client, logins: readonly Login[], townshipId: string) {
    this.#url = url
    this.#facilitator = facilitator
    this.#logins = logins
    this.placeId = facilitator.placeId
    this.townshipId = townshipId
  }

  /** Of whoever is above the villages. */
  async townshipCookie(): Promise<string> {
    const { loginName, password } = this.#logins.find(({ title }) => /镇长/.test(title))!
    const client = new Client(this.#url)
    must(await client.post('/api/sessions', { loginName, password }))
    return client.cookie!
  }

  /** Evenings that are open. */
  async openMeetings(count: number): Promise<string[]> {
    const { today } = await this.#facilitator.read(`/api/places/${this.placeId}/meetings`)
    const meetingIds = Array.from({ length: count }, () => randomUUID())
    await inParallel(meetingIds, async (meetingId) => {
      const agenda = [{ agendaItemId: randomUUID(), title: '村里的路灯' }]
      const plan = { meetingId, format: 'pavilion-talk', title: '凉亭夜话', onDay: today, agenda }
      await this.#command('plan-meeting', plan)
      await this.#command('open-meeting', { meetingId })
    })
    return meetingIds
  }

  /** From now on comments stand on every screen at once. */
  async showAtOnce(meetingId: string): Promise<void> {
    await this.#command('set-moderation', { meetingId, moderation: 'straight' })
  }

  /** One cookie for each of `count` sockets of people who may read, or also write, the text. */
  async staffCookies(count: number, mayWrite: boolean): Promise<string[]> {
    const logins = mayWrite ? this.#logins.filter(({ title }) => /主持人|记录人/.test(title)) : this.#logins
    const sessions = Math.max(logins.length, Math.ceil(count / SOCKETS_OF_A_SESSION))
    const cookies: string[] = []
    // One after another: two at once would be two attempts at one password.
    for (let at = 0; at < sessions; at++) {
      const { loginName, password } = logins[at % logins.length]!
      const client = new Client(this.#url)
      await untilTaken(() => client.post('/api/sessions', { loginName, password }))
      cookies.push(client.cookie!)
    }
    return Array.from({ length: count }, (_, at) => cookies[at % cookies.length]!)
  }

  /** One cookie for each phone that joins the evening by its code. */
  async phoneCookies(meetingId: string, count: number): Promise<string[]> {
    const { meeting } = await this.#facilitator.room(meetingId)
    const cookies: string[] = []
    await inParallel(Array.from({ length: count }), async () => {
      const phone = new Client(this.#url)
      await untilTaken(() => phone.post('/api/sessions/join', { code: meeting.code, name: null }))
      cookies.push(phone.cookie!)
    })
    return cookies
  }

  async codeOf(meetingId: string): Promise<string> {
    return (await this.#facilitator.room(meetingId)).meeting.code
  }

  minutesPath(meetingId: string): string {
    return `/minutes/${meetingId}?place=${this.placeId}&schema=1`
  }

  livePath(meetingId: string, as: 'phone' | 'wall'): string {
    return `/live?place=${this.placeId}&since=0&meeting=${meetingId}&as=${as}`
  }

  get facilitatorCookie(): string {
    return this.#facilitator.cookie!
  }

  #command(name: string, fields: object): Promise<Answer> {
    return untilTaken(() => this.#facilitator.command(name, fields))
  }
}

async function inParallel<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const work = async (): Promise<void> => {
    while (left.length > 0) await act(left.pop()!)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** Asks again while one sender asks too often: setting up is not what is measured. */
async function untilTaken(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 429) return must(answer)
    await wait(AGAIN_MS)
  }
}

function must(answer: Answer): Answer {
  if (answer.status !== 200)
    throw new Error(
      `expected the village to be set up, found ${answer.status} ${JSON.stringify(answer.body)}`,
    )
  return answer
}
