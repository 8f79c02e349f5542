import { expect, test } from 'vitest'
import { byName, ownerSuggester, type KnownOwner } from '../../../shared/people/roster/owner-suggestions.ts'

const owner = (name: string, ...titles: string[]): KnownOwner => ({
  ...{ id: name + titles.join(), name, titles },
  shown: titles.includes('保洁') ? `${name}（保洁）` : name,
})
const OWNERS = [
  owner('王建国', '村书记'),
  owner('刘梅', '村委会主任'),
  owner('刘德才', '妇联主任'),
  owner('刘小满'),
  owner('欧阳春', '会计'),
  owner('李四'),
  owner('青石镇供电所'),
  owner('赵大', '第一网格网格员'),
  owner('孙二'),
  owner('孙二', '保洁'),
]

test.each([
  ['老王', ['王建国']],
  ['王书记', ['王建国']],
  ['村书记', ['王建国']],
  ['书记', ['王建国']],
  ['王师傅', ['王建国']],
  ['刘主任', ['刘梅', '刘德才']],
  ['老刘', ['刘梅', '刘德才', '刘小满']],
  ['劉主任', ['刘梅', '刘德才']],
  ['欧阳会计', ['欧阳春']],
  ['老欧阳', ['欧阳春']],
  ['村委会李四', ['李四']],
  ['李 四（二组）', ['李四']],
  ['供电所', ['青石镇供电所']],
  ['建国', ['王建国']],
  ['网格员', ['赵大']],
  ['孙二', ['孙二', '孙二']],
])('%s may mean %j', (name, meant) => {
  expect(ownerSuggester(OWNERS)(name).map((one) => one.name)).toEqual(meant)
})

test.each(['', '王', '周七', '县水利局', '老周'])('%j is left a plain name', (name) => {
  expect(ownerSuggester(OWNERS)(name)).toEqual([])
})

test('a name is the same however it is spaced and in either script, and two people of one name are nobody', () => {
  expect(byName(OWNERS)('劉　梅')?.name).toBe('刘梅')
  expect(byName(OWNERS)('孙二')).toBeNull()
  expect(byName(OWNERS)('孙二（保洁）')?.titles).toEqual(['保洁'])
})
