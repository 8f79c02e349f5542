import { isolating } from '../../kernel/text/isolates.ts'
import type { LedgerFileWords } from '../../ledger/table.ts'
import type { Language } from '../language.ts'
import { words as english } from './ledger-file.en.ts'
import { words as simplified } from './ledger-file.zh-Hans.ts'
import { words as traditional } from './ledger-file.zh-Hant.ts'

export const LEDGER_FILE_WORDS: Readonly<Record<Language, LedgerFileWords>> = isolating({
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
})
