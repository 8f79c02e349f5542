import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Language } from '../../shared/words/language.ts'
import { reminders as remindersEn } from '../../shared/words/outgoing.en.ts'
import { type ReminderWords, reminders as remindersHans } from '../../shared/words/outgoing.zh-Hans.ts'
import { reminders as remindersHant } from '../../shared/words/outgoing.zh-Hant.ts'
import {
  plain as plainEn,
  matter as matterEn,
  month as monthEn,
  general as publicEn,
} from '../../shared/words/public.en.ts'
import {
  type PlainOwnWords,
  plain as plainHans,
  type MatterWords,
  type MonthWords,
  type PublicWords,
  matter as matterHans,
  month as monthHans,
  general as publicHans,
} from '../../shared/words/public.zh-Hans.ts'
import {
  plain as plainHant,
  matter as matterHant,
  month as monthHant,
  general as publicHant,
} from '../../shared/words/public.zh-Hant.ts'
import { words as whoMayEn } from '../../shared/words/who-may.en.ts'
import { type WhoMayWords, words as whoMayHans } from '../../shared/words/who-may.zh-Hans.ts'
import { words as whoMayHant } from '../../shared/words/who-may.zh-Hant.ts'
import { words as boxEn } from './box/box.en.ts'
import { type BoxWords, words as boxHans } from './box/box.zh-Hans.ts'
import { words as boxHant } from './box/box.zh-Hant.ts'
import { words as mineEn } from './box/mine.en.ts'
import { type MineWords, words as mineHans } from './box/mine.zh-Hans.ts'
import { words as mineHant } from './box/mine.zh-Hant.ts'
import { words as doorEn } from './phone/door.en.ts'
import { type DoorWords, words as doorHans } from './phone/door.zh-Hans.ts'
import { words as doorHant } from './phone/door.zh-Hant.ts'
import { words as phoneEn } from './phone/phone.en.ts'
import { type PhoneWords, words as phoneHans } from './phone/phone.zh-Hans.ts'
import { words as phoneHant } from './phone/phone.zh-Hant.ts'
import { claim as claimEn, over as overEn } from './phone/villagers.en.ts'
import {
  type ClaimWords,
  type OverWords,
  claim as claimHans,
  over as overHans,
} from './phone/villagers.zh-Hans.ts'
import { claim as claimHant, over as overHant } from './phone/villagers.zh-Hant.ts'
import { catalogue as catalogueEn } from './village/place.en.ts'
import { type CatalogueWords, catalogue as catalogueHans } from './village/place.zh-Hans.ts'
import { catalogue as catalogueHant } from './village/place.zh-Hant.ts'

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

/** What the pages for everybody say, in one language. */
export interface PublicMessages {
  readonly language: Language
  readonly general: PublicWords
  readonly catalogue: CatalogueWords
  readonly claim: ClaimWords
  readonly matter: MatterWords
  readonly month: MonthWords
  readonly mailbox: ReminderWords['page']
  readonly whoMay: WhoMayWords
}

export const PUBLIC_MESSAGES: Readonly<Record<Language, PublicMessages>> = isolating({
  'zh-Hans': {
    language: 'zh-Hans',
    general: publicHans,
    ...{ catalogue: catalogueHans, claim: claimHans, matter: matterHans, month: monthHans },
    mailbox: remindersHans.page,
    whoMay: whoMayHans,
  },
  'zh-Hant': {
    language: 'zh-Hant',
    general: publicHant,
    ...{ catalogue: catalogueHant, claim: claimHant, matter: matterHant, month: monthHant },
    mailbox: remindersHant.page,
    whoMay: whoMayHant,
  },
  en: {
    language: 'en',
    general: publicEn,
    ...{ catalogue: catalogueEn, claim: claimEn, matter: matterEn, month: monthEn },
    mailbox: remindersEn.page,
    whoMay: whoMayEn,
  },
})
