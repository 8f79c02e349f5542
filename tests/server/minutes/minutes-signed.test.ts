import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { evolveRendered } from '../../../shared/minutes/evolve.ts'
import type { RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { textOf } from '../../../shared/minutes/anchors.ts'
import type { Client, Listening } from '../../support/running/client.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client
let recorder: Recorder

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
  recorder = await openRecorder(xiao, evening.meetingId)
  onTestFinished(() => recorder.close())
})

const minutesPath = () => `/api/places/${village.placeId}/meetings/${evening.meetingId}/minutes`
const lines = (minutes: RenderedMinutes): string[] =>
  minutes.sections.flatMap((section) => section.lines.map((line) => `${line.speaker ?? ''}:${textOf(line)}`))
const sign = (client: Client, as: string, minutesSeq: number) =>
  client.command('sign-minutes', { meetingId: evening.meetingId, as, minutesSeq })

async function written(): Promise<number> {
  recorder.section(evening.agenda[1]!)
  recorder.turn('李婶', '路灯从开春就不亮')
  recorder.turn(null, '大家点头')
  const seq = await recorder.saved()
  await evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
  return seq
}

describe('signing', () => {
  test('one signature freezes the text, taking it back frees it', async () => {
    const seq = await written()
    expect(await sign(xiao, 'recorder', seq)).toMatchObject({ status: 200 })
    recorder.turn('李婶', '再加一句')
    await vi.waitFor(() => expect(recorder.refusals).toEqual([{ refused: 'minutes-signed' }]))
    expect(await sign(evening.facilitator, 'facilitator', seq - 1)).toMatchObject({
      status: 409,
      body: { refused: 'minutes-changed', field: 'minutesSeq' },
    })
    await xiao.must('take-back-signature', { meetingId: evening.meetingId, as: 'recorder' })
    const back = await openRecorder(xiao, evening.meetingId)
    onTestFinished(() => back.close())
    back.turn('李婶', '改过了')
    expect(await back.saved()).toBe(seq + 1)
  })

  test('both signatures publish exactly the text that was signed', async () => {
    const seq = await written()
    expect((await village.stranger().get(minutesPath())).status).toBe(401)
    await xiao.must('sign-minutes', { meetingId: evening.meetingId, as: 'recorder', minutesSeq: seq })
    await evening.facilitator.must('sign-minutes', {
      meetingId: evening.meetingId,
      as: 'facilitator',
      minutesSeq: seq,
    })
    const room = await evening.facilitator.room(evening.meetingId)
    expect(room.meeting.phase).toBe('signed')
    expect(room.signatures.map((one: { name: string }) => one.name)).toEqual(['陈静', '陈晓'])
    const published: RenderedMinutes = await village.stranger().read(minutesPath())
    expect(lines(published)).toEqual(['李婶:路灯从开春就不亮', ':大家点头'])
    expect(published.minutesSeq).toBe(seq)
    const row = await village.context.database.reader
      .selectFrom('publishedMinutes')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(createHash('sha256').update(row.rendered).digest('hex')).toBe(row.digest)
    expect(await sign(xiao, 'recorder', seq)).toMatchObject({ body: { refused: 'minutes-signed' } })
  })

  test('whoever reads an older text signs nothing', async () => {
    const seq = await written()
    recorder.turn('赵姐', '还有一句')
    await recorder.saved()
    const answer = await sign(xiao, 'recorder', seq)
    expect(answer).toMatchObject({ status: 409, body: { refused: 'minutes-changed' } })
  })
})

describe('reading along', () => {
  const followed = (listening: Listening): RenderedMinutes | null =>
    listening.frames.reduce<RenderedMinutes | null>(
      (minutes, frame) => (frame.kind === 'minutes' ? evolveRendered(minutes, frame) : minutes),
      null,
    )

  test('a phone gets the whole text first, then the lines that changed', async () => {
    const turn = recorder.turn('李婶', '路灯')
    await recorder.saved()
    const phone = await evening.phone('李婶')
    const listening = await phone.listen({ meeting: evening.meetingId, as: 'phone' })
    await vi.waitFor(() => expect(lines(followed(listening)!)).toEqual(['李婶:路灯']))
    const before = listening.frames.length
    recorder.type(turn, '不亮')
    await vi.waitFor(() => expect(lines(followed(listening)!)).toEqual(['李婶:路灯不亮']))
    const change = listening.frames.slice(before).find((frame) => frame.kind === 'minutes')
    expect(change).toMatchObject({ order: null, lines: [{ speaker: '李婶' }] })
    recorder.section(evening.agenda[1]!)
    recorder.turn('赵姐', '桥头那盏', { concernId: evening.agenda[0]! })
    await vi.waitFor(() => expect(lines(followed(listening)!)).toEqual(['李婶:路灯不亮', '赵姐:桥头那盏']))
    expect(followed(listening)).toEqual(await phone.read(minutesPath()))
  })

  test('a burst of typing is one frame a tick', async () => {
    const wall = await evening.facilitator.listen({ meeting: evening.meetingId, as: 'wall' })
    const turn = recorder.turn('李婶', '')
    for (let letter = 0; letter < 200; letter++) recorder.type(turn, '灯')
    await recorder.saved()
    await vi.waitFor(() => expect(lines(followed(wall)!)).toEqual([`李婶:${'灯'.repeat(200)}`]))
    expect(wall.frames.filter(({ kind }) => kind === 'minutes').length).toBeLessThan(20)
  })

  test('a phone of another evening reads nothing', async () => {
    recorder.turn('李婶', '路灯')
    await recorder.saved()
    const phone = await evening.phone()
    const elsewhere = crypto.randomUUID()
    await evening.facilitator.must('plan-meeting', {
      meetingId: elsewhere,
      format: 'pavilion-talk',
      title: '另一晚',
      onDay: '2026-11-29',
      agenda: [],
    })
    const other = `/api/places/${village.placeId}/meetings/${elsewhere}/minutes`
    expect(await phone.get(other)).toMatchObject({ status: 403 })
    expect(await phone.get(minutesPath())).toMatchObject({ status: 200 })
  })
})
