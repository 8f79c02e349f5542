import { deepStrictEqual } from 'node:assert/strict'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DUE_SOON_DAYS } from '../../../shared/commitments/standing.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import { SQLITE_FILE } from '../../../server/storage/open.ts'
import { openProgress } from '../../replay/progress.ts'
import { hasBrowser, openOnPhone, type Opened } from '../first-page.ts'
import { storeLedger, type Size } from '../ledger-rows.ts'
import { SERVER_CPU, answering, freePort, startOn, stop } from '../machine.ts'
import { drawn, line, type Line } from '../report.ts'
import { median, type Effort } from '../rounds.ts'
import { BenchVillage, startOurs } from '../village.ts'

const BENCH = 'ledger'
const PEER = 'bare node:http'
const MAX_P95_MS = 50
const MAX_USABLE_MS = 1_000
const ALL: Size = { villages: 500, matters: 100_000 }
const SOME: Size = { villages: 100, matters: 10_000 }
const A_SECOND_MS = 1000
/** People are listened to 200 times a second; what they ask beyond that would be measured as a refusal. */
const PAUSE_MS = 6

interface Question {
  readonly name: string
  readonly asked: string
}

const QUESTIONS: readonly Question[] = [
  { name: 'list', asked: '?view=below' },
  { name: 'filter', asked: '?view=below&standing=overdue&sort=moved' },
  { name: 'search, two letters', asked: `?view=below&q=${encodeURIComponent('路灯')}` },
  { name: 'search, a name', asked: `?view=below&q=${encodeURIComponent('志强')}` },
  { name: 'search, one letter', asked: `?view=below&q=${encodeURIComponent('路')}` },
  { name: 'township roll-up', asked: '/below' },
]

/** The ledger of a township with five hundred villages, asked by its mayor, beside the same from prepared statements. */
export async function benchLedger(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const server = await startOurs()
  let peer: ReturnType<typeof startOn> | null = null
  try {
    const village = await BenchVillage.found(server)
    const cookie = await village.townshipCookie()
    const { townshipId } = village
    const ours = new Asker(server.port, `/api/places/${townshipId}/ledger`, cookie)
    const { today } = await ours.read('?view=below')
    await storeLedger(server.dataDir, townshipId, today, effort.repetitions === 1 ? SOME : ALL)
    const port = await freePort()
    const env = {
      PORT: String(port),
      FILE: path.join(server.dataDir, SQLITE_FILE),
      TOWNSHIP: townshipId,
      TODAY: today,
    }
    peer = startOn(SERVER_CPU, ['tests/bench/peers/bare-ledger.ts'], {
      env: { ...process.env, ...env, SOON: addDays(today, DUE_SOON_DAYS), NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await answering(port, peer)
    const lines = await compare(ours, new Asker(port, '/ledger', null), effort, say)
    const page = `/ledger?place=${townshipId}&view=below`
    return [...lines, ...(await onPhone(server.url, page, cookie, effort, say))]
  } finally {
    if (peer) await stop(peer)
    await server.stop()
  }
}

/** The same list as whoever has it in their hand sees it. */
async function onPhone(
  url: string,
  page: string,
  cookie: string,
  { repetitions }: Effort,
  say: (text: string) => void,
): Promise<Line[]> {
  if (!hasBrowser()) {
    say('No browser here: npm test installs one, then the phone is measured too\n')
    return []
  }
  const opened: Opened[] = []
  for (let repetition = 0; repetition < repetitions; repetition++)
    opened.push(await openOnPhone(url, page, cookie))
  const [first, again] = [median(opened.map((one) => one.first)), median(opened.map((one) => one.again))]
  say(
    drawn([
      ['ledger on a phone, a quarter of this processor, 1.6 Mbit/s, 150 ms', 'ms'],
      ['first visit', first.toFixed(0)],
      ['coming back', again.toFixed(0)],
    ]),
  )
  const metric = 'ms until the first page can be used on a throttled phone'
  return [
    line(BENCH, `${metric}, first visit`, first, 'target', MAX_USABLE_MS),
    line(BENCH, `${metric}, coming back`, again, 'target', MAX_USABLE_MS),
  ]
}

type Times = Map<string, { readonly ours: number[]; readonly peer: number[] }>

async function compare(
  ours: Asker,
  peer: Asker,
  effort: Effort,
  say: (text: string) => void,
): Promise<Line[]> {
  for (const { name, asked } of QUESTIONS)
    deepStrictEqual(
      await peer.read(asked),
      await ours.read(asked),
      `the peer answers something else: ${name}`,
    )
  const p95: Times = new Map(QUESTIONS.map(({ name }) => [name, { ours: [], peer: [] }]))
  const progress = openProgress('ledger', effort.repetitions * QUESTIONS.length)
  let done = 0
  for (let repetition = 0; repetition < effort.repetitions; repetition++)
    for (const { name, asked } of QUESTIONS) {
      const times = await inTurns(ours, peer, asked, effort.seconds * A_SECOND_MS)
      p95.get(name)!.ours.push(percentile(times.ours, 0.95))
      p95.get(name)!.peer.push(percentile(times.peer, 0.95))
      progress.step(++done)
    }
  progress.end()
  return linesOf(p95, say)
}

/** One asks, then the other; who is first changes each time. */
async function inTurns(ours: Asker, peer: Asker, asked: string, forMs: number) {
  const times = { ours: [] as number[], peer: [] as number[] }
  const untilMs = performance.now() + forMs
  for (let turn = 0; performance.now() < untilMs; turn++) {
    if (turn % 2 === 0) times.peer.push(await peer.time(asked))
    times.ours.push(await ours.time(asked))
    if (turn % 2 === 1) times.peer.push(await peer.time(asked))
    await wait(PAUSE_MS)
  }
  return times
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

function linesOf(p95: Times, say: (text: string) => void): Line[] {
  const rows = [...p95].map(([name, times]) => ({ name, ours: median(times.ours), peer: median(times.peer) }))
  const ratio = ({ ours, peer }: (typeof rows)[number]) => (ours / peer).toFixed(2)
  say(
    drawn([
      ['p95 ms', 'ours', PEER, 'ratio'],
      ...rows.map((row) => [row.name, row.ours.toFixed(1), row.peer.toFixed(1), ratio(row)]),
    ]),
  )
  return rows.flatMap(({ name, ours, peer }) => [
    line(BENCH, `p95 ms, ${name}`, ours, PEER, peer),
    line(BENCH, `p95 ms, ${name}`, ours, 'target', MAX_P95_MS),
  ])
}

/** Asks one server over one connection that stays open. */
class Asker {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  readonly #options: http.RequestOptions
  readonly #path: string

  constructor(port: number, path: string, cookie: string | null) {
    this.#path = path
    this.#options = { host: '127.0.0.1', port, agent: this.#agent, headers: cookie ? { cookie } : {} }
  }

  async time(asked: string): Promise<number> {
    const startMs = performance.now()
    await this.#ask(asked)
    return performance.now() - startMs
  }

  async read(asked: string): Promise<any> {
    return JSON.parse(await this.#ask(asked))
  }

  #ask(asked: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = http.get({ ...this.#options, path: this.#path + asked }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) resolve(body)
          else reject(new Error(`expected an answer, found ${response.statusCode} ${body}`))
        })
      })
      request.once('error', reject)
    })
  }
}
