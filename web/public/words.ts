import { isolating } from '../../shared/kernel/isolates.ts'
import { words as catalogueEn } from '../../shared/words/catalogue.en.ts'
import type { CatalogueWords } from '../../shared/words/catalogue.ts'
import { words as catalogueHans } from '../../shared/words/catalogue.zh-Hans.ts'
import { words as catalogueHant } from '../../shared/words/catalogue.zh-Hant.ts'
import { words as claimEn } from '../../shared/words/claim.en.ts'
import type { ClaimWords } from '../../shared/words/claim.ts'
import { words as claimHans } from '../../shared/words/claim.zh-Hans.ts'
import { words as claimHant } from '../../shared/words/claim.zh-Hant.ts'
import type { Language } from '../../shared/words/language.ts'
import { words as matterEn } from '../../shared/words/matter.en.ts'
import type { MatterWords } from '../../shared/words/matter.ts'
import { words as matterHans } from '../../shared/words/matter.zh-Hans.ts'
import { words as matterHant } from '../../shared/words/matter.zh-Hant.ts'
import { words as monthEn } from '../../shared/words/month.en.ts'
import type { MonthWords } from '../../shared/words/month.ts'
import { words as monthHans } from '../../shared/words/month.zh-Hans.ts'
import { words as monthHant } from '../../shared/words/month.zh-Hant.ts'
import { words as publicEn } from '../../shared/words/public.en.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { words as publicHans } from '../../shared/words/public.zh-Hans.ts'
import { words as publicHant } from '../../shared/words/public.zh-Hant.ts'
import { words as remindersEn } from '../../shared/words/reminders.en.ts'
import type { ReminderWords } from '../../shared/words/reminders.ts'
import { words as remindersHans } from '../../shared/words/reminders.zh-Hans.ts'
import { words as remindersHant } from '../../shared/words/reminders.zh-Hant.ts'
import { words as whoMayEn } from '../../shared/words/who-may.en.ts'
import type { WhoMayWords } from '../../shared/words/who-may.ts'
import { words as whoMayHans } from '../../shared/words/who-may.zh-Hans.ts'
import { words as whoMayHant } from '../../shared/words/who-may.zh-Hant.ts'

/** What the pages for everybody say, in one language. */
export interface Messages {
  readonly language: Language
  readonly general: PublicWords
  readonly catalogue: CatalogueWords
  readonly claim: ClaimWords
  readonly matter: MatterWords
  readonly month: MonthWords
  readonly mailbox: ReminderWords['page']
  readonly whoMay: WhoMayWords
}

export const MESSAGES: Readonly<Record<Language, Messages>> = isolating({
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
