import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import { insertTurn, linesOf } from '../../../web/minutes/text.ts'
import { Line } from '../../support/peers/line.ts'

const lines: Line[] = []
const opened: Minutes[] = []
let server: Y.Doc
const line = (): Line => lines.at(-1)!
const textOf = (doc: Y.Doc): string[] => linesOf(doc).flatMap(({ text }) => text || [])
const settle = (look: () => void): Promise<void> => vi.waitFor(look, { interval: 5 })

/** A page of this desk; `personId` is who has logged in. */
async function openPage(personId = '陈晓'): Promise<Minutes> {
  const before = lines.length
  const page = new Minutes({ placeId: 'p', meetingId: 'm', mayWrite: true, personId }, () => {
    lines.push(new Line())
    return line() as unknown as WebSocket
  })
  opened.push(page)
  page.start()
  await settle(() => expect(lines.length).toBeGreaterThan(before))
  return page
}
const write = (page: Minutes, text: string): unknown => insertTurn(page.doc, null, null, text)
const kept = (page: Minutes): Promise<void> => settle(() => expect(page.save.isKept).toBe(true))
const leaves = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** The server takes what it has been sent on this line and says so. */
function take(): void {
  for (const { bytes } of line().updates) Y.applyUpdate(server, bytes)
  line().ack(1, line().updates.length)
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
  server = new Y.Doc()
  lines.length = 0
})
afterEach(() => {
  for (const page of opened.splice(0)) page.stop()
  vi.unstubAllGlobals()
})

describe('a page that is closed while the line is down', () => {
  test('leaves its words on this machine, and the next one sends them once', async () => {
    const first = await openPage()
    line().greet(server)
    write(first, '路灯从开春就不亮。')
    take()
    line().cut()
    for (const said of ['孩子摸黑走。', '我在桥边摔过一跤。']) write(first, said)
    await kept(first)
    expect(leaves()).toBe(true)
    first.stop()

    const second = await openPage()
    expect(second.save).toMatchObject({ kind: 'offline', isKept: true })
    expect(second.state).toBe('ready')
    expect(second.unsaved).toBe(2)
    line().greet(server)
    take()
    expect(second.save).toMatchObject({ kind: 'saved', count: 0 })
    expect(textOf(server)).toEqual(['路灯从开春就不亮。', '孩子摸黑走。', '我在桥边摔过一跤。'])

    write(second, '明天换灯。')
    take()
    second.stop()
    await settle(async () => {
      const third = await openPage()
      expect(third.unsaved).toBe(0)
    })
    line().greet(server)
    take()
    expect(textOf(server)).toHaveLength(4)
  })

  test('shows nobody else’s words', async () => {
    const first = await openPage('陈晓')
    write(first, '只有陈晓写的。')
    await kept(first)
    expect(textOf((await openPage('孙丽')).doc)).toEqual([])
  })

  test('two pages of one person keep each their own, and neither clears the other away', async () => {
    const [one, two] = [await openPage(), await openPage()]
    lines[0]!.greet(server)
    for (let n = 0; n < 310; n++) write(one, `一 ${n}`)
    write(two, '二')
    await kept(one)
    await kept(two)
    for (const { bytes } of lines[0]!.updates) Y.applyUpdate(server, bytes)
    lines[0]!.ack(1, lines[0]!.updates.length)
    one.stop()
    await settle(async () => {
      const next = await openPage()
      expect(textOf(next.doc)).toHaveLength(311)
      // The stretch that it began and its line.
      expect(next.unsaved).toBe(2)
    })
  })

  test('is asked to stay where nothing can be kept', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('private')
      },
    })
    const page = await openPage()
    line().greet(server)
    take()
    write(page, '路灯')
    expect(page.save).toMatchObject({ kind: 'saving', isKept: false })
    expect(leaves()).toBe(false)
    take()
    expect(leaves()).toBe(true)
  })
})

