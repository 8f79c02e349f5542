import { expect, test } from 'vitest'
import { coOwnersIn, withNameFor } from '../../../shared/ledger/import/import-co-owners.ts'
import { linker } from '../../../shared/ledger/import/import-owners.ts'

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
  expect(linker(owners)([event('王建国', '镇卫生院', '过路人')])).toMatchObject([
    { data: { ownerId: 'wang', coOwnerIds: ['clinic', null] } },
  ])
  expect(linker(owners)([event('李强')])).toMatchObject([{ data: { ownerId: null } }])
  const other = { type: 'concern-raised', data: {}, words: {} }
  expect(linker(owners)([other])).toEqual([other])
})

test('whoever was chosen among several of one name is linked, and nobody who is not known here', () => {
  const chosen = (ownerId: string) => ({ ...event('李强'), data: { ownerId, coOwnerIds: [] } })
  expect(linker(owners)([chosen('li2')])).toMatchObject([{ data: { ownerId: 'li2' } }])
  expect(linker(owners)([chosen('somebody')])).toMatchObject([{ data: { ownerId: null } }])
})

test('one of several names in a cell is put right, and what the others do stays', () => {
  expect(withNameFor('老王、镇卫生院', '老王', '王建国（东头21号）')).toBe('王建国（东头21号）、镇卫生院')
  expect(withNameFor('老王：挖沟；李强：运土', '李强', '李强（西头3号·西片）')).toBe(
    '老王：挖沟；李强（西头3号·西片）：运土',
  )
  expect(withNameFor('老王家、老王', '老王', '王建国')).toBe('老王家、王建国')
  expect(coOwnersIn('李强（西头3号、4号），老王', '修桥').map(({ name }) => name)).toEqual([
    '李强（西头3号、4号）',
    '老王',
  ])
})
