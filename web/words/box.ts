import { Messages } from './messages.svelte.ts'
import type { BoxWords } from './keys/box.ts'

export const boxWords = new Messages<BoxWords>({
  'zh-Hans': () => import('./box.zh-Hans.ts'),
  'zh-Hant': () => import('./box.zh-Hant.ts'),
  en: () => import('./box.en.ts'),
})
