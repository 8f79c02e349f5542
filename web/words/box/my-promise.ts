import { Messages } from '../messages.svelte.ts'

/** What a phone promised, and what it may do about it; few phones have promised anything. */
export interface MyPromiseWords {
  notReadBack: string
  report: string
  photo: string
  later: string
  reportLabel: string
  reportSend: string
  photoLabel: string
  photoSend: string
  laterDay: string
  laterWhy: string
  laterSend: string
  laterAsked: (day: string) => string
  laterOver: string
  photosComing: string
  writeFirst: string
  reportedOn: (day: string) => string
}

export const myPromiseWords = new Messages<MyPromiseWords>({
  'zh-Hans': () => import('./my-promise.zh-Hans.ts'),
  'zh-Hant': () => import('./my-promise.zh-Hant.ts'),
  en: () => import('./my-promise.en.ts'),
})
