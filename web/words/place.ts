import { Messages } from './messages.svelte.ts'
import type { PlaceWords } from './keys/place.ts'

export const placeWords = new Messages<PlaceWords>({
  'zh-Hans': () => import('./place.zh-Hans.ts'),
  'zh-Hant': () => import('./place.zh-Hant.ts'),
  en: () => import('./place.en.ts'),
})
