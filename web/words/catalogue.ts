import type { CatalogueWords } from '../../shared/words/catalogue.ts'
import { Chapter } from './chapter.svelte.ts'

export const catalogueWords = new Chapter<CatalogueWords>({
  'zh-Hans': () => import('../../shared/words/catalogue.zh-Hans.ts'),
  'zh-Hant': () => import('../../shared/words/catalogue.zh-Hant.ts'),
  en: () => import('../../shared/words/catalogue.en.ts'),
})
