import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemesOf, isBlank, partsOf } from '../../replay/transcript/parts.ts'
import { parseTranscript } from '../../replay/transcript/transcript.ts'

const FAMILY = '👩‍👩‍👧‍👦'

test('a short speech is one comment', () => {
  expect(partsOf('路灯从开春就不亮。')).toEqual(['路灯从开春就不亮。'])
})

test('a long speech is cut where a sentence ends', () => {
  const sentence = '天一黑，村东头就没人敢走。'
  const parts = partsOf(sentence.repeat(30))
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.every((part) => part.endsWith('。'))).toBe(true)
})

test('without an end of a sentence a comma will do, without a comma anywhere between two characters', () => {
  expect(partsOf('灯，'.repeat(100))[0]!.endsWith('，')).toBe(true)
  expect(partsOf('灯'.repeat(300)).map((part) => part.length)).toEqual([140, 140, 20])
})

test('a family with joiners counts once and is never torn apart', () => {
  const parts = partsOf(FAMILY.repeat(300))
  expect(parts.map((part) => graphemesOf(part).length)).toEqual([140, 140, 20])
  expect(parts.every((part) => part.length % FAMILY.length === 0)).toBe(true)
})

test('a speech without anything to read has no comments', () => {
  expect(partsOf('')).toEqual([])
  expect(partsOf(' \n\u200f')).toEqual([])
})

test('a line break at the limit goes with a neighbour', () => {
  const text = `${'灯'.repeat(140)}\n${'路'.repeat(140)}\n`
  const parts = partsOf(text)
  expect(parts.join('')).toBe(text)
  expect(parts.some(isBlank)).toBe(false)
  expect(Math.max(...parts.map((part) => graphemesOf(part).length))).toBeLessThanOrEqual(140)
})

test('whatever is said, its parts joined again are what was said', () => {
  const word = fc.constantFrom(
    '灯',
    '𠮷',
    FAMILY,
    '🇹🇼',
    'e\u0301',
    '。',
    '？',
    '，',
    ' ',
    '\n',
    'a',
    '\u200fم',
    '」',
  )
  const speech = fc
    .array(word, { maxLength: 600 })
    .map((words) => words.join('').replace(/(\s)\s+/g, '$1'))
    .filter((text) => !isBlank(text))
  fc.assert(
    fc.property(speech, (text) => {
      const parts = partsOf(text)
      expect(parts.join('')).toBe(text)
      expect(parts.some(isBlank)).toBe(false)
      expect(parts.every((part) => graphemesOf(part).length <= 140)).toBe(true)
    }),
  )
})

test.each(['liushuwan-2026-11-22', 'odd'])('every speech of %s can be sent as comments', (name) => {
  const xml = readFileSync(new URL(`../../evenings/${name}.an.xml`, import.meta.url), 'utf8')
  for (const { text } of parseTranscript(xml).speeches) {
    const parts = partsOf(text)
    expect(parts.join('')).toBe(isBlank(text) ? '' : text)
    expect(parts.every((part) => graphemesOf(part).length <= 140)).toBe(true)
  }
})
