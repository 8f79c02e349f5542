import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { up as waitAgain } from '../../../migrations/0162-matters-nobody-nodded-to-wait-again.ts'
import type { Client } from '../../support/running/client.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { aLine } from '../../support/villages/stage-evening.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client
let minutesSeq: number

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
  minutesSeq = await aLine(xiao, evening.meetingId)
})

const of = (id: string) => ({ commitmentId: id })
const close = () => evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
const room = () => evening.facilitator.room(evening.meetingId)
const signAs = (client: Client, as: string) =>
  client.command('sign-minutes', { meetingId: evening.meetingId, as, minutesSeq })

async function noted(measure: string, concernId: string | null = null): Promise<string> {
  const commitmentId = randomUUID()
  const { meetingId } = evening
  await xiao.must('record-commitment', promise(village, { commitmentId, meetingId, measure, concernId }))
  return commitmentId
}

async function raised(text: string): Promise<string> {
  const concernId = randomUUID()
  await xiao.must('raise-concern', matter(evening.meetingId, { concernId, text }))
  return concernId
}

async function nodded(commitmentId: string): Promise<void> {
  await xiao.must('read-back-commitment', of(commitmentId))
  await xiao.must('confirm-commitment', of(commitmentId))
}

async function bothSign(): Promise<void> {
  expect(await signAs(evening.facilitator, 'facilitator')).toMatchObject({ status: 200 })
  expect(await signAs(xiao, 'recorder')).toMatchObject({ status: 200 })
}

const page = async (version: number | null = null): Promise<string> => {
  const address = `/public/${village.placeId}/minutes/${evening.meetingId}`
  const { status, body } = await village.stranger().get(version ? `${address}?version=${version}` : address)
  expect(status).toBe(200)
  return body
}

describe('what nobody nodded to', () => {
  test('is refused at signing until each is read back, put off or dropped, and is never printed as promised', async () => {
    const asked = { lamp: await raised('路灯不亮'), well: await raised('井盖松了') }
    const kept = await noted('换三盏路灯', asked.lamp)
    const later = await noted('换井盖', asked.well)
    const slip = await noted('写错的一条')
    await close()
    expect(await signAs(xiao, 'recorder')).toMatchObject({
      status: 409,
      body: { refused: 'promises-unconfirmed', limit: 3 },
    })
    await nodded(kept)
    await xiao.must('put-off-commitment', { commitmentId: later, concernId: randomUUID() })
    await xiao.must('drop-commitment', of(slip))
    await bothSign()
    const { meeting, concerns } = await room()
    expect(meeting).toMatchObject({ phase: 'signed', wall: { kind: 'talk' } })
    expect(concerns).toMatchObject([
      { text: '路灯不亮', state: 'promised', isForNextAgenda: false },
      { text: '井盖松了', state: 'recorded', isForNextAgenda: true },
    ])
    const printed = await page()
    expect(printed).toContain('换三盏路灯')
    for (const said of ['换井盖', '写错的一条']) expect(printed).not.toContain(said)
    expect(printed.match(/答应了日子/g)).toHaveLength(1)
  })

  test('put off without a matter, its words become one', async () => {
    const alone = await noted('去问水务站')
    await close()
    const concernId = randomUUID()
    await xiao.must('put-off-commitment', { commitmentId: alone, concernId })
    expect((await room()).concerns).toMatchObject([
      { id: concernId, state: 'recorded', isForNextAgenda: true, text: promise(village).verbatim },
    ])
    await bothSign()
  })
})

test('what was answered and promised after both signatures stands apart from what they signed', async () => {
  const [lamp, well] = [await raised('路灯不亮'), await raised('井盖松了')]
  const kept = await noted('换三盏路灯')
  await nodded(kept)
  await close()
  await bothSign()
  await xiao.must('answer-concern', { concernId: lamp, answer: '明天派人来看。' })
  const township = await village.as('赵明')
  await township.must('answer-concern', { concernId: well, answer: '镇里换。' })
  const printed = await page()
  expect(printed.match(/还没有结果/g)).toHaveLength(2)
  expect(printed).not.toContain('当场答了')
  expect(printed.match(/签字以后：[^明镇]*有答复了[^明镇]*(明天派人来看|镇里换)/g)).toHaveLength(2)
  expect(printed).toContain('换三盏路灯')
})

