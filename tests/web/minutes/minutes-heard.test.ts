import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { MinutesDb } from '../../../web/minutes/offline/minutes-db.ts'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import type { Known } from '../../../web/minutes/connection/address.ts'
import { Line } from '../../support/peers/line.ts'

const lines: Line[] = []
/** What each line was opened with. */
const known: Known[] = []
const opened: Minutes[] = []
const line = (): Line => lines.at(-1)!
const settle = (look: () => void | Promise<void>): Promise<void> => vi.waitFor(look, { interval: 5 })

async function openPage(): Promise<Minutes> {
  const count = lines.length
  const page = new Minutes({ placeId: 'p', meetingId: 'm', mayWrite: true, personId: '陈晓' }, (before) => {
    known.push(before)
    lines.push(new Line())
    return line() as unknown as WebSocket
  })
  opened.push(page)
  page.start()
  await settle(() => expect(lines.length).toBeGreaterThan(count))
  return page
}

const epoch = (name: string): void =>
  line().tell((encoder) => {
    encoding.writeVarUint(encoder, 6)
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, 1)
  })

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('WebSocket', Line)
})
afterEach(() => {
  known.length = 0
  for (const page of opened.splice(0)) page.stop()
  vi.unstubAllGlobals()
})

test('a page says up to where it has read and when that was committed, and so does the page after it', async () => {
  const page = await openPage()
  epoch('one')
  line().greet(new Y.Doc())
  line().ack(6, 0, 1_763_800_000_600)
  line().ack(7, 1, 1_763_800_000_700)
  line().cut()
  await settle(() => expect(known).toHaveLength(2))
  const heard = { epoch: 'one', seq: 7, atMs: 1_763_800_000_700 }
  expect(known).toMatchObject([{ epoch: null, seq: 0, atMs: null }, heard])
  page.stop()
  const disk = await MinutesDb.open()
  await settle(async () => expect(await disk!.load('陈晓/m')).toMatchObject(heard))
  disk!.close()
  await openPage()
  expect(known[2]).toMatchObject(heard)
  line().greet(new Y.Doc())
  line().ack(8, 0)
  line().cut()
  await settle(() => expect(known[3]).toMatchObject({ epoch: 'one', seq: 8, atMs: null }))
})

test('words written while the line was cut are sent as words of the version that was open then', async () => {
  const page = await openPage()
  page.isFor('1')
  epoch('one')
  line().greet(new Y.Doc())
  line().ack(6, 1, 1_763_800_000_600)
  await settle(() => expect(page.save.kind).toBe('saved'))
  line().cut()
  page.insertTurn('李婶', '断线时打的一句')
  // The desk hears of the erratum before its text is connected again.
  page.isFor('2-1763800001000')
  await settle(() => expect(known.at(-1)).toMatchObject({ edition: '1' }))
  page.stop()
  const next = await openPage()
  next.isFor('2-1763800001000')
  expect(known.at(-1)).toMatchObject({ edition: '1' })
})

test('with nothing unsent no version is claimed, and what is typed next is for the one that is open', async () => {
  const page = await openPage()
  page.isFor('1')
  epoch('one')
  line().greet(new Y.Doc())
  line().ack(6, 1, 1_763_800_000_600)
  await settle(() => expect(page.save.kind).toBe('saved'))
  page.isFor('2-1763800001000')
  line().cut()
  await settle(() => expect(known.length).toBeGreaterThan(1))
  expect(known.at(-1)).toMatchObject({ edition: null })
  page.insertTurn('李婶', '更正时打的一句')
  line().cut()
  await settle(() => expect(known.at(-1)).toMatchObject({ edition: '2-1763800001000' }))
})
