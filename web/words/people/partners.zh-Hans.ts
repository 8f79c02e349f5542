import type { PartnersWords } from './partners.ts'

const KINDS = {
  hospital: '医院',
  school: '学校',
  firm: '企业',
  charity: '公益组织',
  police: '派出所',
  'law-office': '律所',
  other: '别的单位',
} as const

export const words: PartnersWords = {
  kind: (kind) => KINDS[kind],
  title: '共建单位',
  lead: '村里能请谁帮忙、各自能办什么。答应事情的时候，可以选它来办，也可以请它办其中一份。',
  kindLabel: '哪一类',
  name: '单位名称',
  takesOn: '能办什么',
  takesOnHint: '比如：量血压、义诊、送药上门。',
  add: '添一家',
  change: '改',
  changeOne: (name) => `改「${name}」`,
  remove: '不再列',
  removeOne: (name) => `不再列「${name}」`,
  save: '记下',
  cancel: '先不改',
  saved: '记下了，往后答应事情时能选到。',
  removed: '不再列了；它答应过的事还在。',
  undo: '撤回',
  empty: '还没有共建单位',
  emptyWhat: '卫生院、学校、企业、派出所、律所：谁能帮上什么，写在这里。',
  readOnly: '这张单子由主持人来改。',
  loading: '正在取来……',
  offline: '没连上，存过的都还在。看看网，再试一次。',
  retry: '再试一次',
}
