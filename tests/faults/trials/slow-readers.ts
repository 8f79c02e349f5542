import { readFileSync } from 'node:fs'
import WebSocket from 'ws'
import type * as Y from 'yjs'
import { MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'
import { openProgress } from '../../replay/progress.ts'
import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { compare, missedOf, percentile, type Verdict } from '../verdict.ts'
import { pause, until } from '../waiting.ts'

const FLOODERS = 10
const CHUNK = '灯'.repeat(2_000)
const CHUNK_BYTES = 6_000
const FLOOD_EVERY_MS = 110
/** After this much a socket that reads nothing owes more than any buffer of the system holds. */
const OWED_BYTES = 1024 * 1024
const MAX_FLOOD_BYTES = 7 * 1024 * 1024
const CLOSED_WITHIN_MS = 15_000
const WATCH_MS = 90_000
const P99_MS = 300
const MEMORY_MIB = 64
const MIB = 1024 * 1024
const ESTABLISHED = '01'

export interface SlowReadersOptions {
  /** How many sockets that never read; every second one is a phone. */
  readonly rounds: number
  readonly watchMs?: number
}

interface Found {
  readonly closed: number
  readonly closedMsMost: number
  readonly grownMib: number
  readonly floodedMib: number
}

/** Sockets that never read: they are closed, and nobody else waits for them. */
export async function slowReaders(
  where: Where,
  { rounds, watchMs = WATCH_MS }: SlowReadersOptions,
): Promise<Verdict> {
  const server = new Server(where)
  const sockets: WebSocket[] = []
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const honest = ['a', 'b'].map((name) => evening.typist(name))
    const flooders = Array.from({ length: FLOODERS }, (_, n) => evening.typist(`f${n}`))
    for (const typist of [...honest, ...flooders]) typist.connect()
    await until('everybody to be in step', 20_000, () =>
      [...honest, ...flooders].every(({ isInStep }) => isInStep),
    )
    for (let n = 0; n < rounds; n++) sockets.push(await openSilent(evening, n % 2 === 0))
    const found = await flood({ server, ports: portsOf(sockets), flooders, honest, watchMs })
    await until('everything typed to be saved', 30_000, () => honest.every(({ owed }) => owed === 0))
    const { marks } = await textNow(evening)
    for (const typist of [...honest, ...flooders]) typist.disconnect()
    return judge(rounds, server, honest, marks, found)
  } finally {
    for (const socket of sockets) socket.terminate()
    await server.kill()
  }
}

async function openSilent(evening: Evening, isEditor: boolean): Promise<WebSocket> {
  const { meetingId } = evening
  const client = isEditor ? evening.writers[2]! : await evening.phone()
  const path = isEditor
    ? `/minutes/${meetingId}?place=${client.placeId}&schema=${MINUTES_SCHEMA_VERSION}`
    : `/live?place=${client.placeId}&since=0&meeting=${meetingId}&as=phone`
  const socket = new WebSocket(client.url.replace('http', 'ws') + path, {
    headers: { cookie: client.cookie! },
  })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.on('open', resolve))
  socket.pause()
  return socket
}

const portsOf = (sockets: readonly WebSocket[]): Set<number> =>
  new Set(
    sockets.map((socket) => (socket as unknown as { _socket: { localPort: number } })._socket.localPort),
  )

/** Ports of the silent sockets whose connection the server still holds. */
function stillOpen(serverPort: number, ports: ReadonlySet<number>): number {
  const portOf = (address = ''): number => parseInt(address.split(':')[1] ?? '', 16)
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, remote, state]) => {
      return state === ESTABLISHED && portOf(local) === serverPort && ports.has(portOf(remote))
    }).length
}

interface Flood {
  readonly server: Server
  readonly ports: ReadonlySet<number>
  readonly flooders: readonly Typist[]
  readonly honest: readonly Typist[]
  readonly watchMs: number
}

async function flood({ server, ports, flooders, honest, watchMs }: Flood): Promise<Found> {
  const progress = openProgress('slow readers', ports.size)
  const serverPort = Number(new URL(server.url).port)
  const rssBefore = server.pulse.rssBytes
  let rssMost = rssBefore
  let flooded = 0
  let owedAtMs = 0
  let closedAtMs = 0
  const begun = performance.now()
  const texts = flooders.map(lineOf)
  for (let open = ports.size; open > 0 && performance.now() - begun < watchMs;) {
    if (flooded < MAX_FLOOD_BYTES) {
      for (const [n, typist] of flooders.entries()) replace(typist, texts[n]!)
      flooded += CHUNK_BYTES * flooders.length
      if (flooded >= OWED_BYTES) owedAtMs ||= performance.now()
    }
    for (const typist of honest) typist.type()
    await pause(FLOOD_EVERY_MS)
    rssMost = Math.max(rssMost, server.pulse.rssBytes)
    const left = stillOpen(serverPort, ports)
    if (left < open) closedAtMs = performance.now()
    open = left
    progress.step(ports.size - open)
  }
  progress.end()
  const closed = ports.size - stillOpen(serverPort, ports)
  return {
    closed,
    closedMsMost: Math.round(closed === ports.size ? closedAtMs - owedAtMs : watchMs),
    grownMib: Math.round((rssMost - rssBefore) / MIB),
    floodedMib: Math.round(flooded / MIB),
  }
}

function lineOf(typist: Typist): Y.XmlText {
  let line!: Y.XmlText
  typist.doc.transact(() => (line = typist.startLine()))
  return line
}

const replace = (typist: Typist, line: Y.XmlText): void =>
  typist.doc.transact(() => {
    line.delete(0, line.length)
    line.insert(0, CHUNK)
  })

function judge(
  rounds: number,
  server: Server,
  honest: readonly Typist[],
  marks: readonly string[],
  found: Found,
): Verdict {
  const acknowledged = honest.flatMap((typist) => [...typist.acknowledged])
  const tally = compare(acknowledged, new Set(honest.flatMap(({ typed }) => typed)), marks)
  const othersMsP99 = percentile(
    honest.flatMap(({ waitsMs }) => waitsMs),
    0.99,
  )
  return {
    fault: 'slow readers',
    rounds,
    acknowledged: tally.acknowledged,
    lost: tally.lost,
    duplicated: tally.duplicated,
    corrupt: tally.strange + (isSound(server.where) ? 0 : 1),
    figures: { ...found, othersMsP99, exits: server.exits },
    missed: missedOf([
      ['closed', found.closed, '>=', rounds],
      ['closedMsMost', found.closedMsMost, '<=', CLOSED_WITHIN_MS],
      ['othersMsP99', othersMsP99, '<=', P99_MS],
      ['grownMib', found.grownMib, '<=', MEMORY_MIB],
      ['exits', server.exits, '<=', 0],
    ]),
  }
}
