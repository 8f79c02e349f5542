import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** A masked matter of the box, its wording recorded, and where everybody reads of it. */
async function maskedMatter(village: Village): Promise<{ phone: Client; concernId: string; path: string }> {
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  const said = matter('', {
    ...{ meetingId: null, channel: 'form', isAgreed: false, raisedBy: '李婶', lane: 'masked' },
    text: '桥头的井盖翘起来了',
  })
  await phone.must('raise-concern', said)
  const mine = () => phone.read(`/api/places/${village.placeId}/mine`)
  expect((await mine()).matters[0].publicPath).toBeNull()
  await (await village.as('陈静')).must('agree-wording', { concernId: said.concernId })
  return { phone, concernId: said.concernId, path: (await mine()).matters[0].publicPath }
}

test('everybody reads of a matter without a script, and a masked name is nowhere on the page', async () => {
  const village = await openVillage({ withPages: true })
  const { phone, concernId, path } = await maskedMatter(village)
  const { meetingId } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const facilitator = await village.as('陈静')
  const spoken = { ...promise(village, { dueOn: '2026-12-05' }), meetingId, concernId }
  await recorder.must('record-commitment', spoken)
  const { body: before } = await village.stranger().get(path)
  expect(before).not.toContain(spoken.measure)
  await facilitator.must('read-back-commitment', { commitmentId: spoken.commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId: spoken.commitmentId })
  await liveUntil(village, '2026-12-12')
  for (const reader of [village.stranger(), phone, facilitator]) {
    const { status, body: page } = await reader.get(path)
    expect(status).toBe(200)
    const body = page.replaceAll('<wbr/>', '')
    for (const words of ['翘起来了', '12月5日', '过了 7 天', '一位村民', spoken.measure])
      expect(body).toContain(words)
    expect(body).not.toMatch(/李婶|<script/)
    expect(body).not.toContain((await phone.read('/api/me')).actor.id)
    expect(body).not.toContain(concernId)
  }
  const { body: wall } = await village.stranger().get(`/public/${village.placeId}`)
  expect(wall).toContain(path)
})

test('everybody reads each time that it was reported done and judged, also when the day stayed', async () => {
  const village = await openVillage({ withPages: true })
  const { phone, concernId, path } = await maskedMatter(village)
  const { meetingId } = await openEvening(village)
  const [facilitator, owner] = [await village.as('陈静'), await village.as('王建国')]
  const spoken = { ...promise(village, { dueOn: '2026-12-20' }), meetingId, concernId }
  const { commitmentId } = spoken
  await facilitator.must('record-commitment', spoken)
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const done = async (day: string, report: string) => {
    await liveUntil(village, day)
    await owner.must('report-done', { commitmentId, report })
  }
  const judge = (answer: string) =>
    phone.must('rate-outcome', {
      ...{ ratingId: randomUUID(), concernId: null, commitmentId, word: null },
      ...(answer === 'not'
        ? { done: 'partly', satisfied: 'not' }
        : { done: 'done', satisfied: 'acceptable' }),
    })
  await done('2026-11-22', '垫平了。')
  await judge('not')
  await done('2026-11-26', '换了新的。')
  await judge('done')
  await liveUntil(village, '2026-11-27')
  await facilitator.must('settle-commitment', { commitmentId })
  const turns = [
    '答应：',
    '说是办好了：垫平了。',
    '提的人评的是：办成了一部分，不满意，12月20日前再办',
    '说是办好了：换了新的。',
    '提的人评的是：办成了，还可以',
    '办结',
  ]
  const { body } = await village.stranger().get(path)
  const story = String(body).split('class="timeline')[1]!
  const told = story.replaceAll(/<[^>]*>/g, '')
  const at = turns.map((turn) => told.indexOf(turn))
  expect(at, told).not.toContain(-1)
  expect(at).toEqual(at.toSorted((one, other) => one - other))
  const [mine] = (await phone.read(`/api/places/${village.placeId}/mine`)).matters
  expect(mine.turns.map(({ kind }: { kind: string }) => kind)).toEqual([
    'reported',
    'reopened',
    'reported',
    'settled',
  ])
  expect(mine.saidYes).toMatchObject([{ commitmentId, by: 'self' }])
})

