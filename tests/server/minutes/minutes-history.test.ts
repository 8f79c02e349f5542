import * as Y from 'yjs'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { keepPoints, pointsOf } from '../../../server/minutes/history/history.ts'
import { textOf } from '../../../shared/minutes/anchors.ts'
import {
  MAX_POINT_NAME_LENGTH,
  type MinutesPoint,
  type RenderedMinutes,
} from '../../../shared/minutes/minutes.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

const MINUTE_MS = 60_000

let village: Village
let evening: Evening
let xiao: Client
let recorder: Recorder
/** What stood there after each update, by its seq. */
let stood: Map<number, string[]>

const path = (): string => `/api/places/${village.placeId}/meetings/${evening.meetingId}/minutes`
const points = async (client = xiao): Promise<MinutesPoint[]> =>
  (await client.read(`${path()}/history`)).points
const kinds = async (): Promise<string[]> => (await points()).map(({ seq, kind }) => `${seq} ${kind}`)
const lines = ({ sections }: RenderedMinutes): string[] =>
  sections.flatMap((section) => section.lines.map(textOf))
const textAt = async (seq: number): Promise<string[]> => lines(await xiao.read(`${path()}?at=${seq}`))
const name = (fields: object, client = xiao) =>
  client.command('name-minutes-point', { meetingId: evening.meetingId, ...fields })

async function write(text: string): Promise<number> {
  recorder.turn('李婶', text)
  const seq = await recorder.saved()
  stood.set(seq, recorder.text)
  return seq
}

/** Forgets every update up to a seq and keeps snapshots of some states instead, as trimming does. */
async function trim(upTo: number, keep: readonly number[]): Promise<void> {
  const { meetingId } = evening
  await village.context.database.write(async (work) => {
    const rows = await work
      .selectFrom('minutesUpdates')
      .select(['seq', 'bytes'])
      .where('meetingId', '=', meetingId)
      .orderBy('seq')
      .execute()
    const doc = new Y.Doc()
    for (const { seq, bytes } of rows.filter((row) => row.seq <= upTo)) {
      Y.applyUpdate(doc, bytes)
      if (!keep.includes(seq) && seq !== upTo) continue
      const snapshot = { meetingId, placeId: village.placeId, seq, bytes: Y.encodeStateAsUpdate(doc) }
      await work.insertInto('minutesSnapshots').values(snapshot).execute()
    }
    await work
      .deleteFrom('minutesUpdates')
      .where('meetingId', '=', meetingId)
      .where('seq', '<=', upTo)
      .execute()
  })
}

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
  recorder = await openRecorder(xiao, evening.meetingId)
  onTestFinished(() => recorder.close())
  stood = new Map()
})

/** Half an hour: a line every two minutes from 19:01, and the agenda moves on after twenty. */
async function halfAnHour(): Promise<number> {
  village.clock.advance(MINUTE_MS)
  for (let line = 0; line < 15; line++) {
    if (line === 10) {
      village.clock.advance(1)
      const { meetingId, agenda } = evening
      await evening.facilitator.must('start-agenda-item', { meetingId, agendaItemId: agenda[1] })
      village.clock.advance(1)
    }
    await write(`第${line}句`)
    village.clock.advance(2 * MINUTE_MS)
  }
  return recorder.minutesSeq
}