describe('what the record does not take', () => {
  const cases = ['minutes-signed', 'schema-too-old', 'not-allowed', 'restored', 'too-long'] as const
  test.each(cases)('%s: the words are set aside and the text is the record', async (why) => {
    insertTurn(server, null, '李婶', '路灯从开春就不亮。')
    const page = await openPage()
    line().greet(server)
    take()
    write(page, '这一句没送进去。')
    line().refuse(why)
    await settle(() => expect(lines).toHaveLength(2))
    line().greet(server)
    expect(textOf(page.doc)).toEqual(['路灯从开春就不亮。'])
    expect(page.asides.list).toMatchObject([{ why, lines: [{ speaker: null, text: '这一句没送进去。' }] }])
    expect(page.unsaved).toBe(0)
    expect(page.isInterrupted).toBe(why === 'restored')
    expect(leaves()).toBe(true)
  })

  test('what came after both had signed is told to lie in the box, once, and the rest of the line stays known', async () => {
    insertTurn(server, null, '李婶', '路灯从开春就不亮。')
    const page = await openPage()
    line().greet(server)
    take()
    write(page, '晚到的一句。')
    const boxed = (count: number): void =>
      line().tell((encoder) => {
        for (const said of [7, 1, line().updates.length, count]) encoding.writeVarUint(encoder, said)
      })
    boxed(1)
    await settle(() => expect(lines).toHaveLength(2))
    line().greet(server)
    take()
    expect(textOf(page.doc)).toEqual(['路灯从开春就不亮。'])
    expect(page.asides.list).toMatchObject([{ why: 'boxed', lines: [{ text: '晚到的一句。' }] }])
    expect(page.asides.isAtRisk).toBe(false)
    expect(page.save).toMatchObject({ kind: 'saved', count: 0 })
    page.stop()
    const next = await openPage()
    await settle(() => expect(next.asides.list).toMatchObject([{ why: 'boxed' }]))
    line().greet(server)
    expect(
      line().updates.flatMap(({ bytes }) => Y.decodeUpdate(bytes).structs),
      'it is sent no second time',
    ).toEqual([])
  })

  test('a bad update is one only when the whole catch-up is refused too', async () => {
    const page = await openPage()
    line().greet(server)
    take()
    write(page, '坏的')
    line().refuse('update-rejected')
    expect(page.asides.list).toEqual([])
    await settle(() => expect(lines).toHaveLength(2))
    line().greet(server)
    line().refuse('update-rejected')
    await settle(() => expect(lines).toHaveLength(3))
    line().greet(server)
    expect(page.asides.list).toMatchObject([{ why: 'update-rejected', lines: [{ text: '坏的' }] }])
  })

  test('a server of another epoch gets nothing of ours by itself, not even words that it once had', async () => {
    const page = await openPage()
    epoch('one')
    line().greet(server)
    write(page, '备份以后存过的。')
    take()
    line().cut()
    write(page, '断线时写的。')
    await kept(page)
    page.stop()
    server = new Y.Doc()

    const next = await openPage()
    line().open()
    epoch('two')
    line().sync(0, Y.encodeStateVector(server))
    await settle(() => expect(lines).toHaveLength(3))
    expect(lines[1]!.updates).toEqual([])
    epoch('two')
    line().greet(server)
    expect(next.isInterrupted).toBe(true)
    expect(textOf(next.doc)).toEqual([])
    const [aside] = next.asides.list
    expect(aside?.lines?.map(({ text }) => text)).toEqual(['备份以后存过的。', '断线时写的。'])

    await next.sendAgain(aside!)
    take()
    expect(textOf(server)).toEqual(['备份以后存过的。', '断线时写的。'])
    expect(next.asides.list).toEqual([])
  })

  test('stays aside through closing and opening, and joins its own place when it is sent again', async () => {
    insertTurn(server, null, null, '今晚到了四十二户。')
    const page = await openPage()
    line().greet(server)
    take()
    insertTurn(page.doc, null, null, '最后一句。')
    line().refuse('minutes-signed')
    await settle(() => expect(lines).toHaveLength(2))
    line().greet(server)
    page.stop()

    const next = await openPage()
    expect(next.asides.list).toHaveLength(1)
    line().greet(server)
    await next.sendAgain(next.asides.list[0]!)
    take()
    expect(textOf(server)).toEqual(['今晚到了四十二户。', '最后一句。'])
    next.stop()
    expect((await openPage()).asides.list).toEqual([])
  })
})
