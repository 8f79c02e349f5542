import { Messages } from './messages.svelte.ts'
import type { DeskWords } from './keys/desk.ts'

export const deskWords = new Messages<DeskWords>({
  'zh-Hans': () => import('./desk.zh-Hans.ts'),
  'zh-Hant': () => import('./desk.zh-Hant.ts'),
  en: () => import('./desk.en.ts'),
})
