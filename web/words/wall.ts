import { Messages } from './messages.svelte.ts'
import type { WallWords } from './keys/wall.ts'

export const wallWords = new Messages<WallWords>({
  'zh-Hans': () => import('./wall.zh-Hans.ts'),
  'zh-Hant': () => import('./wall.zh-Hant.ts'),
  en: () => import('./wall.en.ts'),
})
