import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { features } from '../../../server/app/features.ts'
import { carryReminders } from '../../../server/notices/delivery/carrying.ts'
import { postOver } from '../../../server/notices/mail/smtp.ts'
import { openMailReceiver } from '../../support/peers/mail-receiver.ts'
import { json, openReceiver, taken } from '../../support/peers/robot-receiver.ts'
import { dingtalk, setRobot } from '../../support/peers/robot-wish.ts'
import { promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const MINUTES = [0, 1, 5, 30, 120]

/** All five attempts, as a node makes them over a morning. */
async function tryOut(village: Village, receiver: string, mail: ReturnType<typeof postOver>): Promise<void> {
  const failed = (problem: unknown) => {
    throw problem
  }
  for (const minutes of MINUTES) {
    village.clock.advance(minutes * 60_000)
    await carryReminders(village.context, { address: village.url, receiver, mail, failed })
  }
}

test('what did not arrive is told to the staff as far as they may know, and is sent once more by hand', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const [recorder, cadre] = [await village.as('陈晓'), await village.as('王建国')]
  const [receiver, post] = [await openReceiver(), await openMailReceiver()]
  const mail = postOver({ url: post.url, from: 'talk@example.cn', patienceMs: 5_000 })
  const { placeId } = village
  const body = promise(village, { meetingId })
  await recorder.must('record-commitment', body)
  for (const step of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(step, { commitmentId: body.commitmentId })
  const robotId = await setRobot(facilitator)
  const personId = village.people['王建国']
  village.clock.set('2026-12-12T00:20:00.000Z')
  const again = await village.as('陈静')
  const mailbox = { placeId, personId, address: 'wang@example.cn', language: 'zh-Hans' }
  expect((await again.post('/api/mailboxes', mailbox)).status).toBe(200)
  for (const sweep of features.flatMap((feature) => feature.sweeps ?? []))
    await sweep(village.context, placeId)

  receiver.answer(json({ errcode: 310000, errmsg: 'keywords not in content' }))
  post.refuse(550)
  await tryOut(village, receiver.origin, mail)
  const path = `/api/places/${placeId}/robots`
  const group = { receiverId: robotId, to: 'group', state: 'given-up', tries: 5, outcome: 'refused-310000' }
  const asked = { to: 'person', state: 'given-up', tries: 5, outcome: 'refused-550', kinds: [] }
  const seen = (await again.read(path)).undelivered
  expect(seen).toHaveLength(2)
  expect(seen).toContainEqual(expect.objectContaining(group))
  expect(seen).toContainEqual(expect.objectContaining({ ...asked, name: '王建国', receiverId: personId }))
  const other = await (await village.as('刘会计')).read(path)
  expect(other.undelivered).toContainEqual(
    expect.objectContaining({ ...asked, name: null, receiverId: null }),
  )
  expect(JSON.stringify(other)).not.toContain(personId)
  expect(JSON.stringify(seen)).not.toContain('example.cn')

  const onDay = '2026-12-12'
  const wish = `/api/places/${placeId}/deliveries/again`
  expect((await cadre.post(wish, { receiverId: robotId, onDay })).body.refused).toBe('not-allowed')
  expect((await again.post(wish, { receiverId: randomUUID(), onDay })).status).toBe(404)
  receiver.answer(taken)
  post.refuse(null)
  const [groupHeard, mailHeard] = [receiver.heard.length, post.heard.length]
  for (const receiverId of [robotId, personId])
    expect((await again.post(wish, { receiverId, onDay })).status).toBe(200)
  await tryOut(village, receiver.origin, mail)
  expect([receiver.heard.length - groupHeard, post.heard.length - mailHeard]).toEqual([1, 1])
  expect((await again.read(path)).undelivered).toEqual([])
  // What arrived is not sent again.
  expect((await again.post(wish, { receiverId: robotId, onDay })).status).toBe(404)
  village.clock.set('2027-01-13T01:00:00.000Z')
})

test('a group is tried out by hand, in its own format, and never at night', async () => {
  const receiver = await openReceiver()
  const village = await openVillage({ robotReceiver: receiver.origin })
  const facilitator = await village.as('陈静')
  const robotId = randomUUID()
  await facilitator.must('set-robot', { robotId, ...dingtalk() })
  const path = `/api/places/${village.placeId}/robots/${robotId}/test`
  expect(await facilitator.post(path, {})).toMatchObject({ status: 200, body: { outcome: 'sent' } })
  expect(receiver.heard).toHaveLength(1)
  expect(receiver.heard[0]).toMatchObject({ path: '/robot/send', body: { msgtype: 'text' } })
  expect(receiver.heard[0]!.body.text.content).toContain('柳树湾村\n这是试着发的一条')
  expect(receiver.heard[0]!.query.get('sign')).not.toBeNull()

  receiver.answer(json({ errcode: 310000, errmsg: 'sign not match' }))
  expect((await facilitator.post(path, {})).body).toEqual({ outcome: 'refused-310000' })
  const cadre = await village.as('王建国')
  expect((await cadre.post(path, {})).body.refused).toBe('not-allowed')
  expect((await village.stranger().post(path, {})).status).toBe(401)
  const unknown = `/api/places/${village.placeId}/robots/${randomUUID()}/test`
  expect((await facilitator.post(unknown, {})).status).toBe(404)
  village.clock.set('2026-11-22T13:30:00.000Z')
  expect((await facilitator.post(path, {})).body.refused).toBe('quiet-hours')
  expect(receiver.heard).toHaveLength(2)
})