test('a voice is added by a plain form, counted once for a browser, and found again under my matters', async () => {
  const village = await openVillage({ withPages: true })
  const { path } = await maskedMatter(village)
  const neighbour = Object.assign(village.stranger(), { placeId: village.placeId })
  const press = () => neighbour.send('POST', `${path}/voice`, '', FORM)
  const first = await press()
  expect(first.status).toBe(303)
  expect(first.headers.get('location')).toContain('said=added')
  expect((await press()).headers.get('location')).toContain('said=counted')
  const { body } = await neighbour.get(`${path}?said=added`)
  expect(body).toContain('2 个人说过')
  expect(body).toContain('多算了您一个')
  expect((await neighbour.read(`/api/places/${village.placeId}/mine`)).matters).toMatchObject([
    { isAdded: true },
  ])
})

test('words that nobody has agreed to have no page, whoever guesses its address', async () => {
  const village = await openVillage({ withPages: true })
  const { path, phone, concernId } = await maskedMatter(village)
  await phone.must('withdraw-concern', { concernId })
  expect((await village.stranger().get(path)).status).toBe(404)
  expect((await village.stranger().get(path.slice(0, -1) + '7')).status).toBe(404)
})

test('large letters are chosen by a link, and every public page keeps to them', async () => {
  const village = await openVillage({ withPages: true })
  const { path } = await maskedMatter(village)
  const reader = village.stranger()
  expect((await reader.get(path)).body).toContain('data-mode="notice"')
  await reader.get(`${path}?letters=24`)
  const month = `/public/${village.placeId}/month/2026-11`
  for (const page of [path, `/public/${village.placeId}`, month, `/public/${village.placeId}/catalogue`])
    expect((await reader.get(page)).body, page).toContain('data-mode="elder"')
  await reader.get(`/public/${village.placeId}/box?letters=off`)
  expect((await reader.get(path)).body).toContain('data-mode="notice"')
})

test('the sheet of the box carries an address short enough to be typed', async () => {
  const village = await openVillage({ withPages: true })
  const { body } = await village.stranger().get(`/public/${village.placeId}/box`)
  const [, typed] = /(\/b\/[2-9a-z]{5})/.exec(body)!
  for (const written of [typed!, typed!.toUpperCase().replace('/B/', '/b/')]) {
    const { status, headers } = await village.stranger().get(written)
    expect([status, headers.get('location')]).toEqual([302, `/say/${village.placeId}`])
  }
  expect((await village.stranger().get('/b/zzzzz')).status).toBe(404)
})

test('a promise of an old ledger says so, and that nobody nodded to it', async () => {
  const village = await openVillage({ withPages: true })
  const recorder = await village.as('陈晓')
  const row = {
    ...{ concernId: randomUUID(), commitmentId: randomUUID(), text: '水渠边的井盖丢了', raisedBy: null },
    ...{
      raisedOn: '2025-01-08',
      category: 'environment',
      gridId: null,
      answer: null,
      isDone: false,
      doneOn: null,
    },
    remark: null,
  }
  const days = { firstDueOn: '2025-01-22', dueOn: '2025-01-22', timesMoved: 0, progress: [], report: null }
  const promised = { owner: '刘主任', ownerId: null, coOwners: [], measure: '补一块井盖', ...days }
  const importId = randomUUID()
  await recorder.must('import-ledger', {
    importId,
    rows: [{ ...row, promise: promised }],
  })
  const { body: wall } = await village.stranger().get(`/public/${village.placeId}`)
  const [path] = String(wall).match(/\/public\/[^"?]+\/matter\/[a-z0-9]{12}/) ?? []
  const { body } = await village.stranger().get(path!)
  const page = String(body).replaceAll('<wbr/>', '')
  expect(page).toContain('从老台账收进来：刘主任')
  expect(page).not.toContain('刘主任答应')
  expect(page).toContain('class="timeline years"')
})
