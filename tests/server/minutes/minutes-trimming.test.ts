import * as Y from 'yjs'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { renderMinutes } from '../../../server/minutes/publishing/render.ts'
import { Appending } from '../../../server/minutes/document/appending.ts'
import { applyRetention } from '../../../server/minutes/history/retention.ts'
import { trimMinutes } from '../../../server/minutes/history/trimming.ts'
import {
  loadMinutes,
  openMinutes,
  updatesAfter,
  writeSnapshot,
} from '../../../server/minutes/document/updates.ts'
import { holdLease } from '../../../server/storage/lease.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { Client } from '../../support/running/client.ts'
import { stayLoggedIn } from '../../support/villages/weeks.ts'
import { DAY_MS } from '../../support/running/clock.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import {
  openEvening,
  openVillage,
  secondNode,
  type Evening,
  type Village,
} from '../../support/villages/village.ts'

const KEEP = [1, 120, 700, 899, 1_000]
const ALL_SLICES = 100

let village: Village
let evening: Evening
let xiao: Client

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
})

const appending = new Appending()

/** A long evening of one recorder: 1,200 updates with words, and some taken back, and a snapshot after each 300. */
async function longEvening(doc = new Y.Doc()): Promise<Y.Doc> {
  const { database } = village.context
  const { meetingId } = evening
  const actorId = village.people['陈晓']!
  let said: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => said.push(bytes))
  const section = new Y.XmlElement('section')
  doc.getXmlFragment('minutes').push([section])
  for (let round = 0; round < 4; round++) {
    while (said.length < 300) sayMore(section, said.length)
    await database.write(async (work) => {
      const updates = said.map((bytes, n) => ({
        bytes,
        actorId,
        claims: round + n === 0 ? [doc.clientID] : [],
      }))
      const batch = { placeId: village.placeId, meetingId, updates }
      const [outcome] = await appending.append(work, [batch], '2026-11-22T12:00:00.000Z')
      if (!outcome || outcome === 'frozen' || isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
      await writeSnapshot(work, village.placeId, meetingId, outcome.last, Y.encodeStateAsUpdate(doc))
    })
    said = []
  }
  return doc
}

function sayMore(section: Y.XmlElement, n: number): void {
  const last = section.length > 0 ? (section.get(section.length - 1) as Y.XmlElement) : null
  if (last === null || n % 10 === 0) {
    const turn = new Y.XmlElement('turn')
    turn.insert(0, [new Y.XmlText('说')])
    return section.push([turn])
  }
  const words = last.get(0) as Y.XmlText
  if (n % 7 === 0 && words.length > 1) words.delete(0, 1)
  else words.insert(words.length, String.fromCharCode(0x4e00 + n))
}

const reader = () => village.context.database.reader
const updatesLeft = async (): Promise<number[]> =>
  (await updatesAfter(reader(), evening.meetingId, 0)).map(({ seq }) => seq)

/** The text as it stood at that seq, put together from what is kept. */
async function textAt(seq: number): Promise<object> {
  const of = evening.meetingId
  const snapshots = reader().selectFrom('minutesSnapshots').selectAll().where('meetingId', '=', of)
  const snapshot = await snapshots.where('seq', '<=', seq).orderBy('seq', 'desc').executeTakeFirst()
  const updates = (await updatesAfter(reader(), of, snapshot?.seq ?? 0)).filter((update) => update.seq <= seq)
  expect(updates).toHaveLength(seq - (snapshot?.seq ?? 0))
  const doc = new Y.Doc()
  for (const { bytes } of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, bytes)
  return renderMinutes(doc, of, seq)
}

const picture = async (): Promise<object> => {
  const { doc, seq, authors, epoch, boxed } = await openMinutes(village.context.database, evening.meetingId)
  const states = []
  for (const at of KEEP) states.push(await textAt(at))
  return { seq, authors, epoch, boxed, states, bytes: Y.encodeStateAsUpdate(doc) }
}

const trim = (slicesMost = ALL_SLICES, keep: readonly number[] = KEEP): Promise<number> =>
  trimMinutes(
    village.context,
    { placeId: village.placeId, meetingId: evening.meetingId, statesToKeep: async () => keep },
    slicesMost,
  )

