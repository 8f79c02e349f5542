import { Messages } from './messages.svelte.ts'
import type { LedgerWords } from './keys/ledger.ts'

export const ledgerWords = new Messages<LedgerWords>({
  'zh-Hans': () => import('./ledger.zh-Hans.ts'),
  'zh-Hant': () => import('./ledger.zh-Hant.ts'),
  en: () => import('./ledger.en.ts'),
})
