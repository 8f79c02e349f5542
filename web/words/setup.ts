import { Messages } from './messages.svelte.ts'
import type { SetupWords } from './keys/setup.ts'

export const setupWords = new Messages<SetupWords>({
  'zh-Hans': () => import('./setup.zh-Hans.ts'),
  'zh-Hant': () => import('./setup.zh-Hant.ts'),
  en: () => import('./setup.en.ts'),
})
