import { isolating } from '../../shared/kernel/text/isolates.ts'
import { words as catalogueEn } from '../../shared/words/public/catalogue.en.ts'
import type { CatalogueWords } from '../../shared/words/public/catalogue.ts'
import { words as catalogueHans } from '../../shared/words/public/catalogue.zh-Hans.ts'
import { words as catalogueHant } from '../../shared/words/public/catalogue.zh-Hant.ts'
import { words as claimEn } from '../../shared/words/matter/claim.en.ts'
import type { ClaimWords } from '../../shared/words/matter/claim.ts'
import { words as claimHans } from '../../shared/words/matter/claim.zh-Hans.ts'
import { words as claimHant } from '../../shared/words/matter/claim.zh-Hant.ts'
import type { Language } from '../../shared/words/language.ts'
import { words as matterEn } from '../../shared/words/matter/matter.en.ts'
import type { MatterWords } from '../../shared/words/matter/matter.ts'
import { words as matterHans } from '../../shared/words/matter/matter.zh-Hans.ts'
import { words as matterHant } from '../../shared/words/matter/matter.zh-Hant.ts'
import { words as monthEn } from '../../shared/words/public/month.en.ts'
import type { MonthWords } from '../../shared/words/public/month.ts'
import { words as monthHans } from '../../shared/words/public/month.zh-Hans.ts'
import { words as monthHant } from '../../shared/words/public/month.zh-Hant.ts'
import { words as publicEn } from '../../shared/words/public/public.en.ts'
import type { PublicWords } from '../../shared/words/public/public.ts'
import { words as publicHans } from '../../shared/words/public/public.zh-Hans.ts'
import { words as publicHant } from '../../shared/words/public/public.zh-Hant.ts'
import { words as remindersEn } from '../../shared/words/outgoing/reminders.en.ts'
import type { ReminderWords } from '../../shared/words/outgoing/reminders.ts'
import { words as remindersHans } from '../../shared/words/outgoing/reminders.zh-Hans.ts'
import { words as remindersHant } from '../../shared/words/outgoing/reminders.zh-Hant.ts'
import { words as whoMayEn } from '../../shared/words/public/who-may.en.ts'
import type { WhoMayWords } from '../../shared/words/public/who-may.ts'
import { words as whoMayHans } from '../../shared/words/public/who-may.zh-Hans.ts'
import { words as whoMayHant } from '../../shared/words/public/who-may.zh-Hant.ts'

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
