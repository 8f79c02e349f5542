import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { MINUTES_FRAGMENT } from '../../../shared/minutes/minutes.ts'
import { openProgress } from '../../replay/progress.ts'
import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { until } from '../waiting.ts'

const USUAL_FILE = path.join(import.meta.dirname, '../../../../shared/cases/typing/two-writers.json.gz')
const TOLD_WITHIN_MS = 30_000
const MESSAGES_A_SECOND = 25

interface Stroke {
  readonly parents: readonly number[]
  readonly agent: number
  readonly patches: readonly (readonly [at: number, removed: number, added: string])[]
}

/** Real keystrokes of people who wrote one text at the same time, and the text they ended with. */
export interface Session {
  readonly endContent: string
  readonly txns: readonly Stroke[]
}

export interface TwoWritersOptions {
  readonly file: string | null
}

/** Replays a recorded session through the server: each hears the other exactly where they heard them then. */
export async function twoWriters(where: Where, { file }: TwoWritersOptions): Promise<Verdict> {
  const source = file ?? process.env['TWO_WRITERS'] ?? USUAL_FILE
  if (!existsSync(source)) return verdictOf({ isThere: false })
  const session = JSON.parse(gunzipSync(readFileSync(source)).toString('utf8')) as Session
  const server = new Server(where)
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const writers = await sitDown(evening)
    const messages = await play(session, writers)
    const texts = [...writers.map(({ line }) => line().toString()), (await textNow(evening)).lines.join('\n')]
    for (const { typist } of writers) typist.disconnect()
    const isSame = texts.every((text) => text === session.endContent)
    return verdictOf({ isThere: true, isSame, messages, strokes: session.txns.length, server })
  } finally {
    await server.kill()
  }
}

interface Writer {
  readonly typist: Typist
  readonly line: () => Y.XmlText
  /** The stroke that is being written. */
  stroke: number
  /** Strokes in order, each as an update that was not sent yet. */
  unsent: { readonly stroke: number; readonly bytes: Uint8Array }[]
}

const lineIn = (doc: Y.Doc): Y.XmlText | undefined => {
  const section = doc.getXmlFragment(MINUTES_FRAGMENT).get(0) as Y.XmlElement | undefined
  return (section?.get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined
}

// Where both wrote at one place, the smaller number stands first, as it did on that day.
async function sitDown(evening: Evening): Promise<Writer[]> {
  const typists = [1, 2].map((clientId) => evening.typist(`t${clientId}`, clientId))
  const [first] = typists
  first!.connect()
  await until('the first writer to be in step', TOLD_WITHIN_MS, () => first!.isInStep)
  first!.doc.transact(() => void first!.startLine())
  first!.flush()
  await until('the empty line to be saved', TOLD_WITHIN_MS, () => first!.isSaved)
  typists[1]!.connect()
  await until('both to have the line', TOLD_WITHIN_MS, () =>
    typists.every(({ doc }) => lineIn(doc) !== undefined),
  )
  return typists.map((typist) => {
    const writer: Writer = { typist, line: () => lineIn(typist.doc)!, stroke: 0, unsent: [] }
    typist.pass = (bytes) => writer.unsent.push({ stroke: writer.stroke, bytes })
    return writer
  })
}

async function play({ txns }: Session, writers: readonly Writer[]): Promise<number> {
  const progress = openProgress('two writers', txns.length)
  const begun = performance.now()
  let messages = 0
  for (const [at, { agent, parents, patches }] of txns.entries()) {
    const writer = writers[agent]!
    for (const parent of parents) {
      const other = writers[txns[parent]!.agent]!
      if (other !== writer && (await give(other, writer, parent))) messages++
    }
    // Nobody types faster than a server that counts messages would bear.
    while (messages > ((performance.now() - begun) / 1000) * MESSAGES_A_SECOND * writers.length)
      await new Promise((resolve) => setTimeout(resolve, 10))
    writer.stroke = at
    writer.typist.doc.transact(() => {
      for (const [place, removed, added] of patches) {
        if (removed > 0) writer.line().delete(place, removed)
        if (added) writer.line().insert(place, added)
      }
    })
    if (at % 500 === 0) progress.step(at)
  }
  for (const [one, other] of [writers, [...writers].reverse()] as [Writer, Writer][])
    if (await give(one, other, txns.length)) messages++
  progress.step(txns.length)
  progress.end()
  return messages
}

/** Sends what one wrote up to a stroke, and waits until the other has exactly that. */
async function give(from: Writer, to: Writer, upTo: number): Promise<boolean> {
  const ready = from.unsent.filter(({ stroke }) => stroke <= upTo)
  if (ready.length === 0) return false
  from.unsent = from.unsent.slice(ready.length)
  const { clientID } = from.typist.doc
  const update = ready.length === 1 ? ready[0]!.bytes : Y.mergeUpdates(ready.map(({ bytes }) => bytes))
  const reach = Math.max(0, ...Y.decodeUpdate(update).structs.map(({ id, length }) => id.clock + length))
  let heard = false
  const hear = (_bytes: Uint8Array, origin: unknown): void => void (heard ||= origin === to.typist)
  to.typist.doc.on('update', hear)
  from.typist.sendNow(update)
  await until(
    'the other to be told',
    TOLD_WITHIN_MS,
    () => heard && from.typist.isSaved && Y.getState(to.typist.doc.store, clientID) >= reach,
  )
  to.typist.doc.off('update', hear)
  return true
}

interface Outcome {
  readonly isThere: boolean
  readonly isSame?: boolean
  readonly messages?: number
  readonly strokes?: number
  readonly server?: Server
}

function verdictOf({ isThere, isSame = false, messages = 0, strokes = 0, server }: Outcome): Verdict {
  return {
    fault: 'two writers',
    rounds: isThere ? 1 : 0,
    acknowledged: strokes,
    lost: 0,
    duplicated: 0,
    corrupt: isThere && !(isSame && isSound(server!.where)) ? 1 : 0,
    figures: {
      isRecordingThere: isThere,
      endsAsItDid: isThere ? isSame : null,
      messages,
      exits: server?.exits ?? 0,
    },
    missed: missedOf([['exits', server?.exits ?? 0, '<=', 0]]),
  }
}
