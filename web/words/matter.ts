import { Messages } from './messages.svelte.ts'
import type { MatterWords } from './keys/matter.ts'

export const matterWords = new Messages<MatterWords>({
  'zh-Hans': () => import('./matter.zh-Hans.ts'),
  'zh-Hant': () => import('./matter.zh-Hant.ts'),
  en: () => import('./matter.en.ts'),
})
