import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

export interface SetupWords extends EverywhereWords {
  pageTitle: string
  welcome: string
  lead: string
  ownTitle: string
  ownWhat: string
  ownPoints: readonly string[]
  ownAction: string
  aboveTitle: Readonly<Record<'county' | 'township', string>>
  aboveWhat: Readonly<Record<'county' | 'township', string>>
  abovePoints: Readonly<Record<'county' | 'township', readonly string[]>>
  aboveAction: Readonly<Record<'county' | 'township', string>>
  sampleTitle: string
  sampleWhat: string
  samplePoints: readonly string[]
  sampleAction: string
  sampleOpening: string

  formTitle: string
  formWhat: string
  villageName: string
  villageHint: string
  aboveName: Readonly<Record<'county' | 'township', string>>
  aboveNameHint: Readonly<Record<'county' | 'township', string>>
  below: Readonly<Record<'county' | 'township', string>>
  belowHint: string
  governorName: string
  governorHint: string
  governorLoginHint: string
  belowTwice: (name: string) => string
  belowTooLong: (name: string) => string
  facilitatorName: string
  facilitatorHint: string
  loginName: string
  loginHint: string
  password: string
  passwordHint: (shortest: number) => string
  passwordAgain: string
  passwordsDiffer: string
  showPassword: string
  key: string
  keyHint: string
  keyWhat: string
  send: string
  sending: string
  notSent: string
  chooseAgain: string

  castTitle: (village: string) => string
  castWhat: string
  columnWho: string
  columnLogin: string
  columnPassword: string
  tryTitle: string
  tryDesk: string
  tryDeskWhat: string
  tryWall: string
  tryWallWhat: string
  tryPhone: string
  tryPhoneWhat: string
  tryOthers: string
  tryOthersWhat: string
  toDesk: string

  alreadyTitle: string
  alreadyWhat: string
  alreadyDesk: string
  alreadyPhone: string
  alreadyWalls: (village: string) => string
  unreachableTitle: string
  unreachableWhat: string
}

export const setupWords = new Messages<SetupWords>({
  'zh-Hans': () => import('./setup.zh-Hans.ts'),
  'zh-Hant': () => import('./setup.zh-Hant.ts'),
  en: () => import('./setup.en.ts'),
})
