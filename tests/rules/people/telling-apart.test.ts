import { expect, test } from 'vitest'
import { namesApart } from '../../../shared/people/roster/telling-apart.ts'

const one = (id: string, name: string, ...details: string[]) => ({ id, name, details })
const shown = (...bearers: ReturnType<typeof one>[]) => [...namesApart(bearers).values()]

test('whose name is the only one is shown by it', () => {
  expect(shown(one('a', '王三', '东头21号'), one('b', '李四', '村书记'))).toEqual(['王三', '李四'])
})

test('two of one name are told apart by post or household, and where that is the same by the grid as well', () => {
  expect(shown(one('a', '王三', '村书记', '东头1号'), one('b', '王三', '东头21号'))).toEqual([
    '王三（村书记）',
    '王三（东头21号）',
  ])
  expect(shown(one('a', '王三', '21号', '东片'), one('b', '王三', '21号', '西片'))).toEqual([
    '王三（21号·东片）',
    '王三（21号·西片）',
  ])
})

test('of whom nothing else is known is still somebody of their own', () => {
  expect(shown(one('a', '王三'), one('b', '王三'), one('c', '王三', '21号'))).toEqual([
    '王三',
    '王三 2',
    '王三（21号）',
  ])
})
