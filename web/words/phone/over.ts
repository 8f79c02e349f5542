import { Messages } from '../messages.svelte.ts'

/** What a phone says after the evening, also of words that were being written when it was closed. */
export interface OverWords {
  closedWhat: string
  signedWhat: string
  unsaidTitle: string
  unsaidWhat: string
  toBox: string
  discard: string
}

export const overWords = new Messages<OverWords>({
  'zh-Hans': () => import('./over.zh-Hans.ts'),
  'zh-Hant': () => import('./over.zh-Hant.ts'),
  en: () => import('./over.en.ts'),
})
