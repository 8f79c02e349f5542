import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Authors, MAX_CLIENT_IDS } from '../../../server/minutes/document/authors.ts'
import {
  ShadowDocument,
  TEXT_BYTES_MANY,
  MAX_TEXT_BYTES,
  MAX_UPDATE_BYTES,
} from '../../../server/minutes/document/shadow-document.ts'
import { WriteRateLimiter } from '../../../server/minutes/relay/write-rate-limiter.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, Recorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

const PACE = 30
const BURST = 4 * PACE

/** How many of `count` messages are taken when all come in the same millisecond. */
const takenAtOnce = (pace: WriteRateLimiter, count: number, length: number, nowMs: number): number => {
  let taken = 0
  while (taken < count && pace.ask(length, nowMs) === 0) taken++
  return taken
}

test('a burst is taken at once, what comes faster waits its turn', () => {
  const pace = new WriteRateLimiter(PACE, 0)
  expect(takenAtOnce(pace, 1_000, 30, 0)).toBe(BURST)
  const waitMs = pace.ask(30, 0)
  expect(waitMs).toBeGreaterThan(0)
  expect(waitMs).toBeLessThanOrEqual(Math.ceil(1000 / PACE))
  expect(takenAtOnce(pace, 1_000, 30, 1_000)).toBe(PACE)
})

test('a whole evening may come at once, a second one has to wait', () => {
  const pace = new WriteRateLimiter(PACE, 0)
  expect(pace.ask(MAX_UPDATE_BYTES, 0)).toBe(0)
  expect(pace.ask(MAX_UPDATE_BYTES, 0)).toBe(0)
  expect(pace.ask(1, 0)).toBeGreaterThan(20_000)
})

test('only somebody who stays too fast for a minute is hopeless', () => {
  const pace = new WriteRateLimiter(PACE, 0)
  for (let second = 0; second <= 61; second++) takenAtOnce(pace, 1_000, 30, second * 1_000)
  expect(pace.isHopeless(61_000)).toBe(true)
  pace.rest()
  expect(pace.isHopeless(61_000)).toBe(false)
})

async function open(writerPace: number): Promise<{ village: Village; evening: Evening; xiao: Client }> {
  const village = await openVillage({ writerPace })
  return { village, evening: await openEvening(village), xiao: await village.as('陈晓') }
}

async function sit(client: Client, evening: Evening): Promise<Recorder> {
  const recorder = await openRecorder(client, evening.meetingId)
  onTestFinished(() => recorder.close())
  return recorder
}

test('a flood is slowed down without losing a letter, and others do not wait for it', async () => {
  const { village, evening, xiao } = await open(PACE)
  const flood = await sit(xiao, evening)
  const calm = await sit(evening.facilitator, evening)
  const turn = flood.turn('李婶', '')
  for (let letter = 0; letter < BURST + 40; letter++) flood.type(turn, '灯')
  calm.turn('赵姐', '我这边照样写')
  await calm.saved()
  expect(flood.isSaved).toBe(false)
  await flood.saved()
  expect(flood.refusals).toEqual([])
  const { reader } = village.context.database
  const rows = await reader.selectFrom('minutesUpdates').select('seq').execute()
  expect(rows.length).toBeGreaterThan(BURST + 40)
  await vi.waitFor(() => expect(calm.text).toContain('灯'.repeat(BURST + 40)))
})

test('who was cut off brings a long text in one piece', async () => {
  const { evening, xiao } = await open(PACE)
  const offline = new Y.Doc()
  const text = '路灯从开春就不亮，晚上看不见路。'.repeat(30_000)
  const section = new Y.XmlElement('section')
  const turn = new Y.XmlElement('turn')
  section.push([turn])
  turn.push([new Y.XmlText(text)])
  offline.getXmlFragment('minutes').push([section])
  const update = Y.encodeStateAsUpdate(offline)
  expect(update.length).toBeGreaterThan(1_000_000)
  const back = new Recorder(xiao, evening.meetingId)
  onTestFinished(() => back.close())
  Y.applyUpdate(back.doc, update, back)
  await back.opened
  await back.saved()
  const other = await sit(evening.facilitator, evening)
  expect(other.text).toEqual([text])
})

const author = () => ({ actorId: '陈晓', firstUsed: new Set<number>() })

function pageOf(letters: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getXmlFragment('minutes').push([new Y.XmlText('a'.repeat(letters))])
  return Y.encodeStateAsUpdate(doc)
}

test('a text that has grown too large takes no more, and says so before', () => {
  const live = new Y.Doc()
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  const million = 1_000_000
  let pages = 0
  while ('bytes' in draft.take(pageOf(million), author())) pages++
  expect(pages).toBe(Math.floor(MAX_TEXT_BYTES / million))
  expect(draft.bytes).toBeGreaterThan(TEXT_BYTES_MANY)
  expect(draft.take(pageOf(million), author())).toMatchObject({ refused: 'minutes-full' })
  expect(draft.take(pageOf(10), author())).toMatchObject({ claims: [expect.any(Number)] })
})

test('a text that too many pages have written takes no new one, and those that wrote go on', () => {
  const live = new Y.Doc()
  const draft = new ShadowDocument(live, new Authors(new Map()), () => [])
  const first = new Y.Doc()
  first.getXmlFragment('minutes').push([new Y.XmlText('a')])
  draft.take(Y.encodeStateAsUpdate(first), author())
  for (let page = 1; page < MAX_CLIENT_IDS; page++)
    expect(draft.take(pageOf(1), author())).toMatchObject({ claims: [expect.any(Number)] })
  expect(draft.take(pageOf(1), author())).toMatchObject({ refused: 'minutes-full', limit: MAX_CLIENT_IDS })
  first.getXmlFragment('minutes').push([new Y.XmlText('b')])
  expect(draft.take(Y.encodeStateAsUpdate(first), author())).toMatchObject({ claims: [] })
})

test('who joins a large text is told how large it is', async () => {
  const { evening, xiao } = await open(100_000)
  const said: Buffer[] = []
  const writer = await sit(xiao, evening)
  writer.socket.on('message', (message) => said.push(message as Buffer))
  const large = () => said.filter((message) => message[0] === 8)
  for (let page = 0; page < 5; page++) {
    writer.turn(null, 'a'.repeat(900_000))
    await writer.saved()
  }
  await vi.waitFor(() => expect(large()).toHaveLength(1), 5_000)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MAX_TEXT_BYTES)
  const most = Buffer.from(encoding.toUint8Array(encoder))
  expect(large()[0]!.subarray(-most.length)).toEqual(most)
})
