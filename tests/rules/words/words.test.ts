import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES, refuse } from '../../../shared/kernel/refusal.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import { chineseNumber } from '../../../shared/kernel/text/chinese-number.ts'
import { languageFrom } from '../../../shared/words/language.ts'
import { sentences as english } from '../../../shared/words/refusals.en.ts'
import { sentences as simplified } from '../../../shared/words/refusals.zh-Hans.ts'
import { sentences as traditional } from '../../../shared/words/refusals.zh-Hant.ts'
import { FIELD_NAMES, sentenceOf, type RefusalWords } from '../../../shared/words/sentence.ts'

const LANGUAGES: readonly (readonly [string, RefusalWords])[] = [
  ['zh-Hans', simplified],
  ['zh-Hant', traditional],
  ['en', english],
]
const blanks = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort()

// Some letters of these sentences that Traditional readers write differently.
const SIMPLIFIED_LETTERS =
  /[这个时间还没进码语话说请写错两记录点头开关网页号墙过发办转问题谁么为会听应认签议级]/u

it('no simplified letter has slipped into the traditional sentences', () => {
  const all = [...Object.values(traditional.sentences), ...Object.values(traditional.fields)]
  expect(all.filter((text) => SIMPLIFIED_LETTERS.test(text))).toEqual([])
})

describe.each(LANGUAGES)('refusals in %s', (language, words) => {
  it.each([...REFUSAL_CODES])('%s is a whole sentence', (code) => {
    const sentence = sentenceOf(refuse(code, 'agenda/1/title', 40), words)
    expect(sentence).toMatch(language === 'en' ? /[.]$/ : /。$/)
    expect(sentence).not.toMatch(/[{}]|undefined/)
    expect(blanks(words.sentences[code])).toEqual(blanks(simplified.sentences[code]))
  })

  it('names every field that people fill in', () => {
    for (const name of FIELD_NAMES) expect(words.fields[name], name).not.toBe('')
  })
})

describe('a refusal', () => {
  it('says which field of which row, and the limit', () => {
    const sentence = sentenceOf(refuse('too-long', 'agenda/1/title', 40), simplified)
    expect(sentence).toBe('「第 2 行的题目」太长了，最多 40 个字，请写短一点。')
  })

  it('tells to say in two parts what was said, and nobody to write a name in two parts', () => {
    expect(sentenceOf(refuse('too-long', 'text', 140), simplified)).toContain('请分成两次写')
    expect(sentenceOf(refuse('too-long', 'name', 30), simplified)).toBe(
      '「名字」太长了，最多 30 个字，请写短一点。',
    )
  })

  it('begins with a capital in English', () => {
    expect(sentenceOf(refuse('field-missing', 'dueOn'), english)).toMatch(/^The day is still empty/)
  })

  it('about a field without a name says "this part"', () => {
    expect(sentenceOf(refuse('field-wrong', 'x/y'), simplified)).toContain('这一项')
  })

  it('takes what stands in a name as it is', () => {
    const odd = { ...simplified, unnamed: '$& {limit}' }
    expect(sentenceOf(refuse('field-missing', 'x', 3), odd)).toContain('「$& ')
  })
})

describe('days in words', () => {
  it('are 12月10日, with the year only where it is another', () => {
    expect(dayInWords('2026-12-10', 'zh-Hans', '2026-11-22')).toBe('12月10日')
    expect(dayInWords('2027-01-05', 'zh-Hans', '2026-11-22')).toBe('2027年1月5日')
    expect(dayInWords('2026-12-10', 'en')).toBe('10 December')
  })

  it('know their weekday', () => {
    expect(weekdayInWords('2026-12-10', 'zh-Hans')).toBe('周四')
    expect(weekdayInWords('2026-12-10', 'zh-Hant')).toBe('週四')
    expect(weekdayInWords('2026-12-10', 'en')).toBe('Thursday')
  })

  it('count in Chinese up to 99', () => {
    expect([1, 10, 11, 20, 36, 99, 100].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '三十六',
      '九十九',
      '100',
    ])
  })
})

describe('the language of a reader', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['en-GB', 'en'],
  ])('%s reads %s', (tag, language) => expect(languageFrom([tag])).toBe(language))

  it('is the first that we speak, and Chinese where we speak none', () => {
    expect(languageFrom(['fr', 'en'])).toBe('en')
    expect(languageFrom(['fr'])).toBe('zh-Hans')
    expect(languageFrom([])).toBe('zh-Hans')
  })
})
