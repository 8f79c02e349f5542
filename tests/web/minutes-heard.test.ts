import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Kept } from '../../web/minutes/kept.ts'
import { Minutes } from '../../web/minutes/minutes.svelte.ts'
import type { Known } from '../../web/minutes/wire.ts'
import { Line } from '../support/line.ts'

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
  expect(known).toEqual([{ epoch: null, seq: 0, atMs: null }, heard])
  page.stop()
  const disk = await Kept.open()
  await settle(async () => expect(await disk!.load('陈晓/m')).toMatchObject(heard))
  disk!.close()
  await openPage()
  expect(known[2]).toEqual(heard)
  line().greet(new Y.Doc())
  line().ack(8, 0)
  line().cut()
  await settle(() => expect(known[3]).toEqual({ epoch: 'one', seq: 8, atMs: null }))
})
