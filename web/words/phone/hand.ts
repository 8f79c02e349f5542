import { Messages } from '../messages.svelte.ts'

/** A matter that somebody in the hall takes on themselves. */
export interface HandWords {
  handTitle: string
  handWhat: string
  raisedBy: (name: string | null) => string
  take: string
  who: string
  how: string
  howHint: string
  byWhen: string
  dayMeant: (day: string) => string
  nameShown: (name: string) => string
  send: string
  sending: string
  leave: string
  missing: Readonly<Record<'who' | 'how' | 'byWhen', string>>
  /** It counts once it was read out and they nodded. */
  taken: (measure: string, day: string) => string
  notSent: string
}

export const handWords = new Messages<HandWords>({
  'zh-Hans': () => import('./hand.zh-Hans.ts'),
  'zh-Hant': () => import('./hand.zh-Hant.ts'),
  en: () => import('./hand.en.ts'),
})
