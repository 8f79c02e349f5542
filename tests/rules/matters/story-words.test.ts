import { expect, test } from 'vitest'
import { STORY_TYPES } from '../../../shared/ledger/matter/matter.ts'
import { type StoryFacts, TOLD_BESIDE } from '../../../web/ledger/matter/story/story-facts.ts'
import { story as english } from '../../../web/words/ledger/parts.en.ts'
import { story as simplified } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { story as traditional } from '../../../web/words/ledger/parts.zh-Hant.ts'

const facts: StoryFacts = {
  ...{
    who: '王建国',
    by: '青石镇镇长 赵明',
    day: '12月10日',
    from: '柳树湾村',
    to: '青石镇',
    unit: '供电所',
  },
  ...{
    times: 2,
    channel: 'call',
    route: 'petition',
    meeting: '十一月夜话',
    isSlow: false,
    supervision: 'reminder' as const,
    as: 'rated',
  },
  isImported: false,
  isOnBehalf: false,
}

test('every kind of step is told in three languages, or by a step beside it', () => {
  for (const words of [simplified, traditional, english]) {
    const tells: Partial<Record<string, (facts: StoryFacts) => string>> = words.tells
    const untold = STORY_TYPES.filter((type) => !(type in TOLD_BESIDE) && !tells[type])
    expect(untold).toEqual([])
    for (const type of Object.keys(tells)) {
      expect(STORY_TYPES, type).toContain(type)
      expect(tells[type]!(facts).trim(), type).not.toBe('')
      expect(tells[type]!(facts), type).not.toMatch(/undefined|\[object/)
    }
  }
})

test('who agreed above is named, and where nobody knows, it is the level above', () => {
  expect(simplified.tells['due-day-moved'](facts)).toContain('青石镇镇长 赵明同意')
  expect(simplified.tells['due-day-moved']({ ...facts, by: '' })).toContain('上一级同意')
  expect(english.tells['commitment-ordered']({ ...facts, by: '' })).toContain('The level above')
})

test('what the staff reported done for somebody is not told as their own report', () => {
  const told = simplified.tells['commitment-done']
  expect(told({ ...facts, isOnBehalf: true })).toBe('工作人员代王建国报办成了')
  expect(told(facts)).toBe('王建国报办成了')
})
