import { isolating } from '../../kernel/text/isolates.ts'
import type { CalendarWords } from '../../ledger/entries.ts'
import type { Language } from '../language.ts'

/** What a subscribed calendar says; few enough words to stand together. */
export const CALENDAR_WORDS: Readonly<Record<Language, CalendarWords>> = isolating({
  'zh-Hans': {
    mineOf: (name) => `${name}答应的事`,
    unitOf: (place) => `${place}答应的事`,
    byOwner: (owner, measure) => `${owner}：${measure}`,
    about: (concern) => `事情：${concern}`,
    who: (owners) => `谁来办：${owners.join('、')}`,
    firstDay: (day) => `头一回说：${day}`,
    moved: (times) => `改期 ${times} 次`,
    ownPart: (part) => `自己那一份：${part}`,
  },
  'zh-Hant': {
    mineOf: (name) => `${name}答應的事`,
    unitOf: (place) => `${place}答應的事`,
    byOwner: (owner, measure) => `${owner}：${measure}`,
    about: (concern) => `事情：${concern}`,
    who: (owners) => `誰來辦：${owners.join('、')}`,
    firstDay: (day) => `頭一回說：${day}`,
    moved: (times) => `改期 ${times} 次`,
    ownPart: (part) => `自己那一份：${part}`,
  },
  en: {
    mineOf: (name) => `Promised by ${name}`,
    unitOf: (place) => `Promised in ${place}`,
    byOwner: (owner, measure) => `${owner}: ${measure}`,
    about: (concern) => `Matter: ${concern}`,
    who: (owners) => `Who does it: ${owners.join(', ')}`,
    firstDay: (day) => `First day named: ${day}`,
    moved: (times) => (times === 1 ? 'Moved once' : `Moved ${times} times`),
    ownPart: (part) => `Own part: ${part}`,
  },
})
