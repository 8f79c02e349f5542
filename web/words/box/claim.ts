import type { ClaimWords } from '../../../shared/words/matter/claim.ts'
import { Messages } from '../messages.svelte.ts'

export const claimWords = new Messages<ClaimWords>({
  'zh-Hans': () => import('../../../shared/words/matter/claim.zh-Hans.ts'),
  'zh-Hant': () => import('../../../shared/words/matter/claim.zh-Hant.ts'),
  en: () => import('../../../shared/words/matter/claim.en.ts'),
})
