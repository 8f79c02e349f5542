import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { read } from '../../server/minutes/frames.ts'
import { Authors, type Author } from '../../server/minutes/authors.ts'
import { Draft } from '../../server/minutes/draft.ts'

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

test('whatever bytes come, the text that is on disk is not touched and nothing stands still', () => {
  const random = seeded(20_261_122)
  const { live, updates } = someText()
  const before = Y.encodeStateAsUpdate(live)
  const draft = new Draft(live, new Authors(new Map()), () => [])
  let refused = 0
  let slowest = 0
  for (let round = 0; round < MUTANTS; round++) {
    const bytes = mutated(updates[round % updates.length]!, random)
    const start = performance.now()
    read(bytes)
    if (isRefusal(draft.take(bytes, somebody()))) refused++
    slowest = Math.max(slowest, performance.now() - start)
    if (round % 50 === 0) draft.forget()
  }
  expect(Y.encodeStateAsUpdate(live)).toEqual(before)
  expect(refused).toBeGreaterThan(MUTANTS / 2)
  expect(slowest).toBeLessThan(STALL_MS)
  const fresh = new Draft(live, new Authors(new Map()), () => [])
  const author = somebody()
  for (const update of updates) expect(fresh.take(update, author)).toMatchObject({ bytes: update })
  expect(fresh.take(updates[0]!, author)).toMatchObject({ bytes: null })
})

test('an update that rests on one that never came is refused, and leaves nothing waiting', () => {
  const { live, updates } = someText()
  const draft = new Draft(live, new Authors(new Map()), () => [])
  // Every third deletes what was there before, and rests on nothing else.
  const resting = updates.filter((_, step) => step > 0 && step % 3 !== 2)
  for (const update of resting) expect(draft.take(update, somebody())).toEqual({ refused: 'update-rejected' })
  expect(draft.take(updates[0]!, somebody())).toMatchObject({ bytes: updates[0] })
})
