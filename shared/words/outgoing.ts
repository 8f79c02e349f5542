import { isolating } from '../kernel/text/isolates.ts'
import type { CalendarWords } from '../ledger/entries.ts'
import type { LedgerFileWords } from '../ledger/table.ts'
import type { Language } from './language.ts'
import * as english from './outgoing.en.ts'
import * as simplified from './outgoing.zh-Hans.ts'
import * as traditional from './outgoing.zh-Hant.ts'

interface OutgoingWords {
  readonly ledgerFile: LedgerFileWords
  readonly calendar: CalendarWords
  readonly reminders: simplified.ReminderWords
}

/** What leaves the product: files, calendars, messages to groups and people. */
export const OUTGOING: Readonly<Record<Language, OutgoingWords>> = isolating({
  'zh-Hans': { ...simplified },
  'zh-Hant': { ...traditional },
  en: { ...english },
})
