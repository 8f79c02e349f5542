import type { Role } from '../../../shared/kernel/event.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import type { PlaceDeed } from '../../../shared/people/tree.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** Where places stand and who holds which post there. */
export interface PlacesWords extends EverywhereWords {
  title: string
  tree: string
  kind: (kind: PlaceKind) => string
  /** How many places stand in one. */
  below: (kind: PlaceKind, count: number) => string
  households: (count: number) => string
  nobody: (kind: PlaceKind) => string
  notCome: string
  standsIn: (name: string) => string
  newPlace: Readonly<Record<'township' | 'village' | 'grid', string>>
  add: string
  added: (name: string) => string

  rename: string
  newName: string
  renamed: string
  move: string
  moveWhat: (name: string) => string
  moveTo: string
  moveNow: string
  moved: (name: string, to: string) => string
  moveNothing: string

  posts: string
  postsWhat: string
  role: (role: Role) => string
  roleWhat: (role: Role) => string
  noHolder: string
  since: (day: Day) => string
  waitingFor: string
  give: string
  giveFor: (role: string) => string
  who: string
  whoWhat: string
  calledWhat: string
  called: string
  giveNow: (name: string) => string
  invite: string
  giveWithout: string
  given: (name: string, title: string) => string
  takeBack: string
  takeBackFrom: (name: string, title: string) => string
  takenBack: (name: string, title: string) => string
  takeBackInvitation: string
  invitationTakenBack: string

  inviteFirst: (kind: PlaceKind) => string
  invited: (name: string, title: string) => string
  link: string
  copy: string
  copied: string
  validFor: (days: number) => string
  onlyShe: string
  newSlip: string
  noSlip: string
  print: string
  slipFrom: (place: string) => string
  slipTitle: (name: string, place: string, title: string) => string
  slipHow: (address: string) => string
  slipUntil: (day: Day) => string

  deeds: string
  deed: (deed: Pick<PlaceDeed, 'kind' | 'who' | 'what'>) => string
  deedBy: (name: string | null) => string
  noDeeds: string
  readOnly: string
}

export const placesWords = new Messages<PlacesWords>({
  'zh-Hans': () => import('./places.zh-Hans.ts'),
  'zh-Hant': () => import('./places.zh-Hant.ts'),
  en: () => import('./places.en.ts'),
})
