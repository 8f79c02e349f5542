import { Messages } from './messages.svelte.ts'
import type { PhotoWords } from './keys/photos.ts'

export const photoWords = new Messages<PhotoWords>({
  'zh-Hans': () => import('./photos.zh-Hans.ts'),
  'zh-Hant': () => import('./photos.zh-Hant.ts'),
  en: () => import('./photos.en.ts'),
})
