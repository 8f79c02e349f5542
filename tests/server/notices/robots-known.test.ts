import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { features } from '../../../server/app/features.ts'
import { carryReminders } from '../../../server/notices/delivery/carrying.ts'
import { openReceiver } from '../../support/peers/robot-receiver.ts'
import { dingtalk } from '../../support/peers/robot-wish.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('the staff see which groups are reminded, nobody ever sees the address again', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const robot = { robotId: randomUUID(), ...dingtalk() }
  await evening.facilitator.must('set-robot', robot)
  const path = `/api/places/${village.placeId}/robots`
  const cadre = await village.as('王建国')
  const seen = await cadre.read(path)
  expect(seen.robots).toEqual([
    {
      ...{ id: robot.robotId, kind: 'dingtalk', language: 'zh-Hans', isSigned: true },
      ...{ host: 'oapi.dingtalk.com', ending: robot.address.slice(-4), setAt: expect.any(String) },
    },
  ])
  expect(JSON.stringify(seen)).not.toContain(robot.address.slice(-20, -4))
  expect((await village.stranger().get(path)).status).toBe(401)
  const phone = await evening.phone('李婶')
  expect((await phone.get(path)).body.refused).toBe('not-allowed')
  const again = await evening.facilitator.command('set-robot', { ...robot, robotId: randomUUID() })
  expect(again.body).toMatchObject({ refused: 'already-exists', field: 'address' })
  await evening.facilitator.must('remove-robot', { robotId: robot.robotId })
  const { reader } = village.context.database
  const words = await reader.selectFrom('eventWords').select('words').execute()
  expect(words.filter((one) => one.words.includes('oapi.dingtalk.com'))).toEqual([])
  expect((await cadre.read(path)).robots).toEqual([])
})

test('a matter handed up is told in the group of the township, not in that of the village', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const township = await village.as('赵明')
  const receiver = await openReceiver()
  const [ours, theirs] = [dingtalk(), dingtalk()]
  await facilitator.must('set-robot', { robotId: randomUUID(), ...ours })
  await township.must('set-robot', { placeId: village.townshipId, robotId: randomUUID(), ...theirs })
  const concernId = randomUUID()
  await facilitator.must('raise-concern', matter(meetingId, { concernId, text: '县道边的沟塌了' }))
  await facilitator.must('offer-matter', { concernId, toPlaceId: village.townshipId, reason: '归镇里管。' })
  for (const sweep of features.flatMap((feature) => feature.sweeps ?? []))
    await sweep(village.context, village.placeId)
  village.clock.set('2026-11-23T01:00:00.000Z')
  const failed = (problem: unknown) => {
    throw problem
  }
  await carryReminders(village.context, { address: village.url, receiver: receiver.origin, failed })
  expect(receiver.heard.map(({ query }) => query.get('access_token'))).toEqual([
    theirs.address.split('=').at(-1),
  ])
  const { content } = receiver.heard[0]!.body.text
  expect(content).toContain('「县道边的沟塌了」，柳树湾村交过来了，请在')
  expect(content).toContain(`${village.url}/ledger?place=${village.placeId}#${concernId}`)
})
