import { describe, expect, test } from 'vitest'
import { commands } from '../../../shared/api.ts'
import { namesIn, publicWordsIn, PUBLIC_FIELDS, unnamedIn } from '../../../shared/concerns/unnamed.ts'

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

test('of a promise, also what was said and what the others do of it', () => {
  const coOwners = [{ name: '李四', part: '去李四家量', dueOn: null }]
  const promise = { verbatim: '李四家的灯', measure: '换灯', owner: '李四', coOwners }
  expect(publicWordsIn(promise)).toBe('李四家的灯\n换灯\n去李四家量')
})

/** Names in fields of their own, and what only the staff reads. */
const NOT_PUBLIC = [
  ...['name', 'owner', 'raisedBy', 'speaker', 'venue', 'tellers', 'household', 'grid', 'takesOn'],
  ...['door', 'visited', 'seen', 'need', 'next', 'line', 'word', 'witness', 'address', 'secret'],
  ...['source', 'guidance', 'remark', 'progress'],
  ...['compound', 'village', 'township', 'county'],
]

test('every free text of a command is looked through, or is known to be for the staff or a name', () => {
  const texts = new Set(commands.flatMap(({ body }) => freeTexts(body as Schema, '')))
  const known = [...PUBLIC_FIELDS, ...NOT_PUBLIC]
  expect([...texts].filter((field) => !known.includes(field))).toEqual([])
  expect(known.filter((field) => !texts.has(field))).toEqual([])
})

interface Schema {
  readonly properties?: object
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly 'x-graphemes'?: number
}

function freeTexts(schema: Schema, field: string): readonly string[] {
  if (schema['x-graphemes']) return [field]
  const { properties = {}, anyOf = [], items } = schema
  return [
    ...Object.entries(properties).flatMap(([name, one]) => freeTexts(one as Schema, name)),
    ...[...anyOf, ...(items ? [items] : [])].flatMap((one) => freeTexts(one, field)),
  ]
}
