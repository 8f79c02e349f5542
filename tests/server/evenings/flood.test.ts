import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { GUEST_PACE } from '../../../server/app/config.ts'
import { matter, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('a phone that floods the evening is told to wait a minute, while its neighbours and the desk go on', async () => {
  const village = await openVillage({ guestPace: GUEST_PACE })
  const { facilitator, meetingId, phone } = await openEvening(village)
  const [flooder, neighbour] = [await phone('李婶'), await phone('赵姐')]
  const said = Array.from({ length: GUEST_PACE + 20 }, (_, at) => remark(meetingId, { text: `第${at}句` }))
  const answers = await Promise.all(said.map((one) => flooder.command('post-comment', one)))
  const counts = (status: number): number => answers.filter((answer) => answer.status === status).length
  expect([counts(200), counts(429)]).toEqual([GUEST_PACE, 20])
  const refused = answers.find(({ status }) => status === 429)!
  expect(refused.body).toMatchObject({ refused: 'too-often' })
  expect(refused.body.sentence).toMatch(/一分钟/)

  await neighbour.must('post-comment', remark(meetingId))
  await facilitator.must('post-comment', remark(meetingId, { channel: 'staff', name: '王大爷' }))
  village.clock.advance(61_000)
  await flooder.must('post-comment', remark(meetingId, { text: '又说得上了' }))
})

test('what a phone sends again after a lost answer counts once', async () => {
  const village = await openVillage({ guestPace: GUEST_PACE })
  const { meetingId, phone } = await openEvening(village)
  const villager = await phone('李婶')
  const first = remark(meetingId, { text: '只说了一遍' })
  const commandId = randomUUID()
  for (let time = 0; time < GUEST_PACE + 5; time++)
    expect((await villager.command('post-comment', first, commandId)).status).toBe(200)
})

test('one phone takes everything on that waits, and nobody but the desk hears of it before it is read back', async () => {
  const village = await openVillage({ withPages: true })
  const { facilitator, meetingId, agenda, phone } = await openEvening(village)
  const concernIds = [randomUUID(), randomUUID(), randomUUID()]
  for (const concernId of concernIds) {
    await facilitator.must('raise-concern', matter(meetingId, { concernId, agendaItemId: agenda[0] }))
  }
  const neighbour = await phone('赵姐')
  const inPublic = async () => ({
    wall: await village.stranger().get(`/public/${village.placeId}`),
    ledger: await village.stranger().read(`/api/places/${village.placeId}/ledger`),
    hall: await neighbour.room(meetingId),
  })
  const told = ({ wall, ledger, hall }: Awaited<ReturnType<typeof inPublic>>) => ({
    wall: wall.body,
    ledger: { ...ledger, asOf: 0 },
    hall: { ...hall, asOf: 0 },
  })
  const taker = await phone('李婶')
  const before = told(await inPublic())
  for (const concernId of concernIds) {
    const promise = {
      commitmentId: randomUUID(),
      meetingId,
      concernId,
      measure: '我来办',
      dueOn: '2026-11-30',
    }
    await taker.must('take-on', promise)
  }
  expect(told(await inPublic())).toEqual(before)
  expect((await facilitator.room(meetingId)).commitments).toHaveLength(3)
})
