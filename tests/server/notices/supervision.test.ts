import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'

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

test('what supervision asked waits at the desk of whoever may answer, and is gone once answered', async () => {
  const { village, promised, township } = await openLampLedger()
  const zhou = await village.as('周志强')
  const wang = await village.as('王建国')
  const lamp = await promised({}, { text: '路灯不亮' })
  const path = `/api/places/${village.placeId}/supervision`
  expect((await wang.read(path)).questions).toEqual([])
  await township.must('comment-on-commitment', { commitmentId: lamp, said: '灯杆断了几米？' })
  await zhou.must('request-evidence', { commitmentId: lamp, said: '换好的灯拍张照片。' })
  await zhou.must('remind-owner', { commitmentId: lamp, said: '该去看一眼了。' })
  const waiting = await wang.read(path)
  expect(waiting.questions).toMatchObject([
    { kind: 'comment', said: '灯杆断了几米？', askedOn: '2026-11-22', commitment: { id: lamp } },
    { kind: 'evidence-request', said: '换好的灯拍张照片。' },
  ])
  expect(waiting.questions[0].by).toContain('赵明')
  expect(waiting.questions[1].by).toContain('监委会主任')
  // Who asks does not answer, and strangers have no desk.
  expect((await zhou.read(path)).questions).toEqual([])
  expect((await village.stranger().get(path)).body.refused).toBe('not-logged-in')
  await wang.must('add-evidence', { commitmentId: lamp, evidence: '三米二，照片明天补。' })
  expect((await wang.read(path)).questions).toEqual([])
  const story = await township.read(`/api/places/${village.placeId}/matters/${lamp}`)
  expect(story.progress.at(-1)).toMatchObject({ kind: 'evidence', text: '三米二，照片明天补。' })
})

test('a later day that was refused does not vanish: it waits with its reason for whoever promised, at the desk and among their own', async () => {
  const { village, promised, township } = await openLampLedger()
  const [wang, zhou] = [await village.as('王建国'), await village.as('周志强')]
  const lamp = await promised({}, { text: '路灯不亮' })
  const [path, mine] = ['supervision', 'mine'].map((part) => `/api/places/${village.placeId}/${part}`)
  const own = async () => (await wang.read(mine!)).promises[0].refused
  await wang.must('ask-extension', { commitmentId: lamp, dueOn: '2026-12-12', reason: '等灯具' })
  expect(await own()).toBeNull()
  await township.must('refuse-extension', { commitmentId: lamp, reason: '仓库里有灯' })
  const [refused] = (await wang.read(path!)).questions
  expect(refused).toMatchObject({ kind: 'later-day-refused', said: '仓库里有灯', refusedDueOn: '2026-12-12' })
  expect(refused.by).toContain('赵明')
  expect(await own()).toEqual({ dueOn: '2026-12-12', reason: '仓库里有灯' })
  expect((await zhou.read(path!)).questions).toEqual([])
  await wang.must('add-evidence', { commitmentId: lamp, evidence: '灯领到了，周五装。' })
  expect((await wang.read(path!)).questions).toEqual([])
  expect(await own()).toBeNull()
})
