import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { promise } from '../../support/villages/stage.ts'
import { nameChoices, whoIsMeant } from '../../../web/people/names.ts'

test('a partner is chosen as an owner or for a part with its own day; a plain name stays unlinked', async () => {
  const { village, evening, facilitator, recorder, path } = await openLampLedger()
  const [clinic, plant] = [randomUUID(), randomUUID()]
  const partner = { kind: 'hospital', takesOn: '义诊、送药上门' }
  await facilitator.must('write-partner', { partnerId: clinic, name: '镇卫生院', ...partner })
  await facilitator.must('write-partner', { partnerId: plant, name: '供电所', ...partner, kind: 'firm' })
  const roster = await recorder.read(`/api/places/${village.placeId}/roster`)
  expect(roster.partners.map(({ name }: { name: string }) => name).sort()).toEqual(
    ['供电所', '镇卫生院'].sort(),
  )
  const { meetingId } = evening
  const record = (over: object) =>
    recorder.must('record-commitment', promise(village, { meetingId, ...over }))
  const part = { personId: plant, name: '供电所', part: '拉线', dueOn: '2026-12-05' }
  await record({ ownerId: clinic, owner: '镇卫生院', coOwners: [part] })
  await record({ ownerId: null, owner: '过路的热心人' })
  const { commitments } = await recorder.read(path)
  // Both are due on one day; which comes first is left to their random ids.
  const linkedFirst = [...commitments].sort((one) => (one.ownerId === null ? 1 : -1))
  expect(linkedFirst).toMatchObject([
    {
      ownerId: clinic,
      owner: '镇卫生院',
      coOwners: [{ personId: plant, part: '拉线', dueOn: '2026-12-05' }],
    },
    { ownerId: null, owner: '过路的热心人' },
  ])
  await facilitator.must('drop-partner', { partnerId: clinic })
  const no = await recorder.command(
    'record-commitment',
    promise(village, { meetingId, ownerId: clinic, owner: '镇卫生院' }),
  )
  expect(no.body).toMatchObject({ refused: 'not-found' })
  const list = await village.stranger().get(`/api/places/${village.placeId}/partners`)
  expect(list.body.partners).toMatchObject([{ id: plant, name: '供电所', kind: 'firm' }])
})

test('whoever holds a post above is offered as an owner with the place, and the promise is linked', async () => {
  const { village, evening, recorder } = await openLampLedger()
  const roster = await recorder.read(`/api/places/${village.placeId}/roster`)
  const official = roster.above.find(({ name }: { name: string }) => name === '赵明')
  expect(official).toMatchObject({ placeName: '青石镇' })
  const choices = nameChoices(roster)
  expect(choices.find(({ personId }) => personId === official.id)?.shown).toContain('（青石镇，')
  expect(whoIsMeant('赵明', choices)).toMatchObject({ personId: official.id, several: [] })
  const { meetingId } = evening
  const spoken = promise(village, { meetingId, ownerId: official.id, owner: '赵明' })
  await recorder.must('record-commitment', spoken)
  const { commitments } = await recorder.room(meetingId)
  expect(commitments.find(({ id }: { id: string }) => id === spoken.commitmentId)).toMatchObject({
    ownerId: official.id,
    ownerTitle: official.title,
  })
})
