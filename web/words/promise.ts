import { Messages } from './messages.svelte.ts'
import type { PromiseWords } from './keys/promise.ts'

/** Promises as desk and ledger speak of them. */
export const promiseWords = new Messages<PromiseWords>({
  'zh-Hans': () => import('./promise.zh-Hans.ts'),
  'zh-Hant': () => import('./promise.zh-Hant.ts'),
  en: () => import('./promise.en.ts'),
})
