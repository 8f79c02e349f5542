import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

async function asks(village: Village, text: string): Promise<{ phone: Client; concernId: string }> {
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  const said = matter('', { meetingId: null, channel: 'form', isAgreed: false, text })
  await phone.must('raise-concern', said)
  await (await village.as('陈静')).must('agree-wording', { concernId: said.concernId })
  return { phone, concernId: said.concernId }
}

/** Two phones asked for the same; what was promised is reported done, and an evening looks at it. */
async function reportedForTwo() {
  const village = await openVillage()
  const [first, second] = [await asks(village, '桥头的井盖翘了'), await asks(village, '井盖翘起来绊人')]
  const { facilitator, meetingId } = await openEvening(village)
  await facilitator.must('merge-concerns', { concernId: second.concernId, intoId: first.concernId })
  const spoken = promise(village, { dueOn: '2026-12-05' })
  await facilitator.must('record-commitment', { ...spoken, meetingId, concernId: first.concernId })
  const { commitmentId } = spoken
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  await facilitator.must('close-meeting', { meetingId })
  await liveUntil(village, '2026-12-02')
  await facilitator.must('report-done', { commitmentId, report: '换了新的。' })
  const mine = async ({ phone }: { phone: Client }) =>
    (await phone.read(`/api/places/${village.placeId}/mine`)).matters[0]
  return { village, facilitator, commitmentId, first, second, mine }
}

async function handsCount(
  { village, facilitator, commitmentId }: Awaited<ReturnType<typeof reportedForTwo>>,
  isDone: boolean,
) {
  const agendaItemId = randomUUID()
  const plan = { meetingId: randomUUID(), format: 'pavilion-talk', title: '十二月凉亭夜话' }
  const agenda = [{ agendaItemId, title: '上次答应的事' }]
  await facilitator.must('plan-meeting', { ...plan, onDay: '2026-12-02', agenda })
  await facilitator.must('open-meeting', { meetingId: plan.meetingId })
  const [most, few] = isDone ? [12, 1] : [1, 12]
  await facilitator.must('count-hands', {
    ...{ ratingId: randomUUID(), concernId: null, commitmentId, meetingId: plan.meetingId },
    done: { done: most, partly: 0, not: few },
    satisfied: { satisfied: most, acceptable: 0, not: few },
    tellers: ['周志强', '孙丽'],
  })
  await liveUntil(village, '2026-12-12')
}

const answer = (commitmentId: string) => ({
  ...{ ratingId: randomUUID(), concernId: null, commitmentId },
  ...{ done: 'not', satisfied: 'not', word: null },
})

test('whoever asked is not asked again after the hall said it was done, and may say otherwise', async () => {
  const stage = await reportedForTwo()
  const { first, second, mine, commitmentId } = stage
  await handsCount(stage, true)
  const said = { by: 'hall', done: 'done', satisfied: 'satisfied' }
  for (const one of [first, second])
    expect((await mine(one)).questions).toMatchObject([{ asking: 0, given: null, judged: said }])
  await first.phone.must('rate-outcome', answer(commitmentId))
  expect(await mine(first)).toMatchObject({ saidNo: [{ commitmentId, by: 'self' }], questions: [] })
})

test('whoever asked for the same reads that another said no, and not they themselves', async () => {
  const { first, second, mine, commitmentId } = await reportedForTwo()
  await first.phone.must('rate-outcome', answer(commitmentId))
  expect((await mine(first)).saidNo).toMatchObject([{ commitmentId, by: 'self' }])
  expect((await mine(second)).saidNo).toMatchObject([{ commitmentId, by: 'raiser' }])
})

test('whoever asked reads that it was the hall that said no, and not they themselves', async () => {
  const stage = await reportedForTwo()
  await handsCount(stage, false)
  const { first, mine, commitmentId } = stage
  expect((await mine(first)).saidNo).toMatchObject([{ commitmentId, by: 'hall' }])
})