test('after both signatures an erratum is a version of its own: reason, both signatures again, the old one readable', async () => {
  const kept = await noted('换三盏路灯')
  await nodded(kept)
  await close()
  await bothSign()
  await xiao.must('open-erratum', { meetingId: evening.meetingId, reason: '漏了井盖一件' })
  expect((await room()).meeting).toMatchObject({ phase: 'closed', isFrozen: false, minutesVersion: 2 })
  expect((await room()).signatures).toEqual([])
  expect(await evening.facilitator.command('reopen-meeting', { meetingId: evening.meetingId })).toMatchObject(
    {
      body: { refused: 'minutes-signed' },
    },
  )
  const added = await noted('换井盖')
  await nodded(added)
  const meanwhile = await page()
  expect(meanwhile).toContain('正在更正')
  expect(meanwhile).not.toContain('换井盖')
  await bothSign()
  const latest = await page()
  for (const said of ['第 2 版', '漏了井盖一件', '换井盖', 'version=1']) expect(latest).toContain(said)
  const first = await page(1)
  expect(first).toContain('这一版后来更正过')
  expect(first).not.toContain('换井盖')
})

test('what the first has signed does not change before the second signs, and the signature can be taken back for it', async () => {
  const concernId = await raised('路灯不亮')
  await close()
  await signAs(xiao, 'recorder')
  const answer = { concernId, answer: '明天换' }
  expect((await xiao.command('answer-concern', answer)).body.refused).toBe('minutes-half-signed')
  expect((await xiao.command('decline-concern', { concernId, reason: '管不了' })).body.refused).toBe(
    'minutes-half-signed',
  )
  await xiao.must('take-back-signature', { meetingId: evening.meetingId, as: 'recorder' })
  await xiao.must('answer-concern', answer)
  await bothSign()
  expect(await page()).toContain('明天换')
})

test('a matter that an older version called promised without a nod waits again, wherever it is told', async () => {
  const concernId = await raised('路灯不亮')
  await noted('换三盏路灯', concernId)
  await village.context.database.write((work) =>
    work.updateTable('concerns').set({ state: 'promised' }).where('id', '=', concernId).execute(),
  )
  await village.context.database.write((work) => waitAgain(work))
  expect((await room()).concerns).toMatchObject([{ id: concernId, state: 'recorded', settledOn: null }])
})

test('an erratum that only takes a comment into the appendix, or renames an agenda item, is signed', async () => {
  const { meetingId } = evening
  const commentId = randomUUID()
  await xiao.must('post-comment', {
    ...{ commentId, meetingId, text: '巷口的灯也不亮', lane: 'open', channel: 'staff', name: '李婶' },
  })
  await close()
  await bothSign()
  await xiao.must('open-erratum', { meetingId, reason: '漏了一句' })
  expect(await signAs(xiao, 'recorder')).toMatchObject({ body: { refused: 'erratum-unchanged' } })
  await xiao.must('file-comment', { commentId, as: 'appendix', reason: null })
  expect(await xiao.command('cancel-erratum', { meetingId })).toMatchObject({
    body: { refused: 'erratum-changed' },
  })
  await bothSign()
  await xiao.must('open-erratum', { meetingId, reason: '题目写错了' })
  const [item] = (await room()).agenda
  await evening.facilitator.must('rename-agenda-item', {
    ...{ meetingId, agendaItemId: item!.id, title: '换个说法' },
  })
  await bothSign()
})

