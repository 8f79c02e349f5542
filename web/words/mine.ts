import { Messages } from './messages.svelte.ts'
import type { MineWords } from './keys/mine.ts'

export const mineWords = new Messages<MineWords>({
  'zh-Hans': () => import('./mine.zh-Hans.ts'),
  'zh-Hant': () => import('./mine.zh-Hant.ts'),
  en: () => import('./mine.en.ts'),
})
