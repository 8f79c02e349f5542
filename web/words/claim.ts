import type { ClaimWords } from '../../shared/words/claim.ts'
import { Chapter } from './chapter.svelte.ts'

export const claimWords = new Chapter<ClaimWords>({
  'zh-Hans': () => import('../../shared/words/claim.zh-Hans.ts'),
  'zh-Hant': () => import('../../shared/words/claim.zh-Hant.ts'),
  en: () => import('../../shared/words/claim.en.ts'),
})
