import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

export interface PhoneWords extends EverywhereWords {
  pageTitle: string

  nameLabel: string

  notBegun: string
  notBegunWhat: string
  nowTalking: (title: string) => string
  closed: string
  seeMinutes: string

  whoMayKnow: string
  laneOpen: string
  laneOpenWhat: string
  laneMasked: string
  laneMaskedWhat: string
  laneOpenNeedsName: string
  whatToSay: string
  sayPlaceholder: string
  lettersLeft: (count: number) => string
  lettersOver: (count: number) => string
  sendOpen: string
  sendMasked: string
  sending: string
  unsent: string
  notWrittenYet: string

  mine: string
  mineWaiting: string
  mineHeld: string
  mineShown: string
  mineWithdrawn: string
  withdraw: string
  onTheWall: string

  promisedBy: (name: string) => string
  minutes: string
  cutOff: string
  notDurable: string
  otherCode: string
  withdrawSure: string
  matters: string
  mineKept: string
  /** Nobody put it on the wall, but it is a matter now. */
  mineMatter: (no: number) => string
  mineFiled: Readonly<Record<'minutes' | 'appendix', string>>
  mineAway: (reason: string) => string
  myMatters: string
  before: (day: string) => string
}

export const phoneWords = new Messages<PhoneWords>({
  'zh-Hans': () => import('./phone.zh-Hans.ts'),
  'zh-Hant': () => import('./phone.zh-Hant.ts'),
  en: () => import('./phone.en.ts'),
})
