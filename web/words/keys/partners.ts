import type { PartnerKind } from '../../../shared/people/partner.ts'

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
