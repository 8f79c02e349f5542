import { expect, test } from 'vitest'
import { openLampLedger } from '../support/lamp-ledger.ts'

test('supervision reminds, asks and comments: everybody reads it, and whoever promised is told once', async () => {
  const { village, promised, path } = await openLampLedger()
  const zhou = await village.as('周志强')
  const wang = await village.as('王建国')
  const lamp = await promised({}, { text: '路灯不亮' })
  const about = { commitmentId: lamp }
  await zhou.must('remind-owner', { ...about, said: '灯杆那边该去看一眼了。' })
  await zhou.must('request-evidence', { ...about, said: '换好的灯拍张照片。' })
  await zhou.must('comment-on-commitment', { ...about, said: '乡亲们都等着。' })
  const ledger = await village.stranger().get(path)
  expect(ledger.body.progress).toMatchObject([
    { kind: 'reminder', text: '灯杆那边该去看一眼了。' },
    { kind: 'evidence-request' },
    { kind: 'comment' },
  ])
  const { events } = await wang.read(`/api/places/${village.placeId}/matters/${lamp}`)
  const steps = events.filter(({ type }: { type: string }) => type === 'commitment-supervised')
  expect(steps).toHaveLength(3)
  expect(steps[0].words.byPost).toContain('监委会主任')
  const notices = await wang.read(`/api/places/${village.placeId}/notices`)
  expect(notices.own.filter(({ kind }: { kind: string }) => kind === 'supervision')).toHaveLength(3)
  const other = await (await village.as('刘会计')).read(`/api/places/${village.placeId}/notices`)
  expect(other.own.filter(({ kind }: { kind: string }) => kind === 'supervision')).toEqual([])
})

test('a countersigned month says so on its public sheet and to whoever asks for it', async () => {
  const { village } = await openLampLedger()
  const zhou = await village.as('周志强')
  await zhou.must('countersign-month', { month: '2026-10' })
  const list = await village.stranger().get(`/api/places/${village.placeId}/countersigns`)
  expect(list.body.countersigns).toMatchObject([{ month: '2026-10', name: '周志强' }])
  expect(list.body.countersigns[0].post).toContain('监委会主任')
})
