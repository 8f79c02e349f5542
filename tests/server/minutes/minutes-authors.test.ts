import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { loadMinutes } from '../../../server/minutes/document/updates.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, Recorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
})

async function sit(client: Client): Promise<Recorder> {
  const recorder = await openRecorder(client, evening.meetingId)
  onTestFinished(() => recorder.close())
  return recorder
}

const stored = async (): Promise<string> => {
  const { doc } = await loadMinutes(village.context.database.reader, evening.meetingId)
  return doc.getXmlFragment('minutes').toString()
}

/** Writes a line under a client id that is not this page's own. */
function writeAs(recorder: Recorder, clientId: number, text: string): void {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(recorder.doc))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment('minutes').push([new Y.XmlText(text)])
  send(recorder, 0, 2, Y.encodeStateAsUpdate(doc, before))
}

function send(recorder: Recorder, kind: number, step: number | null, bytes: Uint8Array): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kind)
  if (step !== null) encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  recorder.socket.send(encoding.toUint8Array(encoder))
}

test('nobody writes under the id of somebody else, whether they are here or gone', async () => {
  const writer = await sit(evening.facilitator)
  writer.turn('李婶', '路灯不亮')
  await writer.saved()
  const other = await sit(xiao)
  writeAs(other, writer.doc.clientID, '我没说过')
  await vi.waitFor(() => expect(other.refusals).toEqual([{ refused: 'update-rejected' }]))
  writer.close()
  other.refusals.length = 0
  writeAs(other, writer.doc.clientID, '我没说过')
  await vi.waitFor(() => expect(other.refusals).toEqual([{ refused: 'update-rejected' }]))
  expect(await stored()).not.toContain('我没说过')
  other.refusals.length = 0
  other.turn('赵姐', '我说过')
  await other.saved()
  expect(await stored()).toContain('我说过')
})

test('what somebody else has written may come back from anybody: it brings nothing new', async () => {
  const writer = await sit(evening.facilitator)
  writer.turn('李婶', '路灯不亮')
  await writer.saved()
  const other = await sit(xiao)
  send(other, 0, 2, Y.encodeStateAsUpdate(other.doc))
  other.turn('赵姐', '是')
  await vi.waitFor(async () => expect(await stored()).toContain('是'))
  expect(other.refusals).toEqual([])
})

test('the same person comes back with the id they had, on another day and after a restart', async () => {
  const writer = await sit(xiao)
  writer.turn('李婶', '一')
  await writer.saved()
  writer.close()
  const rows = await village.context.database.reader.selectFrom('minutesAuthors').selectAll().execute()
  expect(rows).toEqual([
    { meetingId: evening.meetingId, clientId: writer.doc.clientID, actorId: village.people['陈晓'] },
  ])
  writer.turn('李婶', '二')
  const back = new Recorder(await village.as('陈晓'), evening.meetingId)
  onTestFinished(() => back.close())
  back.doc.clientID = writer.doc.clientID
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(writer.doc), back)
  await back.opened
  await back.saved()
  expect(await stored()).toMatch(/一.*二/)
})

test('one connection brings a few new ids and no more', async () => {
  const writer = await sit(xiao)
  for (let id = 1; id <= 8; id++) writeAs(writer, id, `第${id}页`)
  await vi.waitFor(async () => expect(await stored()).toContain('第8页'))
  writeAs(writer, 9, '第9页')
  await vi.waitFor(() => expect(writer.refusals).toEqual([{ refused: 'update-rejected' }]))
  expect(await stored()).not.toContain('第9页')
})

test('a caret under the id of somebody else is not shown', async () => {
  const writer = await sit(evening.facilitator)
  writer.turn('李婶', '路灯不亮')
  await writer.saved()
  writer.close()
  const watcher = await sit(evening.facilitator)
  const heard: string[] = []
  watcher.socket.on('message', (message) => heard.push(String(message)))
  const other = await sit(xiao)
  const caret = (clientId: number): Uint8Array => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, 7)
    encoding.writeVarString(encoder, JSON.stringify({ cursor: { anchor: `at-${clientId}` } }))
    return encoding.toUint8Array(encoder)
  }
  send(other, 1, null, caret(writer.doc.clientID))
  send(other, 1, null, caret(other.doc.clientID))
  await vi.waitFor(() => expect(heard.join()).toContain(`at-${other.doc.clientID}`))
  expect(heard.join()).not.toContain(`at-${writer.doc.clientID}`)
})