describe('earlier states of the minutes', () => {
  test('are there every ten minutes, every minute at last, and where the agenda moved on', async () => {
    const head = await halfAnHour()
    const first = head - 14
    const agenda = first + 9
    const seqs = (await kinds()).map((point) => point.split(' '))
    const byKind = (kind: string) => seqs.filter(([, of]) => of === kind).map(([seq]) => Number(seq) - first)
    // 19:09 and 19:19 end their ten minutes; from 19:19 on every minute counts; 19:29 is the text as it is now.
    expect(byKind('time')).toEqual([13, 12, 11, 10, 4])
    expect(byKind('agenda')).toEqual([agenda - first])
    for (const [seq] of seqs) expect(await textAt(Number(seq))).toEqual(stood.get(Number(seq)))
  })

  test('a name is told to the other desks and to no phone, and can be changed', async () => {
    const seq = await write('路灯从开春就不亮。')
    await write('再说一句。')
    const desk = await evening.facilitator.listen()
    const phone = await evening.phone('李婶')
    const hall = await phone.listen({ meeting: evening.meetingId, as: 'phone' })
    expect(await name({ minutesSeq: seq, name: '  念给大家听的一稿 ' })).toMatchObject({ status: 200 })
    await vi.waitFor(() =>
      expect(desk.events.at(-1)).toMatchObject({
        type: 'minutes-point-named',
        data: { meetingId: evening.meetingId, minutesSeq: seq },
        words: { name: '念给大家听的一稿', by: '陈晓' },
      }),
    )
    const [named] = await points(evening.facilitator)
    expect(named).toMatchObject({ seq, kind: 'named', name: '念给大家听的一稿', by: '陈晓' })
    await vi.waitFor(() => expect(hall.upTo).toBe(desk.upTo))
    expect(hall.types).not.toContain('minutes-point-named')
    await name({ minutesSeq: seq, name: '第一稿' }, evening.facilitator)
    expect(await points()).toMatchObject([{ seq, name: '第一稿', by: '陈静' }])
    expect(await textAt(seq)).toEqual(['路灯从开春就不亮。'])
  })

  test('a name that is too long or empty, or of a state that is not there, is refused', async () => {
    const seq = await write('路灯从开春就不亮。')
    const tooLong = await name({ minutesSeq: seq, name: '稿'.repeat(MAX_POINT_NAME_LENGTH + 1) })
    expect(tooLong.body).toMatchObject({ refused: 'too-long', field: 'name', limit: MAX_POINT_NAME_LENGTH })
    expect((await name({ minutesSeq: seq, name: ' ' })).body).toMatchObject({ field: 'name' })
    expect((await name({ minutesSeq: seq + 1, name: '稿' })).body).toMatchObject({
      refused: 'not-found',
      field: 'minutesSeq',
    })
    expect(await points()).toEqual([])
  })

  test('are read by staff alone, also once everybody reads the signed text', async () => {
    const seq = await write('这一句后来删了。')
    recorder.fragment.delete(0, 1)
    const last = await write('路灯从开春就不亮。')
    const phone = await evening.phone('李婶')
    const township = await village.as('赵明')
    const tries = async (): Promise<number[]> => {
      const asked = [village.stranger(), phone, township].flatMap((client) => [
        client.get(`${path()}/history`),
        client.get(`${path()}?at=${seq}`),
      ])
      return (await Promise.all(asked)).map(({ status }) => status)
    }
    expect(await tries()).toEqual([401, 401, 403, 403, 200, 200])
    const { meetingId } = evening
    await evening.facilitator.must('close-meeting', { meetingId })
    await xiao.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq: last })
    expect(await kinds()).toContain(`${last} signed`)
    await evening.facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: last })
    expect(await tries()).toEqual([401, 401, 403, 403, 200, 200])
    expect(lines(await phone.read(path()))).toEqual(['路灯从开春就不亮。'])
    expect(await name({ minutesSeq: seq, name: '删之前' })).toMatchObject({ status: 200 })
    expect(await textAt(seq)).toEqual(['这一句后来删了。'])
    for (const at of [last + 1, 999])
      expect(await xiao.get(`${path()}?at=${at}`)).toMatchObject({ status: 404 })
    for (const at of ['0', '-1', 'x', '1e3'])
      expect(await xiao.get(`${path()}?at=${at}`)).toMatchObject({ status: 400 })
  })

  test('stay when old updates are trimmed', async () => {
    const head = await halfAnHour()
    await name({ minutesSeq: head - 12, name: '第三句' })
    const before = await points()
    const kept = await village.context.database.write((work) =>
      keepPoints(work, village.placeId, evening.meetingId),
    )
    expect(kept).toEqual(before)
    await trim(
      head - 1,
      kept.map(({ seq }) => seq),
    )
    expect(await pointsOf(village.context.database.reader, evening.meetingId)).toEqual(before)
    for (const { seq } of before) expect(await textAt(seq)).toEqual(stood.get(seq))
    const gone = head - 13
    expect(before.map(({ seq }) => seq)).not.toContain(gone)
    expect(await xiao.get(`${path()}?at=${gone}`)).toMatchObject({ status: 404 })
    expect((await name({ minutesSeq: gone, name: '稿' })).body).toMatchObject({ refused: 'not-found' })
  })
})
