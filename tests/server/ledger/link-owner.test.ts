import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { storyOf } from '../../../web/ledger/matter/story/story.ts'
import { words as ledger } from '../../../web/words/ledger/ledger.zh-Hans.ts'
import { story } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** A promise whose owner and helper are only names, read back and nodded to. */
async function plainlyOwned(village: Village) {
  const [facilitator, recorder] = [await village.as('陈静'), await village.as('陈晓')]
  const { meetingId } = await openEvening(village)
  const commitmentId = randomUUID()
  const coOwners = [{ personId: null, name: '水管站', part: '接水管', dueOn: null }]
  const names = { ownerId: null, owner: '老王', coOwners }
  await recorder.must('record-commitment', promise(village, { meetingId, commitmentId, ...names }))
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const inLedger = async () => {
    const { commitments } = await recorder.read(`/api/places/${village.placeId}/ledger`)
    return commitments.find(({ id }: { id: string }) => id === commitmentId)
  }
  return { facilitator, recorder, meetingId, commitmentId, inLedger }
}

test('who was only a name is found by what is theirs from then on, and what was written stays', async () => {
  const village = await openVillage()
  const { recorder, commitmentId, inLedger } = await plainlyOwned(village)
  const owner = await village.as('王建国')
  const mine = `/api/places/${village.placeId}/ledger?view=mine`
  expect((await owner.read(mine)).matters).toEqual([])
  await recorder.must('link-owner', { commitmentId, coOwner: null, personId: village.people['王建国'] })
  expect(await inLedger()).toMatchObject({ owner: '老王', ownerId: village.people['王建国'] })
  expect((await owner.read(mine)).matters).toHaveLength(1)
  const view = await recorder.read(`/api/places/${village.placeId}/matters/${commitmentId}`)
  const lines = storyOf(view, { ...ledger, ...story }, 'Asia/Shanghai').map(({ line }) => line)
  expect(lines).toContain('「老王」连到了名册上的王建国')
})

test('whoever promises is not quoted with the words of whoever raised the matter', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const asked = matter(meetingId, { text: '我家门口的灯黑了半年，晚上不敢出门。' })
  await facilitator.must('raise-concern', asked)
  const commitmentId = randomUUID()
  const about = { meetingId, commitmentId, concernId: asked.concernId }
  const said = { measure: '换一盏灯', verbatim: asked.text }
  await facilitator.must('record-commitment', promise(village, { ...about, ...said }))
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const view = await facilitator.read(`/api/places/${village.placeId}/matters/${asked.concernId}`)
  const steps = storyOf(view, { ...ledger, ...story }, 'Asia/Shanghai')
  expect(steps.filter(({ quote }) => quote === asked.text)).toHaveLength(1)
  expect(steps.find(({ line }) => line.includes('点头答应'))!.quote).toBe('换一盏灯')
})

test('a helper is linked to a partner, once, and to nobody who is not known here', async () => {
  const village = await openVillage()
  const { facilitator, recorder, commitmentId, inLedger } = await plainlyOwned(village)
  const partnerId = randomUUID()
  await facilitator.must('write-partner', { partnerId, name: '青石水管站', kind: 'firm', takesOn: '接水管' })
  const link = (body: object) => recorder.command('link-owner', { commitmentId, coOwner: 0, ...body })
  expect((await link({ personId: randomUUID() })).body).toMatchObject({
    ...{ refused: 'not-found', field: 'personId' },
  })
  expect((await link({ personId: partnerId })).status).toBe(200)
  expect((await inLedger()).coOwners).toMatchObject([{ name: '水管站', personId: partnerId }])
  expect((await link({ personId: partnerId })).body).toMatchObject({ refused: 'owner-linked' })
  expect((await link({ coOwner: 3, personId: partnerId })).body).toMatchObject({
    ...{ refused: 'not-found', field: 'coOwner' },
  })
})

test('nobody but who keeps the record says whose a name is, and the public does not read it', async () => {
  const village = await openVillage()
  const { recorder, commitmentId } = await plainlyOwned(village)
  const personId = village.people['王建国']!
  const asked = { commitmentId, coOwner: null, personId }
  const cadre = await village.as('王建国')
  expect((await cadre.command('link-owner', asked)).body).toMatchObject({ refused: 'not-allowed' })
  await recorder.must('link-owner', asked)
  const view = await village.stranger().read(`/api/places/${village.placeId}/matters/${commitmentId}`)
  expect(JSON.stringify(view.events)).not.toContain('王建国')
  expect(
    storyOf(view, { ...ledger, ...story }, 'Asia/Shanghai').some(({ line }) => line.includes('名册')),
  ).toBe(false)
})
