import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { promise } from '../../support/villages/stage.ts'

test('what the township promised for a village stands on its own echo wall, with the village and its page', async () => {
  const { village, township, promised } = await openLampLedger()
  const mayor = (await township.read('/api/me')).actor.personId
  await promised({}, { text: '路灯不亮' })
  await promised(
    { ownerId: mayor, owner: '赵明', measure: '换三百米水管' },
    { text: '水管漏水', lane: 'masked', raisedBy: '李婶' },
  )
  const wallOf = async (placeId: string): Promise<string> =>
    String((await village.stranger().get(`/public/${placeId}`)).body)
  const wall = await wallOf(village.townshipId)
  const text = wall.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toMatch(/水管漏水 .{0,12}柳树湾村.*赵明.*换三百米水管/)
  expect(wall).toMatch(new RegExp(`/public/${village.placeId}/matter/[a-z0-9]+`))
  expect(text).not.toContain('路灯不亮')
  expect(text).not.toContain('李婶')
  expect(await wallOf(village.placeId)).toContain('换三百米水管')
})

test('what nobody nodded to does not stand there either', async () => {
  const { village, township, recorder, evening } = await openLampLedger()
  const mayor = (await township.read('/api/me')).actor.personId
  const { meetingId } = evening
  await recorder.must(
    'record-commitment',
    promise(village, { meetingId, ownerId: mayor, owner: '赵明', measure: '换三百米水管' }),
  )
  const wall = await village.stranger().get(`/public/${village.townshipId}`)
  expect(String(wall.body)).not.toContain('换三百米水管')
})
