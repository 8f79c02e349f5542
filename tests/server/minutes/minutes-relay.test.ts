import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { loadMinutes } from '../../../server/minutes/document/updates.ts'
import { StorageFailed } from '../../../server/storage/database.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, Recorder, type Seat } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client

async function sit(client: Seat, schema?: number | null): Promise<Recorder> {
  const recorder = await openRecorder(client, evening.meetingId, schema)
  onTestFinished(() => recorder.close())
  return recorder
}

const stored = () => loadMinutes(village.context.database.reader, evening.meetingId)
const storedText = async (): Promise<string> => (await stored()).doc.getXmlFragment('minutes').toString()

function sendUpdate(socket: WebSocket, bytes: Uint8Array): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, bytes)
  socket.send(encoding.toUint8Array(encoder))
}

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
})

describe('writing together', () => {
  test('what is acknowledged is on disk, and others read it', async () => {
    const first = await sit(xiao)
    const second = await sit(evening.facilitator)
    first.section(evening.agenda[0]!)
    const turn = first.turn('李婶', '路灯不亮')
    const seq = await first.saved()
    expect((await stored()).seq).toBe(seq)
    expect(await storedText()).toContain('路灯不亮')
    await vi.waitFor(() => expect(second.text).toEqual(['路灯不亮']))
    first.type(turn, '，看不见')
    second.turn('赵姐', '我也没敢走')
    await Promise.all([first.saved(), second.saved()])
    await vi.waitFor(() => {
      expect(first.text).toEqual(second.text)
      expect(first.text).toEqual(['路灯不亮，看不见', '我也没敢走'])
    })
  })

  test('who comes back brings what they wrote while they were cut off, once', async () => {
    const first = await sit(xiao)
    first.turn('李婶', '一')
    await first.saved()
    first.close()
    await vi.waitFor(() => expect(first.closeCode).not.toBeNull())
    first.turn('李婶', '二')
    const state = Y.encodeStateAsUpdate(first.doc)
    const back = new Recorder(xiao, evening.meetingId)
    onTestFinished(() => back.close())
    Y.applyUpdate(back.doc, state, back)
    await back.opened
    await vi.waitFor(() => expect(back.minutesSeq).toBeGreaterThan(0))
    await back.saved()
    expect(back.text).toEqual(['一', '二'])
    const again = await sit(evening.facilitator)
    expect(again.text).toEqual(['一', '二'])
    const { seq } = await stored()
    sendUpdate(back.socket, state)
    back.turn(null, '三')
    await back.saved()
    expect((await stored()).seq, 'what is known already is not written again').toBe(seq + 1)
  })

  test('a long text is read again from a snapshot and what came after', async () => {
    const first = await sit(xiao)
    const turn = first.turn('李婶', '')
    for (let letter = 0; letter < 700; letter++) first.type(turn, '灯')
    await first.saved()
    const snapshots = () =>
      village.context.database.reader.selectFrom('minutesSnapshots').select('seq').execute()
    await vi.waitFor(async () => expect((await snapshots()).length).toBeGreaterThan(0))
    const { doc, seq, snapshotSeq } = await stored()
    expect(snapshotSeq).toBeGreaterThan(0)
    expect(seq).toBeGreaterThanOrEqual(701)
    expect(doc.getXmlFragment('minutes').toString()).toContain('灯'.repeat(700))
  })

  test('a caret carries the name of the log-in, whatever the client says', async () => {
    const writer = await sit(xiao)
    const other = await sit(evening.facilitator)
    const heard: string[] = []
    other.socket.on('message', (message) => heard.push(String(message)))
    const state = JSON.stringify({ user: { name: '王书记', color: 'red;}' }, cursor: { anchor: null } })
    const carets = encoding.createEncoder()
    encoding.writeVarUint(carets, 1)
    encoding.writeVarUint(carets, writer.doc.clientID)
    encoding.writeVarUint(carets, 1)
    encoding.writeVarString(carets, state)
    const message = encoding.createEncoder()
    encoding.writeVarUint(message, 1)
    encoding.writeVarUint8Array(message, encoding.toUint8Array(carets))
    writer.socket.send(encoding.toUint8Array(message))
    await vi.waitFor(() => expect(heard.join()).toContain('"name":"陈晓"'))
    expect(heard.join()).not.toContain('王书记')
    expect(heard.join()).not.toContain('red')
    writer.close()
    await vi.waitFor(() => expect(heard.join()).toContain('null'))
  })
})