describe('trimming', () => {
  test('the text, its authors and every state to keep are what they were, and two snapshots hold what went', async () => {
    await longEvening()
    const before = await picture()
    expect(await trim()).toBe(2)
    expect(await updatesLeft()).toEqual(Array.from({ length: 300 }, (_, n) => 901 + n))
    expect(await picture()).toEqual(before)
    expect(await trim()).toBe(0)
    await reader()
      .selectFrom('minutesSnapshots')
      .select('seq')
      .where('seq', '=', 1_200)
      .executeTakeFirstOrThrow()
    const whole = await textAt(1_200)
    await village.context.database.write((work) =>
      work.deleteFrom('minutesSnapshots').where('seq', '=', 1_200).execute(),
    )
    expect(await textAt(1_200)).toEqual(whole)
  })

  test('a server that dies between two slices finds the text whole and goes on', async () => {
    await longEvening()
    const before = await picture()
    expect(await trim(1)).toBe(1)
    expect((await updatesLeft())[0]).toBe(501)
    expect(await picture()).toEqual(before)
    const { cookie, placeId } = evening.facilitator
    const fresh = await openRecorder({ url: await secondNode(village), cookie, placeId }, evening.meetingId)
    onTestFinished(() => fresh.close())
    const { doc } = await loadMinutes(reader(), evening.meetingId)
    expect(fresh.fragment.toString()).toBe(doc.getXmlFragment('minutes').toString())
    expect(await trim()).toBe(1)
    expect((await updatesLeft())[0]).toBe(901)
    expect(await picture()).toEqual(before)
  })

  test('whoever wrote before comes back with their own id and goes on writing; states that were kept stay', async () => {
    const doc = await longEvening()
    await trim()
    const before = await picture()
    const back = await openRecorder(xiao, evening.meetingId)
    onTestFinished(() => back.close())
    back.doc.clientID = doc.clientID
    back.turn('李婶', '又想起一件事')
    expect(await back.saved()).toBe(1_201)
    for (const seq of [1_201, 1_200])
      await village.context.database.write((work) =>
        writeSnapshot(work, village.placeId, evening.meetingId, seq, Y.encodeStateAsUpdate(back.doc)),
      )
    for (const [n, at] of KEEP.entries())
      expect(await textAt(at)).toEqual((before as { states: object[] }).states[n])
    const other = await openRecorder(evening.facilitator, evening.meetingId)
    onTestFinished(() => other.close())
    other.doc.clientID = doc.clientID
    other.turn('李婶', '冒名')
    await expect(other.saved()).rejects.toThrow('update-rejected')
  })

  test('updates that do not lead to what the snapshot says all stay', async () => {
    await longEvening()
    const other = new Y.Doc()
    other.getXmlFragment('minutes').push([new Y.XmlElement('section')])
    const bytes = Y.encodeStateAsUpdate(other)
    await village.context.database.write((work) =>
      work.updateTable('minutesSnapshots').set({ bytes }).where('seq', '=', 900).execute(),
    )
    await expect(trim()).rejects.toThrow('found another text')
    expect(await updatesLeft()).toHaveLength(1_200)
  })

  test('one node at a time trims; a node that died is followed by another', async () => {
    await longEvening()
    const { database, clock } = village.context
    const hold = (holder: string) =>
      database.write((work) => holdLease(work, 'trimming', holder, clock.now()))
    expect(await hold('one')).toBe(true)
    expect(await hold('one')).toBe(true)
    expect(await hold('two')).toBe(false)
    expect(await trim()).toBe(0)
    expect(await updatesLeft()).toHaveLength(1_200)
    village.clock.advance(61_000)
    expect(await trim()).toBe(2)
  })
})

describe('once a day', () => {
  const sweep = async () => {
    await stayLoggedIn(village)
    await applyRetention(village.context, village.placeId)
  }
  const isWhole = async (): Promise<boolean> => (await updatesLeft()).length === 1_200

  test('only evenings that were closed a month ago, and not opened again, are trimmed', async () => {
    await longEvening()
    const { meetingId, facilitator } = evening
    village.clock.advance(40 * DAY_MS)
    await sweep()
    expect(await isWhole()).toBe(true)
    await facilitator.must('close-meeting', { meetingId })
    village.clock.advance(29 * DAY_MS)
    await sweep()
    expect(await isWhole()).toBe(true)
    await facilitator.must('reopen-meeting', { meetingId })
    village.clock.advance(2 * DAY_MS)
    await sweep()
    expect(await isWhole()).toBe(true)
    await facilitator.must('close-meeting', { meetingId })
    village.clock.advance(31 * DAY_MS)
    await sweep()
    expect((await updatesLeft())[0]).toBe(901)
  })

  test('a text that was signed reads as it was signed', async () => {
    await longEvening()
    const { meetingId, facilitator } = evening
    await facilitator.must('close-meeting', { meetingId })
    await xiao.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq: 1_200 })
    await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: 1_200 })
    const path = `/api/places/${village.placeId}/meetings/${meetingId}/minutes`
    const signed = await village.stranger().get(path)
    village.clock.advance(31 * DAY_MS)
    await sweep()
    expect((await updatesLeft())[0]).toBe(901)
    expect((await village.stranger().get(path)).body).toEqual(signed.body)
    expect(await textAt(1_200)).toEqual(signed.body)
  })

  test('every state that could be looked at before can be looked at after, with its name', async () => {
    await longEvening()
    const { meetingId, facilitator } = evening
    await xiao.must('name-minutes-point', { meetingId, minutesSeq: 333, name: '念账以前' })
    await facilitator.must('close-meeting', { meetingId })
    const look = async (): Promise<object> => {
      const path = `/api/places/${village.placeId}/meetings/${meetingId}/minutes`
      const { points } = await xiao.read(`${path}/history`)
      const texts = []
      for (const { seq } of points) texts.push(await xiao.read(`${path}?at=${seq}`))
      return { points, texts }
    }
    const before = await look()
    expect(before).toMatchObject({ points: [{ seq: 333, name: '念账以前' }] })
    village.clock.advance(31 * DAY_MS)
    await sweep()
    expect((await updatesLeft())[0]).toBe(901)
    expect(await look()).toEqual(before)
  })
})
