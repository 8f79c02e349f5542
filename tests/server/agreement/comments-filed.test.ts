import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MineView } from '../../../shared/ledger/mine.ts'
import type { Client } from '../../support/running/client.ts'
import { matter, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

interface LeftBehind {
  readonly comments: readonly { comment: { id: string }; meeting: { id: string; phase: string } }[]
}

/** An evening that is over; a phone said three things that nobody looked at, and one that stood on the wall. */
async function anEveningIsOver() {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const phone = await evening.phone()
  const said = { lamp: randomUUID(), bridge: randomUUID(), books: randomUUID() }
  const shown = randomUUID()
  for (const commentId of [...Object.values(said), shown])
    await phone.must('post-comment', remark(meetingId, { commentId }))
  await facilitator.must('show-comment', { commentId: shown })
  await facilitator.must('close-meeting', { meetingId })
  return { village, facilitator, phone, meetingId, said }
}

const leftBehind = async (village: Village, facilitator: Client): Promise<LeftBehind['comments']> =>
  ((await facilitator.read(`/api/places/${village.placeId}/inbox`)) as LeftBehind).comments
const ids = (list: LeftBehind['comments']): string[] => list.map(({ comment }) => comment.id).sort()
const onPhone = async (phone: Client, meetingId: string, id: string) =>
  (await phone.read(`/api/places/${phone.placeId}/meetings/${meetingId}/room?as=phone`)).comments.find(
    (one: { id: string }) => one.id === id,
  )

test('comments that nobody looked at stay listed after closing, each until something became of it', async () => {
  const { village, facilitator, phone, meetingId, said } = await anEveningIsOver()
  expect(ids(await leftBehind(village, facilitator))).toEqual(Object.values(said).sort())
  expect((await leftBehind(village, facilitator))[0]!.meeting).toMatchObject({
    id: meetingId,
    phase: 'closed',
  })

  const concernId = randomUUID()
  await facilitator.must('raise-concern', matter(meetingId, { concernId, commentId: said.lamp }))
  const mine = (await phone.read(`/api/places/${village.placeId}/mine`)) as MineView
  expect(mine.matters.map(({ concern }) => concern.id)).toEqual([concernId])

  await facilitator.must('file-comment', { commentId: said.bridge, as: 'appendix', reason: null })
  expect(await onPhone(phone, meetingId, said.bridge)).toMatchObject({ filedAs: 'appendix' })

  const without = { commentId: said.books, as: 'away', reason: null }
  expect((await facilitator.command('file-comment', without)).body).toMatchObject({
    refused: 'field-missing',
    field: 'reason',
  })
  await facilitator.must('file-comment', { ...without, reason: '上一场回答过了' })
  expect(await leftBehind(village, facilitator)).toEqual([])

  await facilitator.must('unfile-comment', { commentId: said.books })
  expect(ids(await leftBehind(village, facilitator))).toEqual([said.books])
})

test('why a comment was put away is read by its author, and by nobody else', async () => {
  const { village, facilitator, phone, meetingId, said } = await anEveningIsOver()
  const away = { commentId: said.books, as: 'away', reason: '上一场回答过了' }
  expect((await phone.command('file-comment', away)).body.refused).toBe('not-allowed')
  await facilitator.must('file-comment', away)
  expect(await onPhone(phone, meetingId, said.books)).toMatchObject({
    filedAs: 'away',
    filedReason: '上一场回答过了',
  })
  const stranger = Object.assign(village.stranger(), { placeId: village.placeId })
  const page = await stranger.get(`/public/${village.placeId}/minutes/${meetingId}`)
  expect(JSON.stringify(page.body)).not.toContain('上一场回答过了')
})

test('after signing, what was left behind can still become a matter or be put away, but not enter the text', async () => {
  const { village, facilitator, meetingId, said } = await anEveningIsOver()
  const recorder = await village.as('陈晓')
  for (const [who, as] of [
    [facilitator, 'facilitator'],
    [recorder, 'recorder'],
  ] as const)
    await who.must('sign-minutes', { meetingId, as, minutesSeq: 0 })
  const late = await facilitator.command('file-comment', {
    commentId: said.bridge,
    as: 'appendix',
    reason: null,
  })
  expect(late.body.refused).toBe('minutes-signed')
  await facilitator.must('raise-concern', matter(meetingId, { commentId: said.lamp }))
  expect((await facilitator.command('raise-concern', matter(meetingId))).body.refused).toBe('minutes-signed')
  await facilitator.must('file-comment', { commentId: said.books, as: 'away', reason: '上一场回答过了' })
  expect(ids(await leftBehind(village, facilitator))).toEqual([said.bridge])
})
