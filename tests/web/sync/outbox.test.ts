import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { Answer } from '../../../web/sync/ask.ts'
import { newId } from '../../../web/sync/id.ts'
import { Outbox } from '../../../web/sync/outbox.svelte.ts'
import { aPost } from '../../support/villages/evening.ts'
import { memoryStore, openOutboxStore } from '../../../web/sync/outbox-store.ts'

const receipt = (seq: number): Answer<Receipt> => ({
  kind: 'told',
  value: { placeId: 'p', seq, at: '2026-11-22T11:41:00.000Z' },
})
const silence: Answer<Receipt> = { kind: 'unreachable' }
const refusal = (
  refused: 'comments-closed' | 'already-exists' | 'too-often' | 'not-logged-in',
): Answer<Receipt> => ({
  kind: 'refused',
  refusal: { refused, sentence: '', status: 409 },
})

/** A server that answers from a list, the last answer for ever after, and remembers what reached it. */
function serverThat(...answers: Answer<Receipt>[]) {
  const heard: { commandId: string; text: unknown }[] = []
  const send = async (_name: string, body: object, commandId: string): Promise<Answer<Receipt>> => {
    heard.push({ commandId, text: (body as { text?: string }).text })
    return answers.length > 1 ? answers.shift()! : answers[0]!
  }
  return { heard, send, answers }
}

const post = (outbox: Outbox, text: string) => outbox.add('post-comment', aPost(text))

describe('the outbox', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('words are written down before they are sent, and forgotten only after the receipt', async () => {
    const shelf = memoryStore()
    let known: number | undefined
    const send = async () => {
      known = (await shelf.all()).length
      return receipt(1)
    }
    const outbox = new Outbox({ send, open: async () => shelf })
    await outbox.start()
    await post(outbox, '路灯')
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
    expect(known).toBe(1)
    expect(await shelf.all()).toEqual([])
  })

  test('unsent words survive a reload and are sent once, with the id they had', async () => {
    const before = new Outbox({ send: serverThat(silence).send })
    await before.start()
    await post(before, '一')
    await post(before, '二')
    await vi.waitFor(() => expect(before.isCutOff).toBe(true))
    const ids = before.unsent.map(({ commandId }) => commandId)
    vi.clearAllTimers()

    const server = serverThat(receipt(1))
    const after = new Outbox({ send: server.send })
    await after.start()
    await vi.waitFor(() => expect(after.unsent).toEqual([]))
    expect(server.heard).toEqual([
      { commandId: ids[0], text: '一' },
      { commandId: ids[1], text: '二' },
    ])
    expect(await (await openOutboxStore()).all()).toEqual([])
  })

  test('while the line is down nothing overtakes the first words', async () => {
    const server = serverThat(silence, silence, receipt(1))
    const outbox = new Outbox({ send: server.send })
    await outbox.start()
    await post(outbox, '一')
    await post(outbox, '二')
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(10_000)
      expect(outbox.unsent).toEqual([])
    })
    const texts = server.heard.map(({ text }) => text)
    expect(texts.indexOf('二')).toBe(texts.lastIndexOf('一') + 1)
    expect(new Set(server.heard.map(({ commandId }) => commandId)).size).toBe(2)
  })

  test('a refusal is kept with the words and does not stop the next ones', async () => {
    const outbox = new Outbox({ send: serverThat(refusal('comments-closed'), receipt(2)).send })
    await outbox.start()
    await post(outbox, '一')
    await post(outbox, '二')
    await vi.waitFor(() => expect(outbox.unsent).toHaveLength(1))
    expect(outbox.unsent[0]).toMatchObject({ body: { text: '一' }, refusal: { refused: 'comments-closed' } })
  })

  test('"exists already" after a lost answer means that it had arrived', async () => {
    const outbox = new Outbox({ send: serverThat(silence, refusal('already-exists')).send })
    await outbox.start()
    await post(outbox, '一')
    await vi.advanceTimersByTimeAsync(10_000)
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
  })

  test('"exists already" at the first try is a refusal', async () => {
    const outbox = new Outbox({ send: serverThat(refusal('already-exists')).send })
    await outbox.start()
    await post(outbox, '一')
    await vi.waitFor(() => expect(outbox.unsent[0]?.refusal?.refused).toBe('already-exists'))
  })

  test('too often means later, not never', async () => {
    const outbox = new Outbox({ send: serverThat(refusal('too-often'), receipt(1)).send })
    await outbox.start()
    await post(outbox, '一')
    await vi.advanceTimersByTimeAsync(10_000)
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
  })

  test('without a session it asks for one and then goes on', async () => {
    const outbox = new Outbox({ send: serverThat(refusal('not-logged-in'), receipt(1)).send })
    const asked = vi.fn(async () => true)
    outbox.onNoSession = asked
    await outbox.start()
    await post(outbox, '一')
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
    expect(asked).toHaveBeenCalledOnce()
  })

  test('words taken back before they went out are never sent again', async () => {
    const server = serverThat(silence)
    const outbox = new Outbox({ send: server.send })
    await outbox.start()
    await post(outbox, '一')
    await vi.waitFor(() => expect(outbox.isCutOff).toBe(true))
    const tries = server.heard.length
    await outbox.discard(outbox.unsent[0]!.commandId)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.heard).toHaveLength(tries)
    expect(await (await openOutboxStore()).all()).toEqual([])
  })

  test('a browser without a store says so and still sends', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const outbox = new Outbox({ send: serverThat(receipt(1)).send })
    await outbox.start()
    expect(outbox.isDurable).toBe(false)
    await post(outbox, '一')
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
  })
})

