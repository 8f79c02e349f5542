import { expect, test } from 'vitest'
import { linked } from '../../shared/ledger/import-owners.ts'

const event = (owner: string, ...others: string[]) => ({
  type: 'commitment-recorded',
  data: { ownerId: null, coOwnerIds: others.map(() => null) },
  words: { owner, coOwners: others.map((name) => ({ name, part: '一份' })) },
})
const owners = [
  { id: 'wang', name: '王建国' },
  { id: 'li1', name: '李强' },
  { id: 'li2', name: '李强' },
  { id: 'clinic', name: '镇卫生院' },
]

test('a name in an old ledger is linked where one person or partner bears it, and is a plain name elsewhere', () => {
  expect(linked([event('王建国', '镇卫生院', '过路人')], owners)).toMatchObject([
    { data: { ownerId: 'wang', coOwnerIds: ['clinic', null] } },
  ])
  expect(linked([event('李强')], owners)).toMatchObject([{ data: { ownerId: null } }])
  const other = { type: 'concern-raised', data: {}, words: {} }
  expect(linked([other], owners)).toEqual([other])
})
