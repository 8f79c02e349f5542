import type { Language } from '../../shared/words/language.ts'
import { words as boxEn } from '../words/box/box.en.ts'
import { words as boxHans } from '../words/box/box.zh-Hans.ts'
import { words as boxHant } from '../words/box/box.zh-Hant.ts'
import { words as doorEn } from '../words/phone/door.en.ts'
import { words as doorHans } from '../words/phone/door.zh-Hans.ts'
import { words as doorHant } from '../words/phone/door.zh-Hant.ts'
import { words as overEn } from '../words/phone/over.en.ts'
import { words as overHans } from '../words/phone/over.zh-Hans.ts'
import { words as overHant } from '../words/phone/over.zh-Hant.ts'
import type { BoxWords } from '../words/box/box.ts'
import type { DoorWords } from '../words/phone/door.ts'
import type { MineWords } from '../words/box/mine.ts'
import type { OverWords } from '../words/phone/over.ts'
import type { PhoneWords } from '../words/phone/phone.ts'
import { words as mineEn } from '../words/box/mine.en.ts'
import { words as mineHans } from '../words/box/mine.zh-Hans.ts'
import { words as mineHant } from '../words/box/mine.zh-Hant.ts'
import { words as phoneEn } from '../words/phone/phone.en.ts'
import { words as phoneHans } from '../words/phone/phone.zh-Hans.ts'
import { words as phoneHant } from '../words/phone/phone.zh-Hant.ts'
import type { PlainOwnWords } from '../words/plain/plain.ts'
import { words as plainEn } from '../words/plain/plain.en.ts'
import { words as plainHans } from '../words/plain/plain.zh-Hans.ts'
import { words as plainHant } from '../words/plain/plain.zh-Hant.ts'

/** The same sentences as the pages with scripts, and a few of their own. */
export interface PlainWords extends PlainOwnWords {
  readonly door: DoorWords
  readonly phone: PhoneWords
  readonly over: OverWords
  readonly mine: MineWords
  readonly box: BoxWords
}

export const PLAIN_WORDS: Readonly<Record<Language, PlainWords>> = {
  'zh-Hans': { door: doorHans, phone: phoneHans, over: overHans, mine: mineHans, box: boxHans, ...plainHans },
  'zh-Hant': { door: doorHant, phone: phoneHant, over: overHant, mine: mineHant, box: boxHant, ...plainHant },
  en: { door: doorEn, phone: phoneEn, over: overEn, mine: mineEn, box: boxEn, ...plainEn },
}
