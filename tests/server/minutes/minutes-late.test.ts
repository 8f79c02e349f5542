import * as Y from 'yjs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { loadMinutes } from '../../../server/minutes/document/updates.ts'
import { editionOf, type LateEdit } from '../../../shared/minutes/minutes.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, Recorder } from '../../support/peers/recorder.ts'
import {
  openEvening,
  openVillage,
  secondNode,
  type Evening,
  type Village,
} from '../../support/villages/village.ts'

const LATE = 40

let village: Village
let evening: Evening
let xiao: Client
/** A page that was cut off before the signing and knows nothing of it. */
let stale: Y.Doc
let digest: string

const path = (): string => `/api/places/${village.placeId}/meetings/${evening.meetingId}/late-edits`
const box = async (): Promise<LateEdit[]> => (await evening.facilitator.read(path())).lateEdits
const text = async (): Promise<string> => {
  const { doc } = await loadMinutes(village.context.database.reader, evening.meetingId)
  return doc.getXmlFragment('minutes').toString()
}

async function sign(minutesSeq: number): Promise<void> {
  const { meetingId } = evening
  await evening.facilitator.must('close-meeting', { meetingId })
  await xiao.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq })
  await evening.facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
}

async function comeBack(url = xiao.url, edition?: string): Promise<Recorder> {
  const back = new Recorder(
    { ...xiao, url, cookie: xiao.cookie, placeId: village.placeId, ...(edition ? { edition } : {}) },
    evening.meetingId,
  )
  onTestFinished(() => back.close())
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(stale), back)
  await back.opened
  return back
}

function writeOffline(words: string): void {
  Y.transact(stale, () => {
    const section = stale.getXmlFragment('minutes').get(0) as Y.XmlElement
    const turn = new Y.XmlElement('turn')
    turn.insert(0, [new Y.XmlText(words)])
    section.push([turn])
  })
}

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
  const recorder = await openRecorder(xiao, evening.meetingId)
  recorder.section(evening.agenda[0]!)
  recorder.turn('李婶', '路灯不亮')
  const seq = await recorder.saved()
  stale = recorder.doc
  recorder.close()
  await vi.waitFor(() => expect(recorder.closeCode).not.toBeNull())
  await sign(seq)
  digest = await text()
})

test('every late edit lies in the box once, and none in the text', async () => {
  const back = await comeBack()
  for (let edit = 0; edit < LATE; edit++) back.turn('李婶', `晚到的第${edit}句`)
  await back.saved()
  expect(back.boxed).toBe(LATE)
  expect(back.refusals).toEqual([])
  expect(await text()).toBe(digest)
  const late = await box()
  expect(late.map((edit) => edit.text)).toEqual(
    Array.from({ length: LATE }, (_, edit) => `晚到的第${edit}句`),
  )
  expect(late[0]).toMatchObject({ name: '陈晓', readAt: null, actorId: village.people['陈晓'] })
  stale = back.doc
  for (const url of [xiao.url, await secondNode(village)]) {
    const again = await comeBack(url)
    await again.saved()
    expect(again.boxed, 'whoever comes again hears where the words are').toBe(1)
    again.close()
  }
  expect(await box()).toHaveLength(LATE)
  expect(await text()).toBe(digest)
})

test('the desks hear that something lies in the box, the hall does not', async () => {
  const desk = await xiao.listen()
  const hall = await xiao.listen({ meeting: evening.meetingId, as: 'wall' })
  const back = await comeBack()
  back.turn('李婶', '晚到的')
  await back.saved()
  const told = { type: 'late-edits-boxed', data: { meetingId: evening.meetingId, boxed: 1 } }
  await vi.waitFor(() => expect(desk.events.at(-1)).toMatchObject(told))
  back.turn('李婶', '又一句')
  await vi.waitFor(() => expect(desk.events.at(-1)).toMatchObject({ ...told, data: { boxed: 2 } }))
  const before = desk.events.length
  const again = await comeBack()
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(back.doc))
  await again.saved()
  expect(again.boxed).toBeGreaterThan(0)
  await evening.facilitator.must('mark-late-edit-read', {
    meetingId: evening.meetingId,
    lateEditId: (await box())[0]!.id,
  })
  await vi.waitFor(() =>
    expect(desk.types.slice(before), 'nothing new was put there').toEqual(['late-edit-read']),
  )
  await vi.waitFor(() => expect(hall.upTo).toBe(desk.upTo))
  expect(hall.types.filter((type) => type.startsWith('late-'))).toEqual([])
})

