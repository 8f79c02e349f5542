import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('what a place calls its levels is said wherever the ladder speaks, and a village has it from above', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const { placeId, townshipId } = village
  const [recorder, township] = [await village.as('陈晓'), await village.as('赵明')]
  const phone = village.stranger()
  const concernId = randomUUID()
  await recorder.must('raise-concern', matter(meetingId, { concernId }))
  await facilitator.must('offer-matter', { concernId, toPlaceId: townshipId, reason: '要吊车。' })

  const names = { placeId: townshipId, levels: { township: '街道办', village: '社区', grid: '片区' } }
  await township.must('name-levels', names)
  await facilitator.must('name-levels', { levels: { grid: '小组' } })
  const place = (await phone.get(`/api/places/${placeId}`)).body
  expect(place).toMatchObject({
    levels: { township: '街道办', village: '社区', grid: '小组' },
    ownLevels: { grid: '小组' },
  })

  const ladder = await facilitator.read(`/api/places/${placeId}/ladder`)
  expect(ladder.ladder).toMatchObject([{ levelName: '社区' }, { levelName: '街道办' }])
  const story = await facilitator.read(`/api/places/${placeId}/matters/${concernId}`)
  expect(story.ladder.at(-1)).toMatchObject({ id: townshipId, levelName: '街道办' })
  const catalogue = (await phone.get(`/api/places/${placeId}/catalogue`)).body
  expect(catalogue.levels).toMatchObject({ grid: '小组' })
  const ledger = await facilitator.read(`/api/places/${placeId}/ledger`)
  expect(ledger.place.levelName).toBe('社区')
  const file = await fetch(`${village.url}/api/places/${placeId}/ledger.csv?language=zh-Hans`, {
    headers: { cookie: facilitator.cookie ?? '' },
  })
  expect(await file.text()).toContain('社区 柳树湾村')

  await facilitator.must('name-levels', { levels: {} })
  expect((await phone.get(`/api/places/${placeId}`)).body).toMatchObject({
    levels: { grid: '片区' },
    ownLevels: {},
  })
  const refused = await recorder.command('name-levels', { levels: { grid: '片' } })
  expect(refused.body).toMatchObject({ refused: 'not-allowed' })
})
