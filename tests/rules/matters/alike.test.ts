import { describe, expect, test } from 'vitest'
import { alikeFirst, likeness, piecesOf } from '../../../shared/concerns/alike.ts'
import { folded } from '../../../shared/kernel/text/folding.ts'
import { risingGroups } from '../../../shared/ledger/rising.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { concern, id, PLACE } from '../../support/villages/given.ts'

const matter = (no: number, text: string, facts: Partial<Concern> = {}) =>
  concern({
    id: id(600 + no),
    no,
    text,
    raisedAt: `2026-11-${String(no).padStart(2, '0')}T12:00:00.000Z`,
    ...facts,
  })

const RECORD = [
  matter(1, '村口的路灯从开春就不亮'),
  matter(2, '村口到小学的路灯坏了三盏'),
  matter(3, '村里的捐款一直没有公示'),
  matter(4, '东头水渠堵了，雨天进水'),
  matter(5, 'The WiFi in the village hall is slow'),
]
const found = (text: string) => alikeFirst(text, RECORD).map(({ no }) => no)

describe('already asked', () => {
  test('the same thing in other words is found, the most alike first', () => {
    expect(found('村口路灯不亮')).toEqual([1, 2])
    expect(found('捐款没有公示')).toEqual([3])
  })

  test('whoever types traditional letters finds what stands there in simplified ones', () => {
    expect(found('村口路燈壞了')).toEqual(found('村口路灯坏了'))
    expect(found('東頭水渠堵了')).toEqual([4])
  })

  test('two letters that were typed are enough, one is not', () => {
    expect(found('路灯')).toEqual([1, 2])
    expect(found('灯')).toEqual([])
  })

  test('whole words of Latin letters count, in whatever size', () => {
    expect(found('wifi village hall')).toEqual([5])
    expect(piecesOf('a WiFi')).toEqual(['wifi'])
  })

  test('empty words and marks make nothing alike', () => {
    expect(piecesOf('这个的了吗？！')).toEqual([])
    expect(found('我们想要这个')).toEqual([])
    expect(likeness([], ['路灯'])).toBe(0)
    expect(likeness(['路灯', '不亮', '村口'], ['路灯', '水渠', '堵了'])).toBe(0)
  })

  test('folding changes no letter but traditional ones, size and width', () => {
    expect(folded('路燈ＷiＦi壞了')).toBe('路灯wifi坏了')
    expect(folded('村口的路灯')).toBe('村口的路灯')
  })
})

describe('what rises', () => {
  const at = (placeId: string, one: Concern) => ({ placeId, concern: one })
  const lamps = [
    matter(1, '村口的路灯不亮'),
    matter(2, '村口路灯又坏了不亮'),
    matter(3, '村口的路灯晚上不亮'),
  ]

  test('three matters that are alike are flagged, two of one village are not', () => {
    const other = matter(9, '捐款没有公示')
    const [group, ...more] = risingGroups([...lamps, other].map((one) => at(PLACE, one)))
    expect(more).toEqual([])
    expect(group).toMatchObject({ count: 3, villages: 1, voices: 3, waiting: 3 })
    expect(group!.matters.map(({ no }) => no)).toEqual([3, 2, 1])
    expect(risingGroups(lamps.slice(0, 2).map((one) => at(PLACE, one)))).toEqual([])
  })

  test('two villages are enough', () => {
    const groups = risingGroups([at(PLACE, lamps[0]!), at(id(8), lamps[1]!)])
    expect(groups).toMatchObject([{ count: 2, villages: 2 }])
  })

  test('what was put together with another is counted with it, whatever its words', () => {
    const merged = matter(4, '天黑看不见路', { state: 'merged', mergedIntoId: lamps[0]!.id })
    const into = { ...lamps[0]!, voices: 2 }
    const [group] = risingGroups([into, lamps[1]!, merged].map((one) => at(PLACE, one)))
    expect(group).toMatchObject({ count: 3, voices: 3 })
    expect(group!.matters.map(({ no }) => no)).toEqual([2, 1])
  })

  test('no name leaves, and a group under five is not told of', () => {
    const tagged = (count: number) =>
      Array.from({ length: 6 }, (_, n) =>
        matter(n + 1, '村口的路灯不亮', { raisedBy: '李婶', groups: n < count ? ['elders'] : [] }),
      ).map((one) => at(PLACE, one))
    expect(risingGroups(tagged(4))[0]!.about).toEqual({})
    expect(risingGroups(tagged(5))[0]!.about).toEqual({ elders: 5 })
    expect(JSON.stringify(risingGroups(tagged(5)))).not.toContain('李婶')
  })

  test('the order in which they are given changes nothing', () => {
    const placed = lamps.map((one) => at(PLACE, one))
    expect(risingGroups([...placed].reverse())).toEqual(risingGroups(placed))
  })
})
