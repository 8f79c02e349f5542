import { Chapter } from './chapter.svelte.ts'
import type { PlaceWords } from './keys/place.ts'

export const placeWords = new Chapter<PlaceWords>({
  'zh-Hans': () => import('./place.zh-Hans.ts'),
  'zh-Hant': () => import('./place.zh-Hant.ts'),
  en: () => import('./place.en.ts'),
})
