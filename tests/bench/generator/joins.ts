import { setTimeout as wait } from 'node:timers/promises'
import { Hall } from './hall.ts'
import type { Job, Outcome } from './job.ts'
import { Line, wire } from './line.ts'
import { cpuMsOf, rssMiBOf } from './reading.ts'
import { greetings, updateMessage } from './speech.ts'
import type { Joined } from './typing.ts'

const SETTLE_MS = 1_500
const LATE_JOINERS = 10

/** Everybody was here and was cut off; some come back one after another, then all the others at once, each for the whole text. */
export async function runJoins(job: Job, joined: Joined): Promise<Outcome> {
  const before = new Hall(job, { byClient: new Map() }, () => {})
  const hall = new Hall(job, { byClient: new Map() }, () => {})
  const keeper = job.text === null ? null : await bringText(job, Buffer.from(job.text, 'base64'))
  await before.fill(joined)
  before.leave()
  await wait(SETTLE_MS)
  const late: number[] = []
  for (const seat of job.seats.slice(0, LATE_JOINERS)) {
    const fromMs = performance.now()
    await hall.join(seat)
    late.push(performance.now() - fromMs)
  }
  const crowd = job.seats.slice(LATE_JOINERS)
  const cpuMs = cpuMsOf(job.pid)
  const ownMs = cpuMsOf(process.pid)
  const bytes = wire.bytes
  const fromMs = performance.now()
  const each = await Promise.all(
    crowd.map(async (seat) => {
      await hall.join(seat)
      return performance.now() - fromMs
    }),
  )
  const tookMs = performance.now() - fromMs
  joined(job.seats.length, job.seats.length)
  each.sort((a, b) => a - b)
  late.sort((a, b) => a - b)
  const outcome: Outcome = {
    deliveries: crowd.length,
    missing: 0,
    frames: crowd.length,
    seconds: tookMs / 1000,
    cpuMs: cpuMsOf(job.pid) - cpuMs,
    rssMiB: rssMiBOf(job.pid),
    p50: late[Math.floor(late.length / 2)] ?? 0,
    p99: late.at(-1) ?? 0,
    p50All: each[Math.floor(each.length / 2)] ?? 0,
    p99All: tookMs,
    generatorPercent: ((cpuMsOf(process.pid) - ownMs) / tookMs) * 100,
    generatorLagMs: 0,
    closed: hall.closed,
    wireMiB: (wire.bytes - bytes) / 2 ** 20,
  }
  hall.leave()
  keeper?.close()
  return outcome
}

/** Somebody who has the text already joins first and stays. */
async function bringText(job: Job, text: Uint8Array): Promise<Line> {
  const seat = job.seats[0]!
  const line = new Line({ ...seat, port: job.port }, () => {})
  await line.opened
  for (const greeting of greetings(seat.dialect, seat.room)) line.send(greeting)
  line.send(updateMessage(seat.dialect, seat.room, text))
  await wait(SETTLE_MS)
  return line
}
