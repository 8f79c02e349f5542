import { Messages } from './messages.svelte.ts'
import type { PlanWords } from './keys/plan.ts'

export const planWords = new Messages<PlanWords>({
  'zh-Hans': () => import('./plan.zh-Hans.ts'),
  'zh-Hant': () => import('./plan.zh-Hant.ts'),
  en: () => import('./plan.en.ts'),
})
