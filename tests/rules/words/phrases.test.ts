import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phrasesOf } from '../../../shared/kernel/text/phrases.ts'

const broken = (text: string): string => phrasesOf(text).join('|')

describe('where a Chinese line may break', () => {
  test('a day, a sum, a part and a percentage stay whole', () => {
    for (const whole of ['12月10日', '80%', '19/8', '3盏', '2026年', '第12号'])
      for (const text of [`我们说${whole}就行`, `${whole}前换好，大家看`, `到了${whole}`])
        expect(phrasesOf(text)).toContainEqual(expect.stringContaining(whole))
  })

  test('names and the words that a dictionary takes apart stay whole', () => {
    for (const name of ['朱德福', '夜话', '晚自习']) expect(phrasesOf(name)).toEqual([name])
  })

  test('a line never begins with what closes, nor ends with what opens, nor begins with a particle', () => {
    for (const phrase of phrasesOf('「路灯坏了」，村里的（东头）人们说：《办法》有吗？').slice(1))
      expect(phrase).not.toMatch(/^[，。、；：？！）》」的了们吗]/u)
    for (const phrase of phrasesOf('他说：「东头（桥边）的灯坏了」').slice(0, -1))
      expect(phrase).not.toMatch(/[（《「]$/u)
  })

  test('the last character of a clause never stands on a line alone', () => {
    expect(broken('路灯从开春就不亮，孩子摸黑走。')).toBe('路灯|从开春|就不亮，|孩子|摸黑走。')
    expect(broken('好，走')).toBe('好，|走')
  })

  test('a clause is a place to break', () => {
    expect(broken('路灯从开春就不亮，孩子下晚自习看不见路')).toContain('，|')
  })

  test('nothing is lost or added, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(phrasesOf(text).join('')).toBe(text)
      }),
    )
  })
})
