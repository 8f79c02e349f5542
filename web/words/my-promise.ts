import { Messages } from './messages.svelte.ts'
import type { MyPromiseWords } from './keys/my-promise.ts'

export const myPromiseWords = new Messages<MyPromiseWords>({
  'zh-Hans': () => import('./my-promise.zh-Hans.ts'),
  'zh-Hant': () => import('./my-promise.zh-Hant.ts'),
  en: () => import('./my-promise.en.ts'),
})
