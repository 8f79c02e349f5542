import type { PartnerKind } from '../../../shared/people/partner.ts'
import { Messages } from '../messages.svelte.ts'

export interface PartnersWords {
  title: string
  lead: string
  kind: (kind: PartnerKind) => string
  kindLabel: string
  name: string
  takesOn: string
  takesOnHint: string
  add: string
  change: string
  changeOne: (name: string) => string
  remove: string
  removeOne: (name: string) => string
  save: string
  cancel: string
  saved: string
  removed: string
  undo: string
  empty: string
  emptyWhat: string
  readOnly: string
  loading: string
  offline: string
  retry: string
}

/** Who beside the roster can take what on. */
export const partnersWords = new Messages<PartnersWords>({
  'zh-Hans': () => import('./partners.zh-Hans.ts'),
  'zh-Hant': () => import('./partners.zh-Hant.ts'),
  en: () => import('./partners.en.ts'),
})
