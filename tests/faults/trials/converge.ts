import * as Y from 'yjs'
import { MINUTES_FRAGMENT } from '../../../shared/minutes/minutes.ts'
import { openProgress } from '../../replay/progress.ts'
import { Chance } from '../chance.ts'
import { openEvening, openVillage, textNow, type Hosts } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { holdsWithin, pause, until } from '../waiting.ts'

const WRITERS = 5
const OPERATIONS = 30_000
const CUT_OFF = 0.02
/** Between two breaths of a writer; what falls between goes out as one message. */
const OPERATIONS_A_BREATH = 60
const BREATH_MS = 40
const SAME_WITHIN_MS = 60_000

export interface ConvergeOptions {
  /** How many seeds. */
  readonly rounds: number
  readonly seed: number
  readonly operations?: number
}

interface Ended {
  readonly isSame: boolean
  readonly letters: number
  readonly owed: number
}

/** Writers insert and delete all over one shared line, now and then cut off: in the end everybody reads the same. */
export async function converge(where: Where, options: ConvergeOptions): Promise<Verdict> {
  const server = new Server(where)
  const progress = openProgress('converge', options.rounds)
  const operations = options.operations ?? OPERATIONS
  const ends: Ended[] = []
  try {
    await server.start()
    const hosts = await openVillage(server.url)
    for (let round = 0; round < options.rounds; round++) {
      ends.push(await oneSeed(hosts, new Chance(options.seed + round), operations))
      progress.step(round + 1)
    }
    progress.end()
    return judge(options, operations, server, ends)
  } finally {
    await server.kill()
  }
}

async function oneSeed(hosts: Hosts, chance: Chance, operations: number): Promise<Ended> {
  const evening = await openEvening(hosts)
  const typists = Array.from({ length: WRITERS }, (_, n) => evening.typist(`c${n}`))
  for (const typist of typists) typist.connect()
  try {
    typists[0]!.type()
    await until('everybody to have the line', SAME_WITHIN_MS, () =>
      typists.every(({ doc }) => lineOf(doc) !== null),
    )
    for (let done = 0; done < operations; done++) {
      await oneOperation(chance.pick(typists), chance)
      if (done % OPERATIONS_A_BREATH === 0) await pause(BREATH_MS)
    }
    for (const typist of typists) typist.connect()
    const shared = (): boolean => new Set(typists.map(({ doc }) => lineOf(doc)?.toString())).size === 1
    await holdsWithin(
      SAME_WITHIN_MS,
      () => typists.every((typist) => typist.isInStep && typist.isSaved) && shared(),
    )
    const { xml } = await textNow(evening)
    const texts = typists.map(({ doc }) => doc.getXmlFragment(MINUTES_FRAGMENT).toString())
    const vectors = typists.map(({ doc }) => Buffer.from(Y.encodeStateVector(sorted(doc))).toString('hex'))
    return {
      isSame: [...texts, xml].every((text) => text === xml) && new Set(vectors).size === 1,
      letters: lineOf(typists[0]!.doc)?.length ?? 0,
      owed: typists.filter(({ isSaved }) => !isSaved).length,
    }
  } finally {
    for (const typist of typists) typist.disconnect()
  }
}

/** The same state in a document of its own, so that the order in which it came makes no difference. */
function sorted(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function lineOf(doc: Y.Doc): Y.XmlText | null {
  const section = doc.getXmlFragment(MINUTES_FRAGMENT).get(0) as Y.XmlElement | undefined
  return ((section?.get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined) ?? null
}

async function oneOperation(typist: Typist, chance: Chance): Promise<void> {
  if (chance.happens(CUT_OFF)) {
    if (typist.isConnected) typist.disconnect()
    else typist.connect()
    await pause(0)
  }
  const line = lineOf(typist.doc)!
  const at = chance.below(line.length + 1)
  if (chance.happens(0.4) && at < line.length)
    line.delete(at, Math.min(chance.between(1, 3), line.length - at))
  else line.insert(at, chance.pick(['路', '灯', '不', 'ab', '不亮，']))
}

function judge(
  { rounds }: ConvergeOptions,
  operations: number,
  server: Server,
  ends: readonly Ended[],
): Verdict {
  const different = ends.filter(({ isSame }) => !isSame).length
  return {
    fault: 'converge',
    rounds,
    acknowledged: rounds * operations,
    lost: ends.reduce((sum, { owed }) => sum + owed, 0),
    duplicated: 0,
    corrupt: different + (isSound(server.where) ? 0 : 1),
    figures: {
      seeds: rounds,
      operations,
      different,
      lettersLeast: Math.min(...ends.map(({ letters }) => letters)),
      exits: server.exits,
    },
    missed: missedOf([
      ['different', different, '<=', 0],
      ['exits', server.exits, '<=', 0],
    ]),
  }
}
