import { Chapter } from './chapter.svelte.ts'
import type { LedgerWords } from './keys/ledger.ts'

export const ledgerWords = new Chapter<LedgerWords>({
  'zh-Hans': () => import('./ledger.zh-Hans.ts'),
  'zh-Hant': () => import('./ledger.zh-Hant.ts'),
  en: () => import('./ledger.en.ts'),
})
