import { Messages } from '../messages.svelte.ts'

/** What the hall's screen says while people talk; it is all of the first load. */
export interface HallWords {
  loading: string
  oneVillager: string
  staleAt: (time: string) => string
  nthItem: (count: number) => string
  pageTitle: string
  phones: string
  phonesUnit: string
  /** Before the address, for whoever cannot scan, and the code. */
  scan: string
  qrLabel: string
  noVoices: string
  spokenFor: (minutes: number, seconds: number) => string
  typeHere: string
  lantern: string
  cutOff: string
}

export const hallWords = new Messages<HallWords>({
  'zh-Hans': () => import('./hall.zh-Hans.ts'),
  'zh-Hant': () => import('./hall.zh-Hant.ts'),
  en: () => import('./hall.en.ts'),
})
