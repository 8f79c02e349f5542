import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { MinutesDb, STAYS_MS, MAX_TEXTS } from '../../../web/minutes/offline/minutes-db.ts'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import { insertTurn } from '../../../web/minutes/text.ts'
import { Line } from '../../support/peers/line.ts'

const opened: Minutes[] = []
const settle = (look: () => void): Promise<void> => vi.waitFor(look, { interval: 5 })

/** 陈晓's page of the evening m, once it has read what is kept and calls the server. */
async function openPage(): Promise<Minutes> {
  const seat = { placeId: 'p', meetingId: 'm', mayWrite: true, personId: '陈晓' }
  const call = vi.fn(() => new Line() as unknown as WebSocket)
  const page = new Minutes(seat, call)
  opened.push(page)
  page.start()
  await settle(() => expect(call).toHaveBeenCalled())
  return page
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('WebSocket', Line)
})
afterEach(() => {
  for (const page of opened.splice(0)) page.stop()
  vi.unstubAllGlobals()
})

describe('texts of past evenings', () => {
  const DAY_MS = 24 * 60 * 60_000
  const NOW_MS = 100 * DAY_MS
  let disk: MinutesDb

  async function keeps(
    text: string,
    signedAtMs: number | null,
    edits: readonly [number, number] = [1, 1],
  ): Promise<void> {
    const [written, saved] = edits
    for (let edit = 1; edit <= written; edit++)
      await disk.add([{ text, sitting: 's', edit, bytes: Y.encodeStateAsUpdate(new Y.Doc()) }])
    await disk.mark(text, 's', { epoch: 'e', seq: 1, atMs: 1, edition: null }, { s: saved })
    if (signedAtMs !== null) await disk.markSigned(text, signedAtMs)
  }
  const isKept = async (text: string): Promise<boolean> => (await disk.load(text)).updates.length > 0
  const stay = async (texts: readonly string[]): Promise<string[]> => {
    const kept = await Promise.all(texts.map(isKept))
    return texts.filter((_, at) => kept[at])
  }
  beforeEach(async () => {
    disk = (await MinutesDb.open())!
  })

  test('go after thirty days once they are signed, and never with a word unsent', async () => {
    const old = NOW_MS - STAYS_MS - 1
    await keeps('old', old)
    await keeps('young', NOW_MS - STAYS_MS + DAY_MS)
    await keeps('unsigned', null)
    await keeps('unsent', old, [3, 2])
    await keeps('aside', old)
    await disk.putAside({ id: 'a', text: 'aside', atMs: 0, why: 'boxed', lines: [], bytes: new Uint8Array() })
    await keeps('open', old)
    await disk.prune(NOW_MS, 'open')
    const all = ['old', 'young', 'unsigned', 'unsent', 'aside', 'open']
    expect(await stay(all)).toEqual(all.slice(1))
    expect((await disk.load('unsent')).unsent).toBe(1)
    expect(await disk.asidesOf('aside')).toHaveLength(1)
  })

  test('go when they are too many, the oldest first, but for those with a word unsent', async () => {
    const texts = Array.from({ length: MAX_TEXTS + 3 }, (_, at) => `t${at}`)
    for (const [at, text] of texts.entries())
      await keeps(text, NOW_MS - (texts.length - at) * 1_000, text === 't1' ? [2, 1] : [1, 1])
    await disk.prune(NOW_MS, 't0')
    expect(await stay(texts)).toEqual(texts.filter((text) => !['t2', 't3', 't4'].includes(text)))
  })

  test('a page that opens learns which were signed since, and forgets what is due', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        Response.json({
          meetings: [
            { id: 'past', phase: 'signed' },
            { id: 'm', phase: 'open' },
          ],
        }),
      ),
    )
    for (let at = 0; at < MAX_TEXTS; at++) await keeps(`other/${at}`, null)
    await keeps('陈晓/past', null)
    await keeps('孙丽/past', null)
    await openPage()
    await settle(async () => expect(await stay(['陈晓/past', '孙丽/past'])).toEqual(['孙丽/past']))
    expect(await disk.unsigned()).toHaveLength(MAX_TEXTS + 1)
  })

  test('the page on which both have signed remembers it', async () => {
    const page = await openPage()
    insertTurn(page.doc, null, null, '路灯')
    page.signed()
    await settle(() => expect(page.save.isKept).toBe(true))
    await settle(async () => expect(await disk.unsigned()).toEqual([]))
    expect(await isKept('陈晓/m')).toBe(true)
  })
})
