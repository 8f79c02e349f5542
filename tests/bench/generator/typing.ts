import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Hall } from './hall.ts'
import type { Job, Outcome } from './job.ts'
import { wire } from './line.ts'
import { cpuMsOf, rssMiBOf } from './reading.ts'
import { updateMessage } from './speech.ts'
import { Tally } from './tally.ts'
import { Pace, Typist } from './typist.ts'

const PUMP_MS = 1
const SETTLE_MS = 500
const MAX_DRAIN_MS = 3_000
const FIRST_CLIENT = 1_000_001

export type Joined = (count: number, of: number) => void

/** One who acts at each of several places, and says so to the tally. */
type Act = (who: number) => void

/** Everybody joins, the writers write, and what arrives is counted. */
export async function runTyping(job: Job, joined: Joined): Promise<Outcome> {
  const writers = job.seats.flatMap(({ isWriter, room }, seat) => (isWriter ? [{ seat, room }] : []))
  const typists = writers.map((_, at) => new Typist(FIRST_CLIENT + at))
  const byClient = new Map<number, { writer: number; firstClock: number }>()
  const ownOf = new Map(writers.map(({ seat }, writer) => [seat, writer]))
  const inRoom = new Map<number, number>()
  for (const { room } of job.seats) inRoom.set(room, (inRoom.get(room) ?? 0) + 1)
  const tally = new Tally(
    job.seats.length,
    writers.map(({ room }) => inRoom.get(room)! - 1),
  )
  const hall = new Hall(job, { byClient }, (subscriber, { reaches }) =>
    tally.received(subscriber, ownOf.get(subscriber) ?? -1, reaches, performance.now()),
  )
  await hall.fill(joined)
  const send = (writer: number, update: Uint8Array): void => {
    const { seat, line } = hall.seated[writers[writer]!.seat]!
    line.send(updateMessage(seat.dialect, seat.room, update))
  }
  for (const [writer, typist] of typists.entries()) {
    send(writer, typist.firstUpdate())
    byClient.set(FIRST_CLIENT + writer, { writer, firstClock: typist.clock })
  }
  await wait(SETTLE_MS)
  hall.listen()
  return measured(job, hall, tally, writers.length, (writer) => {
    const update = typists[writer]!.nextUpdate()
    tally.sent(writer, performance.now())
    send(writer, update)
  })
}

/** Comments are said one after another, and every phone is to hear each. */
export async function runComments(job: Job, joined: Joined): Promise<Outcome> {
  const tally = new Tally(job.seats.length, [job.seats.length])
  const hall = new Hall(job, { byClient: new Map() }, (subscriber, { reaches }) =>
    tally.received(subscriber, -1, reaches, performance.now()),
  )
  await hall.fill(joined)
  await wait(SETTLE_MS)
  hall.listen()
  return measured(job, hall, tally, 1, () => {
    const number = tally.sent(0, performance.now())
    say(job, hall, `#${number} 路灯坏了三盏，晚上走路看不见`)
  })
}

function say({ saying, port }: Job, hall: Hall, text: string): void {
  const commentId = randomUUID()
  const words = { text, name: null }
  if (!saying) {
    hall.seated[0]!.line.sendText(JSON.stringify({ type: 'comment-posted', data: { commentId }, words }))
    return
  }
  const { placeId, meetingId, posts } = saying
  const { cookie } = posts[Number(/\d+/.exec(text)) % posts.length]!
  const body = { placeId, meetingId, commentId, lane: 'open', channel: 'phone', ...words }
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  fetch(`http://127.0.0.1:${port}/api/commands/post-comment`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  }).then(
    async (answer) => {
      const said = await answer.text()
      if (answer.status !== 200) process.stderr.write(`a comment was refused: ${answer.status} ${said}\n`)
    },
    (problem: unknown) => process.stderr.write(`a comment was not taken: ${String(problem)}\n`),
  )
}

async function measured(job: Job, hall: Hall, tally: Tally, actors: number, act: Act): Promise<Outcome> {
  const startMs = performance.now()
  const pace = new Pace(actors, job.perSecond, job.seed, startMs)
  const lags: number[] = []
  let lastMs = startMs
  const pump = setInterval(() => {
    const nowMs = performance.now()
    lags.push(nowMs - lastMs - PUMP_MS)
    lastMs = nowMs
    pace.run(nowMs, act)
  }, PUMP_MS)
  await wait(job.warmUpMs)
  lags.length = 0
  const begun = look(job.pid)
  tally.begin(begun.ms)
  await wait(job.measureMs)
  tally.end()
  const ended = look(job.pid)
  clearInterval(pump)
  await drain(tally)
  const seconds = (ended.ms - begun.ms) / 1000
  const all = tally.untilAll(ended.ms)
  const outcome: Outcome = {
    deliveries: tally.measured,
    missing: tally.expected - tally.delivered,
    frames: tally.frames,
    seconds,
    cpuMs: ended.cpuMs - begun.cpuMs,
    rssMiB: rssMiBOf(job.pid),
    p50: tally.times.at(0.5),
    p99: tally.times.at(0.99),
    p50All: all.at(0.5),
    p99All: all.at(0.99),
    generatorPercent: (ended.own - begun.own) / seconds / 10,
    generatorLagMs: lags.sort((a, b) => a - b)[Math.floor(lags.length * 0.99)] ?? 0,
    closed: hall.closed,
    wireMiB: wire.bytes / 2 ** 20,
  }
  hall.leave()
  return outcome
}

const look = (pid: number) => ({
  ms: performance.now(),
  cpuMs: cpuMsOf(pid),
  own: cpuMsOf(process.pid),
})

async function drain(tally: Tally): Promise<void> {
  const untilMs = performance.now() + MAX_DRAIN_MS
  while (tally.delivered < tally.expected && performance.now() < untilMs) await wait(20)
}
