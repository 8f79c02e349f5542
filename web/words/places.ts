import { Chapter } from './chapter.svelte.ts'
import type { PlacesWords } from './keys/places.ts'

export const placesWords = new Chapter<PlacesWords>({
  'zh-Hans': () => import('./places.zh-Hans.ts'),
  'zh-Hant': () => import('./places.zh-Hant.ts'),
  en: () => import('./places.en.ts'),
})
