import { expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { read } from '../../../server/minutes/relay/frames.ts'
import { Authors, type Author } from '../../../server/minutes/document/authors.ts'
import { ShadowDocument } from '../../../server/minutes/document/shadow-document.ts'
import { keystrokeIn } from '../../../server/minutes/document/keystroke.ts'

const MUTANTS = 4_000
const STALL_MS = 200

const somebody = (): Author => ({ actorId: '陈晓', firstUsed: new Set() })

/** The same numbers on every run (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function someText(): { live: Y.Doc; updates: Uint8Array[] } {
  const live = new Y.Doc()
  const updates: Uint8Array[] = []
  const section = new Y.XmlElement('section')
  live.getXmlFragment('minutes').push([section])
  for (let line = 0; line < 20; line++) {
    const turn = new Y.XmlElement('turn')
    turn.insert(0, [new Y.XmlText(`第${line}句，路灯从开春就不亮`)])
    section.push([turn])
  }
  const writer = new Y.Doc()
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(live))
  writer.on('update', (update: Uint8Array) => updates.push(update))
  const own = writer.getXmlFragment('minutes').get(0) as Y.XmlElement
  for (let step = 0; step < 60; step++) {
    const words = (own.get(step % 20) as Y.XmlElement).get(0) as Y.XmlText
    if (step % 3 === 2) words.delete(0, 2)
    else words.insert(step % 5, '灯🏮ab')
  }
  return { live, updates }
}

function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit)
  const kind = below(4)
  if (kind === 0) return bytes.slice(0, below(bytes.length))
  if (kind === 1) return Uint8Array.from({ length: below(80) }, () => below(256))
  const changed = bytes.slice()
  for (let flip = 0; flip <= below(4); flip++) changed[below(changed.length)] = kind === 2 ? below(256) : 0xff
  return changed
}

/** What this thread itself worked, however busy the machine is. */
const workedMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000

test('whatever bytes come, the text that is on disk is not touched and nothing stands still', () => {
  const random = seeded(20_261_122)
  const { live, updates } = someText()
  const before = Y.encodeStateAsUpdate(live)
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  let refused = 0
  let slowest = 0
  for (let round = 0; round < MUTANTS; round++) {
    const bytes = mutated(updates[round % updates.length]!, random)
    const start = process.threadCpuUsage()
    read(bytes)
    if (isRefusal(draft.take(bytes, somebody()))) refused++
    slowest = Math.max(slowest, workedMs(process.threadCpuUsage(start)))
    if (round % 50 === 0) draft.forget()
  }
  expect(Y.encodeStateAsUpdate(live)).toEqual(before)
  expect(refused).toBeGreaterThan(MUTANTS / 2)
  expect(slowest).toBeLessThan(STALL_MS)
  const fresh = new ShadowDocument(live, new Authors(new Map()), () => [])
  const author = somebody()
  for (const update of updates) expect(fresh.take(update, author)).toMatchObject({ bytes: update })
  expect(fresh.take(updates[0]!, author)).toMatchObject({ bytes: null })
})

test('an update that rests on one that never came is refused, and leaves nothing waiting', () => {
  const { live, updates } = someText()
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  // Every third deletes what was there before, and rests on nothing else.
  const resting = updates.filter((_, step) => step > 0 && step % 3 !== 2)
  for (const update of resting) expect(draft.take(update, somebody())).toEqual({ refused: 'update-rejected' })
  expect(draft.take(updates[0]!, somebody())).toMatchObject({ bytes: updates[0] })
})

/** Letters of `client` between any two things of a text. */
function lettersBetween(
  client: number,
  clock: number,
  after: Y.ID,
  before: Y.ID | null,
  text: string,
): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, 4 | 0x80 | (before ? 0x40 : 0))
  for (const id of before ? [after, before] : [after]) {
    encoding.writeVarUint(encoder, id.client)
    encoding.writeVarUint(encoder, id.clock)
  }
  encoding.writeVarString(encoder, text)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

test('letters between any two things of a text are taken by every document, so they need not be tried out first', () => {
  const random = seeded(7)
  const { live, updates } = someText()
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  const author = somebody()
  const anywhere = (): Y.ID => {
    const clients = [...live.store.clients.keys()]
    const client = clients[Math.floor(random() * clients.length)]!
    return Y.createID(client, Math.floor(random() * Y.getState(live.store, client)))
  }
  for (const update of updates) {
    draft.take(update, author)
    Y.applyUpdate(live, update)
  }
  for (let clock = 0; clock < 4_000; clock += 2) {
    const bytes = lettersBetween(77, clock, anywhere(), random() < 0.5 ? anywhere() : null, '灯a')
    expect(keystrokeIn(bytes)).toMatchObject({ client: 77, clock, length: 2 })
    expect(draft.take(bytes, author)).toMatchObject({ bytes })
    Y.applyUpdate(live, bytes)
    expect(live.store.pendingStructs).toBeNull()
    expect(Y.getState(live.store, 77)).toBe(clock + 2)
  }
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(live))
  expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(live))
})

test('letters behind something that never came, or out of their turn, are refused', () => {
  const { live } = someText()
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  const [client] = [...live.store.clients.keys()]
  const there = Y.createID(client!, 0)
  const beyond = Y.createID(client!, Y.getState(live.store, client!))
  for (const bytes of [
    lettersBetween(77, 0, beyond, null, '灯'),
    lettersBetween(77, 0, there, beyond, '灯'),
    lettersBetween(77, 1, there, null, '灯'),
  ])
    expect(draft.take(bytes, somebody())).toEqual({ refused: 'update-rejected' })
  expect(draft.take(lettersBetween(77, 0, there, null, '灯'), somebody())).toMatchObject({ claims: [77] })
  expect(draft.take(lettersBetween(77, 0, there, null, '灯'), somebody())).toMatchObject({ bytes: null })
})
