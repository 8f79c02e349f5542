import { Messages } from '../messages.svelte.ts'

/** The little that a phone says before anybody has come in; it is all of the first load. */
export interface DoorWords {
  pageTitle: string
  brand: string
  loading: string
  settings: string
  staff: string
  joinTitle: string
  joinWhat: string
  codeLabel: string
  codeHint: string
  nameLabel: string
  nameHint: string
  namePlaceholder: string
  join: string
  joinWithoutName: string
  joining: string
  cutOff: string
  retry: string
}

export const doorWords = new Messages<DoorWords>({
  'zh-Hans': () => import('./door.zh-Hans.ts'),
  'zh-Hant': () => import('./door.zh-Hant.ts'),
  en: () => import('./door.en.ts'),
})
