import { openProgress } from '../../replay/progress.ts'
import { Chance } from '../chance.ts'
import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { compare, missedOf, percentile, type Verdict } from '../verdict.ts'
import { until } from '../waiting.ts'

const EDITS = 500
/** How many come back at the same time. */
const AT_ONCE = 8
const IN_STEP_WITHIN_MS = 30_000
const SAVED_WITHIN_MS = 60_000

export interface OfflineOptions {
  /** How many clients. */
  readonly rounds: number
  readonly seed: number
  readonly edits?: number
}

/** Clients read the text, write on alone for a whole evening, and come back in any order. */
export async function offline(where: Where, options: OfflineOptions): Promise<Verdict> {
  const chance = new Chance(options.seed)
  const edits = options.edits ?? EDITS
  const server = new Server(where)
  const progress = openProgress('offline', options.rounds)
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const typists: Typist[] = []
    for (let n = 0; n < options.rounds; n++) typists.push(await leftAlone(evening, n, edits, chance))
    const waitsMs: number[] = []
    for (const group of inGroups(chance.shuffled(typists))) {
      waitsMs.push(...(await Promise.all(group.map(comeBack))))
      progress.step(waitsMs.length)
    }
    await server.kill()
    await server.start()
    const { marks } = await textNow(evening)
    progress.end()
    return judge(options.rounds, server, typists, marks, waitsMs)
  } finally {
    await server.kill()
  }
}

async function leftAlone(evening: Evening, n: number, edits: number, chance: Chance): Promise<Typist> {
  const typist = evening.typist(`o${n}`)
  typist.connect()
  await until('a client to read the text', IN_STEP_WITHIN_MS, () => typist.isInStep)
  typist.disconnect()
  await until('a client to be cut off', IN_STEP_WITHIN_MS, () => !typist.isInStep)
  for (let edit = 0; edit < edits; edit++) typist.type(chance.happens(0.2))
  return typist
}

const inGroups = (typists: readonly Typist[]): Typist[][] =>
  Array.from({ length: Math.ceil(typists.length / AT_ONCE) }, (_, n) =>
    typists.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  )

async function comeBack(typist: Typist): Promise<number> {
  const begun = performance.now()
  typist.connect()
  await until('what was written alone to be acknowledged', SAVED_WITHIN_MS, () => typist.owed === 0)
  typist.disconnect()
  return performance.now() - begun
}

function judge(
  rounds: number,
  server: Server,
  typists: readonly Typist[],
  marks: readonly string[],
  waitsMs: readonly number[],
): Verdict {
  const acknowledged = typists.flatMap((typist) => [...typist.acknowledged])
  const typed = new Set(typists.flatMap((typist) => typist.typed))
  const found = compare(acknowledged, typed, marks)
  const savedMsP95 = percentile(waitsMs, 0.95)
  return {
    fault: 'offline',
    rounds,
    acknowledged: found.acknowledged,
    lost: found.lost,
    duplicated: found.duplicated,
    corrupt: found.strange + (isSound(server.where) ? 0 : 1),
    figures: { edits: typed.size, savedMsP95, exits: server.exits },
    missed: missedOf([
      ['acknowledged', found.acknowledged, '>=', typed.size],
      ['savedMsP95', savedMsP95, '<=', 10_000],
      ['exits', server.exits, '<=', 0],
    ]),
  }
}
