import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const comment = (meetingId: string, text: string) => ({
  commentId: randomUUID(),
  meetingId,
  text,
  lane: 'open',
  channel: 'phone',
  name: '李婶',
})

test('a command sent twice is recorded once and gets its first answer again', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const body = comment(evening.meetingId, '路灯从开春就不亮。')
  const commandId = randomUUID()
  const first = await phone.command('post-comment', body, commandId)
  village.clock.advance(60_000)
  const second = await phone.command('post-comment', body, commandId)
  expect(first.status).toBe(200)
  expect(second).toMatchObject({ status: 200, body: first.body })
  const room = await evening.facilitator.room(evening.meetingId)
  expect(room.comments).toHaveLength(1)
})

test('two hundred retries at once change nothing', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const body = comment(evening.meetingId, '信号不好，按了好多下。')
  const commandId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => phone.command('post-comment', body, commandId)),
  )
  const accepted = answers.filter(({ status }) => status === 200)
  expect(new Set(accepted.map(({ body: receipt }) => receipt.seq)).size).toBe(1)
  expect(answers.filter(({ status }) => ![200, 429].includes(status))).toEqual([])
  expect((await evening.facilitator.room(evening.meetingId)).comments).toHaveLength(1)
})

test('the same id for another wish is refused', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const commandId = randomUUID()
  await phone.command('post-comment', comment(evening.meetingId, '头一句'), commandId)
  const other = await phone.command('post-comment', comment(evening.meetingId, '另一句'), commandId)
  expect(other).toMatchObject({ status: 409, body: { refused: 'command-reused', field: 'Idempotency-Key' } })
})

test('nobody learns from another person’s command id', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const [one, two] = [await evening.phone('李婶'), await evening.phone('赵姐')]
  const commandId = randomUUID()
  await one.command('post-comment', comment(evening.meetingId, '我先说'), commandId)
  const other = await two.command('post-comment', comment(evening.meetingId, '我也说'), commandId)
  expect(other.status).toBe(200)
  expect((await evening.facilitator.room(evening.meetingId)).comments).toHaveLength(2)
})

test('whatever is sent at once, the place counts without a gap', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phones = await Promise.all(Array.from({ length: 8 }, (_, n) => evening.phone(`村民${n}`)))
  await Promise.all(
    phones.flatMap((phone, n) =>
      Array.from({ length: 10 }, (_, m) =>
        phone.must('post-comment', comment(evening.meetingId, `第${n}部手机第${m}句`)),
      ),
    ),
  )
  const rows = await village.context.database.reader
    .selectFrom('journal')
    .select('seq')
    .where('placeId', '=', village.placeId)
    .orderBy('seq')
    .execute()
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
  expect((await evening.facilitator.room(evening.meetingId)).comments).toHaveLength(80)
})

test('words can be erased and the journal still proves what was there', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const { seq } = await phone.must('post-comment', comment(evening.meetingId, '这句以后要抹掉'))
  const { reader } = village.context.database
  const journal = await reader
    .selectFrom('journal')
    .selectAll()
    .where('placeId', '=', village.placeId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  expect(journal.data).not.toContain('抹掉')
  expect(journal.wordsHash).toMatch(/^[0-9a-f]{64}$/)
})
