import type { PartnersWords } from './partners.ts'

const KINDS = {
  hospital: 'hospital',
  school: 'school',
  firm: 'firm',
  charity: 'charity',
  police: 'police post',
  'law-office': 'law office',
  other: 'another unit',
} as const

export const words: PartnersWords = {
  kind: (kind) => KINDS[kind],
  title: 'Partners',
  lead: 'Whom the village can ask, and what each can take on. A partner can be chosen for a promise, or for a part of one.',
  kindLabel: 'Kind',
  name: 'Name',
  takesOn: 'What it can take on',
  takesOnHint: 'For example: blood pressure, medicine brought to the door.',
  add: 'Add a partner',
  change: 'Change',
  changeOne: (name) => `Change “${name}”`,
  remove: 'Take off the list',
  removeOne: (name) => `Take “${name}” off the list`,
  save: 'Save',
  cancel: 'Not now',
  saved: 'Saved; it can be chosen for promises now.',
  removed: 'Off the list; what it promised stays.',
  undo: 'Undo',
  empty: 'No partners yet',
  emptyWhat: 'Clinic, school, firm, police post, law office: write down who can help with what.',
  readOnly: 'The facilitator keeps this list.',
  loading: 'Fetching…',
  offline: 'Not connected; what was saved is still there. Check the network and try again.',
  retry: 'Try again',
}
