import { Messages } from './messages.svelte.ts'
import type { PlacesWords } from './keys/places.ts'

export const placesWords = new Messages<PlacesWords>({
  'zh-Hans': () => import('./places.zh-Hans.ts'),
  'zh-Hant': () => import('./places.zh-Hant.ts'),
  en: () => import('./places.en.ts'),
})
