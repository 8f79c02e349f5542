import type { CatalogueWords } from '../../../shared/words/public/catalogue.ts'
import { Messages } from '../messages.svelte.ts'

export const catalogueWords = new Messages<CatalogueWords>({
  'zh-Hans': () => import('../../../shared/words/public/catalogue.zh-Hans.ts'),
  'zh-Hant': () => import('../../../shared/words/public/catalogue.zh-Hant.ts'),
  en: () => import('../../../shared/words/public/catalogue.en.ts'),
})
