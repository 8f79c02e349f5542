import { Messages } from '../messages.svelte.ts'

export interface PhotoWords {
  label: string
  hint: (most: number) => string
  choose: string
  more: string
  preparing: string
  uploading: string
  taken: (nth: number) => string
  takeOut: (nth: number) => string
  retry: string
  unreadable: string
  tooMany: (most: number) => string
  unreachable: string
  strip: string
  open: (nth: number, of: number) => string
  removed: string
  remove: (nth: number) => string
  removeSurely: string
  keep: string
  removeFailed: string
}

export const photoWords = new Messages<PhotoWords>({
  'zh-Hans': () => import('./photos.zh-Hans.ts'),
  'zh-Hant': () => import('./photos.zh-Hant.ts'),
  en: () => import('./photos.en.ts'),
})
