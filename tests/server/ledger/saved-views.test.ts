import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openVillage } from '../../support/villages/village.ts'

test('a view of the ledger is kept under a name, follows its person, and is nobody else’s', async () => {
  const village = await openVillage()
  const [wang, township] = [await village.as('王建国'), await village.as('赵明')]
  const view = {
    viewId: randomUUID(),
    placeId: village.placeId,
    name: ' 过了日子的 ',
    question: { view: 'unit', standing: 'overdue', sort: 'moved' },
  }
  expect((await wang.post('/api/saved-views', view)).status).toBe(200)
  expect((await wang.post('/api/saved-views', view)).status).toBe(200)
  const elsewhere = await village.as('王建国')
  expect(await elsewhere.read('/api/saved-views')).toEqual([{ ...view, name: '过了日子的' }])
  expect(await township.read('/api/saved-views')).toEqual([])
  expect((await township.post('/api/saved-views', view)).body).toMatchObject({ refused: 'already-exists' })
  expect((await township.send('DELETE', `/api/saved-views/${view.viewId}`)).status).toBe(404)
  expect((await village.stranger().post('/api/saved-views', view)).status).toBe(401)
  expect((await village.stranger().get('/api/saved-views')).status).toBe(401)
  for (const odd of [
    { name: ' ' },
    { question: { view: 'all', after: 'x' } },
    { question: { sort: 'owner' } },
  ])
    expect((await wang.post('/api/saved-views', { ...view, viewId: randomUUID(), ...odd })).status).toBe(400)
  expect((await wang.send('DELETE', `/api/saved-views/${view.viewId}`)).status).toBe(200)
  expect(await wang.read('/api/saved-views')).toEqual([])
})
