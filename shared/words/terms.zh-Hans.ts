import type { CommitmentState } from '../commitments/commitment.ts'
import type { Route } from '../concerns/concern.ts'
import type { Role } from '../kernel/event.ts'
import type { TimelineWords } from '../ledger/matter/timeline.ts'
import type { Circumstance } from '../permissions/permission.ts'
import type { PlaceKind } from '../places/place.ts'
import type { Judge } from '../ratings/rating.ts'
import { verdict } from './verdict/verdict.zh-Hans.ts'

/** What each post is called, on every page. */
export const roles: Readonly<Record<Role, string>> = {
  facilitator: '主持人',
  recorder: '记录人',
  cadre: '村干部',
  supervision: '监督人',
  'grid-worker': '网格员',
  township: '镇里经办人',
  county: '县里经办人',
  discipline: '纪检',
  representative: '村民代表',
  villager: '村民',
}

const CADRES: Readonly<Record<PlaceKind, string>> = {
  grid: '网格干部',
  village: '村干部',
  compound: '社区干部',
  township: '镇干部',
  county: '县干部',
}

/** The same, as it is called at this kind of place. */
export const roleAt = (role: Role, kind: PlaceKind): string => (role === 'cadre' ? CADRES[kind] : roles[role])

export const routes: Readonly<Record<Route, string>> = {
  hotline: '12345 热线',
  petition: '信访',
  court: '法院',
  police: '派出所',
  arbitration: '仲裁',
  mediation: '人民调解',
  department: '主管部门',
}

/** In which only somebody may do or read something, in the table of permissions. */
export const circumstances: Readonly<Record<Circumstance, string>> = {
  'between-evenings': '不开会的时候',
  'by-box': '从意见箱来的',
  'own-between-evenings': '不开会时自己答应的',
  'own-words': '自己的话',
  'for-somebody-else': '替别人写',
  'on-top': '上面没有别级',
  sooner: '日子提前或不变',
  later: '日子推后',
  'as-facilitator': '作为主持人',
  'as-recorder': '作为记录人',
  'read-by-staff': '工作人员看过的',
  'on-the-roster': '名册上的人',
  'for-oneself': '给自己的',
  'in-the-open': '实名说的，或者自己记的',
  'own-promises': '自己答应的',
  'whole-place': '全村的',
  published: '两个人都签了字',
}

/** What a promise that is not open any more is called, as its owner says, judged, or settled: only the last is an end. */
export const doneName = ({ state }: { readonly state: CommitmentState }): string =>
  state === 'settled' ? '办结' : state === 'rated' ? '评过了' : '说是办好了'

const whoever: Omit<TimelineWords, 'reopened' | 'judged'> = {
  channel: {
    meeting: '会上说的',
    form: '意见箱',
    call: '电话里说的',
    paper: '意见箱纸条',
    visit: '入户时说的',
    import: '老台账',
  },
  firstDay: '头一回说',
  presentDay: '现在',
  notMoved: '没改过',
  moved: (times) => `改期 ${times} 次`,
  voices: (count) => `${count} 个人提过`,
  promised: (owner) => `${owner}答应：`,
  byDay: (day) => `${day}前`,
  extended: (day, by) => `${by && `${by}同意`}改到${day}前：`,
  recounted: (day) => `放假安排变了，改到${day}前`,
  reported: '说是办好了：',
  partDone: '办成了一部分：',
  remainder: (what, day) => `还剩${what}${day ? `，${day}前` : ''}`,
  evidence: '补充：',
  ordered: '上级督办：',
  supervised: { reminder: '监督提醒：', comment: '监督说：', 'evidence-request': '监督要看凭据：' },
  answered: '答复：',
  referred: (to) => `转到${to}`,
  route: (route) =>
    ({
      hotline: '12345 热线',
      petition: '信访',
      court: '法院',
      police: '公安',
      arbitration: '仲裁',
      mediation: '人民调解',
      department: '主管部门',
    })[route],
  assembly: '要上村民会议：',
  declined: '不办，因为：',
  handedUp: (place) => `请${place}来办：`,
  accepted: (place) => `${place}接下了`,
  returned: (place) => `退回${place}：`,
  summoned: (unit) => `叫了${unit}来：`,
  came: (unit) => `${unit}来过：`,
  oneVillager: '一位村民',
  atMeeting: (title) => `在${title}上`,
  settled: { rated: '办结', unrated: '没人评，办结', disagreed: '到顶了还没办好，了结；还可以走信访' },
  sameDay: '当天',
  quoted: (text) => `「${text}」`,
  comma: '，',
  between: '、',
}

/** `who` names who judged, for whoever reads it. */
export function timelineWordsBy(who: Readonly<Record<Judge, string>>): TimelineWords {
  const judged: TimelineWords['judged'] = (said) => `${who[said.by]}评的是：${verdict(said)}`
  return {
    ...whoever,
    judged,
    reopened: (day, said) => `${said ? `${judged(said)}，` : ''}${day ? `${day}前` : ''}再办`,
  }
}