test('what was written offline comes as one piece, and more may follow it', async () => {
  writeOffline('断线时写的')
  const back = await comeBack()
  await vi.waitFor(async () => expect(await box()).toHaveLength(1))
  back.turn(null, '接着写的')
  await vi.waitFor(async () =>
    expect((await box()).map((edit) => edit.text)).toEqual(['断线时写的', '接着写的']),
  )
  expect(await text()).toBe(digest)
})

test('who only reads a signed text is not told of any box', async () => {
  const back = await comeBack()
  await back.saved()
  expect(back.boxed).toBe(0)
  expect(await box()).toEqual([])
})

test('only recorder and facilitator open the box; what was read is marked', async () => {
  const back = await comeBack()
  back.turn('李婶', '晚到的')
  await back.saved()
  expect(await (await village.as('王建国')).get(path())).toMatchObject({ status: 403 })
  expect(await village.stranger().get(path())).toMatchObject({ status: 401 })
  const [late] = await box()
  const mark = { meetingId: evening.meetingId, lateEditId: late!.id }
  await evening.facilitator.must('mark-late-edit-read', mark)
  const { seq } = await evening.facilitator.must('mark-late-edit-read', mark)
  expect((await box())[0]!.readAt).toBe(village.clock.now().toISOString())
  const desk = await xiao.listen({ since: seq - 1 })
  await vi.waitFor(() => expect(desk.types).toEqual(['late-edit-read']))
})

test('who kept writing while an erratum was cancelled on another page writes into the box, not the signed text', async () => {
  const { meetingId } = evening
  await xiao.must('open-erratum', { meetingId, reason: '按错了' })
  const open = await openRecorder(xiao, meetingId)
  onTestFinished(() => open.close())
  await xiao.must('cancel-erratum', { meetingId })
  open.turn('李婶', '取消以后才打的一句')
  await open.saved()
  expect(open.boxed).toBe(1)
  expect(await text()).toBe(digest)
  expect((await box()).map((edit) => edit.text)).toEqual(['取消以后才打的一句'])
})

test('words written offline for version 1 do not enter version 2 unasked: they lie in the box', async () => {
  const { meetingId } = evening
  await xiao.must('open-erratum', { meetingId, reason: '少写一户' })
  const now = editionOf((await xiao.room(meetingId)).meeting)
  writeOffline('断线时写的')
  const back = await comeBack(xiao.url, '1')
  await vi.waitFor(() => expect(back.boxed).toBe(1))
  back.turn('李婶', '接着打的')
  await vi.waitFor(async () =>
    expect((await box()).map((edit) => edit.text)).toEqual(['断线时写的', '接着打的']),
  )
  expect(await text()).toBe(digest)

  const open = await openRecorder({ ...xiao, edition: now } as never, meetingId)
  onTestFinished(() => open.close())
  open.turn('李婶', '更正里写的')
  await open.saved()
  expect(open.boxed).toBe(0)
  expect(await text()).toContain('更正里写的')
  expect(await text()).not.toMatch(/断线时写的|接着打的/)
})

test('who comes back to version 2 with nothing unsent writes into it, also on another node', async () => {
  await xiao.must('open-erratum', { meetingId: evening.meetingId, reason: '少写一户' })
  for (const [at, url] of [xiao.url, await secondNode(village)].entries()) {
    const back = await comeBack(url, '1')
    await back.saved()
    back.turn('李婶', `第${at}处写的`)
    await back.saved()
    expect(back.boxed).toBe(0)
    expect(await text()).toContain(`第${at}处写的`)
  }
  expect(await box()).toEqual([])
})

test('words of an erratum that was cancelled do not enter the next one unasked', async () => {
  const { meetingId } = evening
  await xiao.must('open-erratum', { meetingId, reason: '按错了' })
  const first = editionOf((await xiao.room(meetingId)).meeting)
  await xiao.must('cancel-erratum', { meetingId })
  village.clock.set('2026-11-23T04:00:00.000Z')
  await xiao.must('open-erratum', { meetingId, reason: '少写一户' })
  writeOffline('头一次更正时写的')
  const back = await comeBack(xiao.url, first)
  await vi.waitFor(() => expect(back.boxed).toBe(1))
  expect(await text()).toBe(digest)
})
