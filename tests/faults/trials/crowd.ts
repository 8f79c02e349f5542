import { randomUUID } from 'node:crypto'
import { openDatabase } from '../../../server/storage/open.ts'
import { scannedCode } from '../../../server/people/qr-queries.ts'
import { openProgress } from '../../replay/progress.ts'
import { Client } from '../../support/running/client.ts'
import { isSound, Server, type Where } from '../machine/server.ts'
import { compare, missedOf, percentile, type Verdict } from '../verdict.ts'
import { pause, until } from '../waiting.ts'
import { Attackers, type Answered } from '../writers/attackers.ts'
import { openEvening, openVillage, type Evening } from '../writers/evening.ts'

const JOIN_EVERY_MS = 40
const SAY_EVERY_MS = 50
const JOIN_P99_MS = 1_000
const WALL_P99_MS = 500
const ATTACK_MS = 1_500
const HEARD_WITHIN_MS = 20_000
/** As an instance has it that nobody configured. */
const AS_SHIPPED = { GUEST_PACE: '' }

export interface CrowdOptions {
  /** How many phones scan, and say one thing each. */
  readonly rounds: number
}

/** A hall of phones behind the one address from which somebody attacks in every way that needs no log-in. */
export async function crowd(where: Where, { rounds }: CrowdOptions): Promise<Verdict> {
  const server = new Server(where, AS_SHIPPED)
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const { facilitator, meetingId } = evening
    await facilitator.must('set-moderation', { meetingId, moderation: 'straight' })
    const code = await scannedAt(where, evening)
    const attackers = new Attackers(evening)
    server.forgetStalls()
    attackers.start(await evening.phone())
    await pause(ATTACK_MS)
    const { joinsMs, phones } = await join(server.url, code, rounds)
    const said = await sayAndWatch(evening, phones)
    await attackers.stop()
    const room = await facilitator.room(meetingId)
    const there = room.comments.map(({ id }: { id: string }) => id)
    return judge(server, rounds, { joinsMs, ...said, there, attackers })
  } finally {
    await server.kill()
  }
}

async function scannedAt(where: Where, { meetingId, code }: Evening): Promise<string> {
  const database = await openDatabase(where)
  try {
    return await database.write((work) => scannedCode(work, meetingId, code))
  } finally {
    await database.close()
  }
}

async function join(url: string, code: string, phones: number) {
  const progress = openProgress('phones that come', phones)
  const joinsMs: number[] = []
  const coming = Array.from({ length: phones }, async (_, n) => {
    await pause(n * JOIN_EVERY_MS)
    const phone = new Client(url)
    const begun = performance.now()
    const { status, body } = await phone.post('/api/sessions/join', { code, name: null })
    joinsMs.push(performance.now() - begun)
    progress.step(joinsMs.length)
    if (status !== 200) return null
    phone.placeId = body.placeId
    return phone
  })
  const come = await Promise.all(coming)
  progress.end()
  return { joinsMs, phones: come.filter((phone) => phone !== null) }
}

async function sayAndWatch({ facilitator, meetingId }: Evening, phones: readonly Client[]) {
  const sentMs = new Map<string, number>()
  const wallMs: number[] = []
  const acknowledged: string[] = []
  const onFrame = (frame: { kind: string; events?: readonly { type: string; data: unknown }[] }): void => {
    for (const { type, data } of frame.events ?? []) {
      const begun = sentMs.get((data as { commentId?: string }).commentId ?? '')
      if (type === 'comment-posted' && begun !== undefined) wallMs.push(performance.now() - begun)
    }
  }
  await facilitator.listen({ meeting: meetingId, as: 'wall', onFrame })
  const saying = phones.map(async (phone, n) => {
    await pause(n * SAY_EVERY_MS)
    const commentId = randomUUID()
    sentMs.set(commentId, performance.now())
    const said = { commentId, meetingId, text: `路灯 ${n}`, lane: 'open', channel: 'phone', name: null }
    if ((await phone.command('post-comment', said)).status === 200) acknowledged.push(commentId)
  })
  await Promise.all(saying)
  await until(
    'everything said to be on the wall',
    HEARD_WITHIN_MS,
    () => wallMs.length >= acknowledged.length,
  )
  facilitator.hangUp()
  return { wallMs, acknowledged, sent: new Set(sentMs.keys()) }
}

interface Found {
  readonly joinsMs: readonly number[]
  readonly wallMs: readonly number[]
  readonly acknowledged: readonly string[]
  readonly sent: ReadonlySet<string>
  readonly there: readonly string[]
  readonly attackers: Attackers
}

const inWords = (answered: Answered): string =>
  [...answered].map(([status, times]) => `${times} × ${status}`).join(', ')

function judge(server: Server, rounds: number, found: Found): Verdict {
  const { joinsMs, wallMs, acknowledged, sent, there, attackers } = found
  const tally = compare(
    acknowledged,
    sent,
    there.filter((id) => sent.has(id)),
  )
  const joinMsP99 = percentile(joinsMs, 0.99)
  const wallMsP99 = percentile(wallMs, 0.99)
  const { guesses, flood, logIns, reads } = attackers.answered
  const attacks = { guesses: inWords(guesses), flood: inWords(flood), logIns: inWords(logIns) }
  return {
    fault: 'crowd',
    rounds,
    acknowledged: tally.acknowledged,
    lost: tally.lost,
    duplicated: tally.duplicated,
    corrupt: tally.strange + (isSound(server.where) ? 0 : 1),
    figures: {
      joinMsP99,
      wallMsP99,
      stallMs: Math.round(server.pulse.stallMs),
      ...attacks,
      reads: inWords(reads),
      exits: server.exits,
    },
    missed: missedOf([
      ['said', acknowledged.length, '>=', rounds],
      ['joinMsP99', joinMsP99, '<=', JOIN_P99_MS],
      ['wallMsP99', wallMsP99, '<=', WALL_P99_MS],
      ['floodAccepted', flood.get(200) ?? 0, '<=', 200],
      ['guessed', guesses.get(200) ?? 0, '<=', 0],
      ['exits', server.exits, '<=', 0],
    ]),
  }
}