describe('who may not', () => {
  const status = (client: Seat, meetingId = evening.meetingId): Promise<string> =>
    openRecorder(client, meetingId).then(
      () => 'opened',
      (problem: Error) => problem.message,
    )

  test('strangers, phones and other places do not reach the text', async () => {
    const nobody = village.stranger()
    nobody.placeId = village.placeId
    expect(await status(nobody)).toContain('401')
    expect(await status(await evening.phone('李婶'))).toContain('403')
    expect(await status({ ...xiao, url: xiao.url, placeId: village.townshipId })).toContain('403')
    expect(await status(xiao, crypto.randomUUID())).toContain('404')
  })

  test('a cadre reads along, and what he writes is refused and changes nothing', async () => {
    const writer = await sit(xiao)
    writer.turn('李婶', '路灯不亮')
    await writer.saved()
    const reader = await sit(await village.as('王建国'))
    expect(reader.text).toEqual(['路灯不亮'])
    reader.turn('王书记', '改一改')
    await vi.waitFor(() => expect(reader.refusals).toEqual([{ refused: 'not-allowed' }]))
    expect(await storedText()).not.toContain('改一改')
  })

  test('an older editor reads along and is told so at once', async () => {
    const old = await sit(xiao, 0)
    await vi.waitFor(() => expect(old.refusals).toEqual([{ refused: 'schema-too-old' }]))
    old.turn(null, '旧')
    await vi.waitFor(() => expect(old.refusals).toHaveLength(2))
    expect((await stored()).seq).toBe(0)
  })

  test('a page of another site cannot open it', async () => {
    const { cookie, url, placeId } = xiao
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/minutes/${evening.meetingId}?place=${placeId}`,
      {
        headers: { cookie: cookie!, origin: 'https://evil.example' },
      },
    )
    const answer = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => resolve('open'))
      socket.on('error', () => {})
    })
    expect(answer).toBe(403)
  })
})

describe('what is not taken', () => {
  test('broken updates change nothing, are refused, and do not end the connection', async () => {
    const writer = await sit(xiao)
    writer.turn('李婶', '路灯不亮')
    await writer.saved()
    const before = Y.encodeStateAsUpdate((await stored()).doc)
    const good = Y.encodeStateAsUpdate(writer.doc)
    const cut = good.slice(0, good.length - 3)
    const random = Uint8Array.from({ length: 40 }, (_, at) => (at * 97) % 251)
    const gap = new Y.Doc()
    const updates: Uint8Array[] = []
    gap.on('update', (update: Uint8Array) => updates.push(update))
    gap.getXmlFragment('minutes').push([new Y.XmlElement('section')])
    gap.getXmlFragment('minutes').push([new Y.XmlElement('section')])
    for (const bytes of [cut, random, new Uint8Array(0), updates[1]!]) sendUpdate(writer.socket, bytes)
    await vi.waitFor(() => expect(writer.refusals).toHaveLength(4))
    expect(new Set(writer.refusals.map(({ refused }) => refused))).toEqual(new Set(['update-rejected']))
    expect(Y.encodeStateAsUpdate((await stored()).doc)).toEqual(before)
    const other = await sit(evening.facilitator)
    expect(Y.encodeStateAsUpdate(other.doc)).toEqual(before)
    writer.refusals.length = 0
    sendUpdate(writer.socket, updates[0]!)
    await vi.waitFor(async () => expect((await stored()).seq).toBe(2))
    expect(writer.refusals).toEqual([])
  })

  test('a disk that fails saves nothing, shows nothing, and the words come again later', async () => {
    const writer = await sit(xiao)
    const other = await sit(evening.facilitator)
    writer.turn('李婶', '一')
    await writer.saved()
    await vi.waitFor(() => expect(other.text).toEqual(['一']))
    const failing = vi.spyOn(village.context.database, 'write').mockRejectedValue(new StorageFailed('full'))
    writer.turn('李婶', '二')
    await vi.waitFor(() => expect(writer.refusals).toEqual([{ refused: 'storage-failed' }]))
    await vi.waitFor(() => expect(writer.closeCode).toBe(4503))
    expect(writer.isSaved).toBe(false)
    expect(other.text).toEqual(['一'])
    failing.mockRestore()
    const back = new Recorder(xiao, evening.meetingId)
    onTestFinished(() => back.close())
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(writer.doc), back)
    await back.opened
    await vi.waitFor(() => expect(other.text).toEqual(['一', '二']))
    expect(await storedText()).toContain('二')
  })

  test('a text that cannot be read whole is refused, never shown as empty', async () => {
    const { reader } = village.context.database
    await village.context.database.write(async (work) => {
      await work
        .insertInto('minutesHeads')
        .values({ meetingId: evening.meetingId, placeId: village.placeId, seq: 3 })
        .execute()
    })
    await expect(loadMinutes(reader, evening.meetingId)).rejects.toThrow('expected updates 1 to 3')
    const recorder = new Recorder(xiao, evening.meetingId)
    await vi.waitFor(() => expect(recorder.closeCode).toBe(4500))
    expect(recorder.refusals).toEqual([{ refused: 'storage-failed' }])
  })
})
