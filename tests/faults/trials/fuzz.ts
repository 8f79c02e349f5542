import WebSocket from 'ws'
import { MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'
import { read, updateFrame } from '../../../server/minutes/relay/frames.ts'
import { openProgress } from '../../replay/progress.ts'
import { Chance } from '../chance.ts'
import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Breaker, genuineUpdates, Judge, type Malformed } from '../writers/mutants.ts'
import { Server, isSound, type Pulse, type Where } from '../machine/server.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { pause, until } from '../waiting.ts'

const LINES = 40
/** Of the frames, this share are nothing but updates that must be refused. */
const REJECTED_SHARE = 1 / 5
const STALL_MS = 200
const MEMORY_MIB = 64
/** Sent through one socket before the next; it is closed earlier where the server has had enough. */
const FRAMES_A_SOCKET = 90
const LOOK_EVERY = 2_000
const MIB = 1024 * 1024
const QUIET_MS = 400

export interface FuzzOptions {
  /** How many malformed frames. */
  readonly rounds: number
  readonly seed: number
}

interface Seen {
  frames: number
  rejected: number
  sockets: number
  changed: number
  looks: number
}

/** Malformed frames from somebody who is logged in: the server goes on, and the text is what it was, byte for byte. */
export async function fuzz(where: Where, options: FuzzOptions): Promise<Verdict> {
  const server = new Server(where)
  const seen: Seen = { frames: 0, rejected: 0, sockets: 0, changed: 0, looks: 0 }
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const acknowledged = await writeSomething(evening)
    const { bytes } = await textNow(evening)
    const chance = new Chance(options.seed)
    const breaker = new Breaker(chance, genuineUpdates(bytes))
    const attack = new Attack(evening, breaker, new Judge(bytes), bytes, seen)
    await attack.run(Math.min(1_000, options.rounds), false)
    const before = await settledPulse(server)
    const progress = openProgress('fuzz', options.rounds)
    await attack.run(options.rounds, false, progress.step)
    await attack.run(Math.ceil(options.rounds * REJECTED_SHARE), true)
    progress.end()
    const after = await settledPulse(server)
    return judge(options.rounds, server, seen, { acknowledged, before, after })
  } finally {
    await server.kill()
  }
}

async function writeSomething(evening: Evening): Promise<number> {
  const typist = evening.typist('f')
  typist.connect()
  for (let line = 0; line < LINES; line++) typist.type(false, '路灯从开春就不亮')
  await until('a text to be saved', 20_000, () => typist.owed === 0)
  typist.disconnect()
  return typist.acknowledged.size
}

async function settledPulse(server: Server): Promise<Pulse> {
  await pause(QUIET_MS)
  const { pulse } = server
  server.forgetStalls()
  return pulse
}

class Attack {
  readonly #evening: Evening
  readonly #breaker: Breaker
  readonly #judge: Judge
  readonly #text: Uint8Array
  readonly #seen: Seen

  constructor(evening: Evening, breaker: Breaker, judge: Judge, text: Uint8Array, seen: Seen) {
    this.#evening = evening
    this.#breaker = breaker
    this.#judge = judge
    this.#text = text
    this.#seen = seen
  }

  async run(most: number, onlyUpdates: boolean, step: (done: number) => void = () => {}): Promise<void> {
    let nextLook = LOOK_EVERY
    for (let done = 0; done < most;) {
      done += await this.#throughOneSocket(Math.min(FRAMES_A_SOCKET, most - done), onlyUpdates)
      step(done)
      if (done < nextLook && done < most) continue
      nextLook += LOOK_EVERY
      await this.#look()
    }
  }

  async #look(): Promise<void> {
    const { bytes } = await textNow(this.#evening)
    this.#seen.looks++
    if (Buffer.compare(bytes, this.#text) !== 0) this.#seen.changed++
  }

  async #throughOneSocket(most: number, onlyUpdates: boolean): Promise<number> {
    const socket = await this.#open()
    let sent = 0
    while (sent < most && socket.readyState === WebSocket.OPEN) {
      const malformed = onlyUpdates ? updateFrame(this.#breaker.update()) : this.#breaker.frame()
      if (this.#isSound(malformed)) continue
      socket.send(malformed)
      sent++
      if (onlyUpdates) this.#seen.rejected++
      else this.#seen.frames++
      if (sent % 10 === 0) await pause(0)
    }
    await closed(socket)
    return sent
  }

  #isSound(malformed: Malformed): boolean {
    if (typeof malformed === 'string') return false
    const message = read(malformed)
    return message?.kind === 'update' && this.#judge.isSound(message.bytes)
  }

  async #open(): Promise<WebSocket> {
    const { url, cookie, placeId } =
      this.#evening.writers[this.#seen.sockets++ % this.#evening.writers.length]!
    const query = `place=${placeId}&schema=${MINUTES_SCHEMA_VERSION}`
    const socket = new WebSocket(`${url.replace('http', 'ws')}/minutes/${this.#evening.meetingId}?${query}`, {
      headers: { cookie: cookie! },
    })
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve())
      socket.on('error', reject)
    })
    socket.removeAllListeners('error')
    socket.on('error', () => {})
    return socket
  }
}

/** Asks the server to answer once more, so that all that was sent before has been read, and hangs up. */
async function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.OPEN)
    await new Promise<void>((resolve) => {
      socket.once('pong', () => resolve())
      socket.once('close', () => resolve())
      socket.ping()
    })
  socket.terminate()
}

function judge(
  rounds: number,
  server: Server,
  seen: Seen,
  { acknowledged, before, after }: { acknowledged: number; before: Pulse; after: Pulse },
): Verdict {
  const stallMs = Math.round(after.stallMs)
  const grownMib = Math.round((after.rssBytes - before.rssBytes) / MIB)
  const { frames, rejected, sockets, changed, looks } = seen
  return {
    fault: 'fuzz',
    rounds,
    acknowledged,
    lost: 0,
    duplicated: 0,
    corrupt: changed + (isSound(server.where) ? 0 : 1),
    figures: { frames, rejected, sockets, looks, changed, stallMs, grownMib, exits: server.exits },
    missed: missedOf([
      ['exits', server.exits, '<=', 0],
      ['stallMs', stallMs, '<=', STALL_MS],
      ['grownMib', grownMib, '<=', MEMORY_MIB],
    ]),
  }
}
