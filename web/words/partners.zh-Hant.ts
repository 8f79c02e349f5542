import type { PartnersWords } from './keys/partners.ts'

const KINDS = {
  hospital: '醫院',
  school: '學校',
  firm: '企業',
  charity: '公益組織',
  police: '派出所',
  'law-office': '律所',
  other: '別的單位',
} as const

export const words: PartnersWords = {
  kind: (kind) => KINDS[kind],
  title: '共建單位',
  lead: '村裡能請誰幫忙、各自能辦什麼。答應事情的時候，可以選它來辦，也可以請它辦其中一份。',
  kindLabel: '哪一類',
  name: '單位名稱',
  takesOn: '能辦什麼',
  takesOnHint: '比如：量血壓、義診、送藥上門。',
  add: '添一家',
  change: '改',
  changeOne: (name) => `改「${name}」`,
  remove: '不再列',
  removeOne: (name) => `不再列「${name}」`,
  save: '記下',
  cancel: '先不改',
  saved: '記下了，往後答應事情時能選到。',
  removed: '不再列了；它答應過的事還在。',
  undo: '撤回',
  empty: '還沒有共建單位',
  emptyWhat: '衛生院、學校、企業、派出所、律所：誰能幫上什麼，寫在這裡。',
  readOnly: '這張單子由主持人來改。',
  loading: '正在取來……',
  offline: '沒連上，存過的都還在。看看網，再試一次。',
  retry: '再試一次',
}
