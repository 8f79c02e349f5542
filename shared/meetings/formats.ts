import type { Language } from '../words/language.ts'
import { frameOf, type Frame } from './frame.ts'

/** How an evening runs; formats are rows of this table, not branches in code. */
export interface Format extends Frame {
  readonly name: Readonly<Record<Language, string>>
  /** What the evening is, for the public page and the wall card. */
  readonly rule: Readonly<Record<Language, string>>
  /** What was promised before, then what is talked about. */
  readonly agenda: Readonly<Record<Language, readonly [opening: string, talk: string]>>
}

export const FORMATS: readonly Format[] = [
  {
    ...frameOf('pavilion-talk'),
    name: { 'zh-Hans': '凉亭夜话', 'zh-Hant': '涼亭夜話', en: 'Pavilion talk' },
    rule: {
      'zh-Hans': '坐下来说说心里话。不表决，不催人。能当场答的当场答，答不了的说好谁来办、哪天办好。',
      'zh-Hant': '坐下來說說心裡話。不表決，不催人。能當場答的當場答，答不了的說好誰來辦、哪天辦好。',
      en: 'Sit down and say what is on your mind. No votes, no hurry. What can be answered is answered now; for the rest we agree who does it and by which day.',
    },
    agenda: {
      'zh-Hans': ['上次答应的事', '今晚大家想说的'],
      'zh-Hant': ['上次答應的事', '今晚大家想說的'],
      en: ['What was promised last time', 'What people bring tonight'],
    },
  },
  {
    ...frameOf('stool-council'),
    name: { 'zh-Hans': '小板凳议事会', 'zh-Hant': '小板凳議事會', en: 'Small-stool council' },
    rule: {
      'zh-Hans': '围成一圈，一件一件地议。没说过的先说，每人两分钟。议定的事要有人、有办法、有日子。',
      'zh-Hant': '圍成一圈，一件一件地議。沒說過的先說，每人兩分鐘。議定的事要有人、有辦法、有日子。',
      en: 'In a circle, one matter at a time. Those not yet heard speak first, two minutes each. What is agreed has a person, a way and a day.',
    },
    agenda: {
      'zh-Hans': ['上次答应的事', '今天要议的事'],
      'zh-Hant': ['上次答應的事', '今天要議的事'],
      en: ['What was promised last time', 'What we decide today'],
    },
  },
]

export const formatOf = (key: string): Format => FORMATS.find((format) => format.key === key) ?? FORMATS[0]!

/** What an evening of this format begins with; there is nothing to look back on where nothing was promised. */
export function firstItems(
  { agenda }: Format,
  language: Language,
  isAnythingPromised: boolean,
): readonly string[] {
  return isAnythingPromised ? agenda[language] : agenda[language].slice(1)
}
