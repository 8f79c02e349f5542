import { Messages } from './messages.svelte.ts'
import type { DoorWords } from './keys/door.ts'

export const doorWords = new Messages<DoorWords>({
  'zh-Hans': () => import('./door.zh-Hans.ts'),
  'zh-Hant': () => import('./door.zh-Hant.ts'),
  en: () => import('./door.en.ts'),
})
