import type { Language } from '../../shared/words/language.ts'
import { words as boxEn } from '../words/box.en.ts'
import { words as boxHans } from '../words/box.zh-Hans.ts'
import { words as boxHant } from '../words/box.zh-Hant.ts'
import { words as doorEn } from '../words/door.en.ts'
import { words as doorHans } from '../words/door.zh-Hans.ts'
import { words as doorHant } from '../words/door.zh-Hant.ts'
import type { BoxWords } from '../words/box.ts'
import type { DoorWords } from '../words/door.ts'
import type { MineWords } from '../words/mine.ts'
import type { PhoneWords } from '../words/phone.ts'
import { words as mineEn } from '../words/mine.en.ts'
import { words as mineHans } from '../words/mine.zh-Hans.ts'
import { words as mineHant } from '../words/mine.zh-Hant.ts'
import { words as phoneEn } from '../words/phone.en.ts'
import { words as phoneHans } from '../words/phone.zh-Hans.ts'
import { words as phoneHant } from '../words/phone.zh-Hant.ts'
import type { PlainOwnWords } from '../words/plain.ts'
import { words as plainEn } from '../words/plain.en.ts'
import { words as plainHans } from '../words/plain.zh-Hans.ts'
import { words as plainHant } from '../words/plain.zh-Hant.ts'

/** The same sentences as the pages with scripts, and a few of their own. */
export interface PlainWords extends PlainOwnWords {
  readonly door: DoorWords
  readonly phone: PhoneWords
  readonly mine: MineWords
  readonly box: BoxWords
}

export const PLAIN_WORDS: Readonly<Record<Language, PlainWords>> = {
  'zh-Hans': { door: doorHans, phone: phoneHans, mine: mineHans, box: boxHans, ...plainHans },
  'zh-Hant': { door: doorHant, phone: phoneHant, mine: mineHant, box: boxHant, ...plainHant },
  en: { door: doorEn, phone: phoneEn, mine: mineEn, box: boxEn, ...plainEn },
}
