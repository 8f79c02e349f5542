import { describe, expect, test } from 'vitest'
import { namesIn, publicWordsIn, unnamedIn } from '../../../shared/concerns/unnamed.ts'

describe('a name that shall not be public', () => {
  test('is looked for among those who asked to stay unnamed, and only as far as the reader was told', () => {
    const concerns = [
      { lane: 'masked', raisedBy: '李四' },
      { lane: 'masked', raisedBy: null },
      { lane: 'open', raisedBy: '王五' },
    ] as const
    const comments = [
      { lane: 'masked', name: '赵婶' },
      { lane: 'open', name: '钱六' },
    ] as const
    expect(unnamedIn([...concerns, ...comments])).toEqual(['李四', '赵婶'])
    expect(unnamedIn([])).toEqual([])
  })

  test.each([
    ['李四家门口的灯换好了', '李四'],
    ['李 四家门口的灯换好了', '李四'],
    ['刘婶儿说的灯', ' 刘婶 '],
    ['劉嬸說的燈', '刘婶'],
    ['Ｌｉ Ming asked for it', 'li ming'],
    ['LI  MING, of the third row', 'Li Ming'],
    ['李Ming家的灯', 'Ming'],
  ])('is found in 「%s」', (text, name) => {
    expect(namesIn(text, [name])).toEqual([name.trim()])
  })

  test.each([
    ['桥头的灯换好了', '李四'],
    ['木子李\n四号楼', '李四'],
    ['今天王家的灯', '王'],
    ['Lighting in Liming Street', 'Li Ming'],
    ['An old lamp', 'An Ol'],
    ['灯', ''],
  ])('is not found in 「%s」', (text, name) => {
    expect(namesIn(text, [name])).toEqual([])
  })

  test('is told once, however many asked', () => {
    expect(namesIn('李四和赵婶都说了', ['李四', '赵婶', '李四'])).toEqual(['李四', '赵婶'])
  })
})

test('of what a form sends, its public words are read: neither a name in its own field nor words for the staff', () => {
  const fields = {
    concernId: 'm1',
    answer: '今晚去看',
    raisedBy: '李四',
    owner: '李四',
    word: '李四说好',
    unit: null,
  }
  expect(publicWordsIn(fields)).toBe('今晚去看')
  expect(publicWordsIn({ toPlaceId: 'x', reason: '归镇里管', unit: '供电所' })).toBe('归镇里管\n供电所')
})
