import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** The opinion box, before anything has been put into it. */
export interface BoxWords extends EverywhereWords {
  boxTitle: string
  boxWhat: string
  mineTitle: string
  toMine: (count: number) => string
  toPublic: string
  toPromises: (count: number) => string
  matterNo: (no: number) => string

  whoMayKnow: string
  laneOpen: string
  laneOpenWhat: string
  laneMasked: string
  laneMaskedWhat: string
  laneOpenNeedsName: string
  nameLabel: string
  nameOptional: string
  whatToSay: string
  sayPlaceholder: string
  whichGrid: string
  noGrid: string
  lettersLeft: (count: number) => string
  lettersOver: (count: number) => string
  sendOpen: string
  sendMasked: string
  notWrittenYet: string
  unsent: string
  sending: string
  waiting: string
  notDurable: string
  sent: string
  sentWhat: string
  urgent: string
  cutOff: string
}

export const boxWords = new Messages<BoxWords>({
  'zh-Hans': () => import('./box.zh-Hans.ts'),
  'zh-Hant': () => import('./box.zh-Hant.ts'),
  en: () => import('./box.en.ts'),
})
