import type { CatalogueWords } from '../../../shared/words/catalogue.ts'
import { Messages } from '../messages.svelte.ts'

export const catalogueWords = new Messages<CatalogueWords>({
  'zh-Hans': () => import('../../../shared/words/catalogue.zh-Hans.ts'),
  'zh-Hant': () => import('../../../shared/words/catalogue.zh-Hant.ts'),
  en: () => import('../../../shared/words/catalogue.en.ts'),
})
