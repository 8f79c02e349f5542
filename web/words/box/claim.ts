import type { ClaimWords } from '../../../shared/words/claim.ts'
import { Messages } from '../messages.svelte.ts'

export const claimWords = new Messages<ClaimWords>({
  'zh-Hans': () => import('../../../shared/words/claim.zh-Hans.ts'),
  'zh-Hant': () => import('../../../shared/words/claim.zh-Hant.ts'),
  en: () => import('../../../shared/words/claim.en.ts'),
})