describe('an erratum opened by mistake', () => {
  const cancel = () => xiao.command('cancel-erratum', { meetingId: evening.meetingId })
  const open = () => xiao.must('open-erratum', { meetingId: evening.meetingId, reason: '按错了' })
  beforeEach(async () => {
    await nodded(await noted('换三盏路灯'))
    await close()
    await bothSign()
  })

  test('is cancelled: both signatures and the version before are in force again, and nothing can be written', async () => {
    const before = await room()
    await open()
    await cancel()
    const after = await room()
    expect(after.meeting).toEqual(before.meeting)
    expect(after.signatures).toEqual(before.signatures)
    const printed = await page()
    expect(printed).not.toContain('正在更正')
    expect(printed).toContain('陈晓')
    expect(await cancel()).toMatchObject({ body: { refused: 'erratum-not-open' } })
  })

  test('is not cancelled once somebody signed it, nor with anything in it that was not signed', async () => {
    await open()
    const added = await noted('换井盖')
    await nodded(added)
    await signAs(xiao, 'recorder')
    expect(await cancel()).toMatchObject({ status: 409, body: { refused: 'erratum-signed' } })
    await xiao.must('take-back-signature', { meetingId: evening.meetingId, as: 'recorder' })
    expect(await cancel()).toMatchObject({ status: 409, body: { refused: 'erratum-changed' } })
    await xiao.must('take-back-confirmation', of(added))
    await xiao.must('drop-commitment', of(added))
    expect(await cancel()).toMatchObject({ status: 200 })
  })

  test('is not signed while nothing in it differs from what both signed', async () => {
    await open()
    const sign = () =>
      xiao.command('sign-minutes', { meetingId: evening.meetingId, as: 'recorder', minutesSeq })
    expect(await sign()).toMatchObject({ status: 409, body: { refused: 'erratum-unchanged' } })
    const added = await noted('换井盖')
    await nodded(added)
    expect(await sign()).toMatchObject({ status: 200 })
    await xiao.must('take-back-signature', { meetingId: evening.meetingId, as: 'recorder' })
    await xiao.must('take-back-confirmation', of(added))
    await xiao.must('drop-commitment', of(added))
    expect(await sign()).toMatchObject({ body: { refused: 'erratum-unchanged' } })
  })

  test('words written meanwhile are put back first', async () => {
    await open()
    minutesSeq = await aLine(xiao, evening.meetingId)
    expect(await cancel()).toMatchObject({ body: { refused: 'erratum-changed' } })
    await bothSign()
    await open()
    await cancel()
    expect((await room()).meeting).toMatchObject({ minutesVersion: 2, erratum: { reason: '按错了' } })
    expect(await page()).toContain('第 2 版')
  })
})

describe('Z, until somebody signs', () => {
  test('the last steps stand in their order, and each is taken back', async () => {
    const [lamp, well, same] = [await raised('路灯'), await raised('井盖'), await raised('路灯也不亮')]
    const kept = await noted('换三盏路灯', lamp)
    await nodded(kept)
    await xiao.must('answer-concern', { concernId: well, answer: '明天垫稳。' })
    await xiao.must('merge-concerns', { concernId: same, intoId: lamp })
    const kinds = async () => (await room()).steps.map(({ kind }: { kind: string }) => kind)
    expect(await kinds()).toEqual(['confirmation', 'outcome', 'merge'])
    await xiao.must('take-back-outcome', { concernId: well })
    await xiao.must('take-back-confirmation', of(kept))
    await xiao.must('take-back-merge', { concernId: same })
    expect(await kinds()).toEqual([])
    const { concerns, commitments } = await room()
    expect(concerns.map(({ state, voices }: { state: string; voices: number }) => [state, voices])).toEqual([
      ['recorded', 1],
      ['recorded', 1],
      ['recorded', 1],
    ])
    expect(commitments).toMatchObject([{ state: 'spoken', confirmedAt: null }])
  })

  test('after the first signature nothing is taken back, until it is taken back itself', async () => {
    const kept = await noted('换三盏路灯')
    await nodded(kept)
    await close()
    await signAs(xiao, 'recorder')
    expect(await xiao.command('take-back-confirmation', of(kept))).toMatchObject({
      body: { refused: 'minutes-half-signed' },
    })
    await xiao.must('take-back-signature', { meetingId: evening.meetingId, as: 'recorder' })
    await xiao.must('take-back-confirmation', of(kept))
    expect(await signAs(xiao, 'recorder')).toMatchObject({ body: { refused: 'promises-unconfirmed' } })
  })
})