test('an id says nothing of the clock of the phone on which it was made', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const made = (at: string): string[] => {
    vi.setSystemTime(new Date(at))
    return Array.from({ length: 50 }, newId)
  }
  const [one, other] = [made('2026-11-22T11:40:00Z'), made('2031-01-01T00:00:00Z')]
  vi.useRealTimers()
  for (const id of [...one, ...other])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  // Whoever sorts them learns nothing: neither which came first nor which were made in one moment.
  for (const ids of [one, other]) expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBeGreaterThan(40)
  expect([...one].sort()).not.toEqual(one)
})

describe('another tab that holds the browser’s store', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
  })
  afterEach(() => vi.unstubAllGlobals())

  /** Keeps a transaction of the outbox open until it is told to let go. */
  async function holdStore(): Promise<() => void> {
    const shelf = await openOutboxStore()
    await shelf.remove('nothing')
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('liangting', 1)
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('outbox', 'readwrite').objectStore('outbox')
    let isHeld = true
    const again = (): void => {
      if (isHeld) store.count().onsuccess = again
    }
    again()
    return () => (isHeld = false)
  }

  test('the sentence is on the page at once, is sent from memory, and the page says that it is not kept', async () => {
    const server = serverThat(silence)
    const outbox = new Outbox({ send: server.send })
    await outbox.start()
    const letGo = await holdStore()
    void post(outbox, '井水有味道')
    expect(outbox.unsent.map(({ body }) => body['text'])).toEqual(['井水有味道'])
    await vi.waitFor(() => expect(server.heard.map(({ text }) => text)).toContain('井水有味道'), 8_000)
    expect(outbox.isDurable).toBe(false)
    // The next one does not wait for the store again.
    const before = performance.now()
    await post(outbox, '路灯也不亮')
    expect(performance.now() - before).toBeLessThan(1_000)
    server.answers.splice(0, 1, receipt(1))
    outbox.wake()
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]), 8_000)
    expect(outbox.isDurable).toBe(true)
    letGo()
  })

  test('a page that opens meanwhile sends too', async () => {
    const letGo = await holdStore()
    const server = serverThat(receipt(1))
    const outbox = new Outbox({ send: server.send })
    const starting = outbox.start()
    await post(outbox, '井水有味道')
    await vi.waitFor(() => expect(server.heard).toHaveLength(1), 8_000)
    await starting
    letGo()
  })
})
