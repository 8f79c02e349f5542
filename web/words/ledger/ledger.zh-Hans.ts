import { type Day, partsOf } from '../../../shared/kernel/day.ts'
import type { CalendarScope, LedgerSort, LedgerStanding } from '../../../shared/ledger/ledger.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import { doneName } from '../../../shared/words/terms.zh-Hans.ts'
import type { Outcome } from '../../ledger/figures/months.ts'
import type { Group } from '../../ledger/list/board.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'
import { acts } from './acts.zh-Hans.ts'

export const tools = {
  waitingTitle: '等我办的',
  placesTitle: '地方和人',
  ledgerTitle: '台账',
  menu: '工具',
  printThis: '印这一件',
  asEverybody: '看大家看到的样子',
  holidays: '放假、赶集',
  /** Of an owner who is a name and nothing else. */
  notLinked: '只是个名字，没连到名册',
  partners: '共建单位',
  monthsTitle: '每月一页',
  monthsWhat: '月底一过，监督的看过就能签字。签了，名字印在那一页上。',
  monthOf: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  countersign: '我看过，签字',
  countersignedBy: (name: string, day: string) => `${name} ${day}签过`,
  countersignedNow: '签好了，名字在那一页上。',
  savedViews: '存下的看法',
  keepView: '存下这样看',
  viewName: '起个名字',
  viewKept: '存下了，换台电脑也在。',
  viewForgotten: '不留了。',
  forgetView: (name: string) => `不留「${name}」`,
  calendar: '放进日历',
  calendarTitle: '放进手机日历',
  calendarWhat:
    '拿到一个地址，手机或电脑的日历订阅它，日子就自己出现、自己改。谁有这个地址谁就看得见，别转给旁人；不要了随时作废。',
  calendarMake: (scope: CalendarScope, place: string) =>
    scope === 'mine' ? '要我答应的' : `要${place}全部的`,
  calendarMade: '地址只显示这一回，现在就复制走：',
  calendarAddress: '日历地址',
  calendarCopy: '复制',
  calendarCopied: '复制好了',
  calendarOwn: '正在用的',
  calendarOf: (scope: CalendarScope, place: string) =>
    scope === 'mine' ? `我在${place}答应的` : `${place}全部的`,
  calendarSince: (day: string) => `${day}要的`,
  calendarRevoke: '作废',
  calendarRevokeSure: '作废，订阅的都会断',
}
export type ToolWords = typeof tools

export const handed = {
  handedToUs: '交给我们，等回话',
  answerUntil: (day: string) => `最晚${day}回话`,
  /** Why it was handed up, where two bad ratings did that. */
  twiceNotGood: '两回没办好，照规矩往上走',
  chooseThis: '选这一件',
  chooseAll: '全选',
  acceptChosen: (count: number) => (count === 0 ? '接下选中的' : `接下选中的 ${count} 件`),
  accepted: '接下来了',
  acceptedSome: (count: number) => `接下来 ${count} 件。最先接的那一家还是给乡亲回话的。`,
  notAllTakenBack: '没有全收回，看看哪一件还在手里。',
  heldByUs: '别处的，在我们手里',
  tossed: '推来推去',
  tossedThrice: '退了三回',
  tossedBetween: (names: readonly string[]) => `在${names.join('和')}之间来回，要我们来定`,
  handsUnreachable: '交来交去的没取来。看看网，再试一次。',
}
export type HandedWords = typeof handed

const WHOLE = {
  county: '全县',
  township: '全镇',
  village: '全村',
  compound: '全小区',
  grid: '全网格',
} as const
const GROUPS = {
  overdue: '过了日子',
  'due-soon': '快到了',
  'on-track': '正在办',
  spoken: '等点头',
  settled: '说办好了',
} as const
const OUTCOMES = { kept: '按时', keptLate: '晚了', undone: '还没办成', upcoming: '没到日子' } as const

const STANDINGS = {
  overdue: '过了日子',
  soon: '快到了',
  'on-track': '正在办',
  spoken: '等点头',
  settled: '说办好了',
} as const
const SORTS = {
  due: '日子近的',
  first: '头一回说的日子早的',
  newest: '新答应的',
  moved: '改期多的',
} as const

export const words = {
  doneName,
  ...everywhere,
  ...acts,
  ...handed,
  ...tools,
  pageTitle: '答应的事',
  mineTitle: '我答应的事',
  wholeTitle: '答应的事',
  today: (day: Day) => `今天 ${dayInWords(day, 'zh-Hans')}，${weekdayInWords(day, 'zh-Hans')}`,
  whose: '看谁的',
  mine: '我答应的',
  /** `level`: what the place calls itself, where it is not the usual word. */
  whole: (kind: PlaceKind, level?: string): string => (level ? `全${level}` : WHOLE[kind]),
  /** What the place itself promised, beside what those below did. */
  unit: '本级',
  below: '下面各村',
  search: '找一件事',
  searchHint: '一两个字就行，也可以写几号',
  whichStanding: '看哪些',
  everyStanding: '全部',
  standing: (standing: LedgerStanding): string => STANDINGS[standing],
  sortBy: '先看',
  sort: (sort: LedgerSort): string => SORTS[sort],
  monthSheet: '这个月一页',
  nothingFound: '没有找到',
  nothingFoundWhat: '换一两个字再找，或者看全部。',
  showEverything: '看全部',
  showMore: '再看一些',
  belowEmpty: '下面各村还没有答应过的事',
  belowEmptyWhat: '哪个村会上有人答应，这里就看得见。',
  belowUnreachable: '下面各村的没取来。看看网，再试一次。',
  whichPlace: '看哪个村',
  navigation: '去别处',
  desk: '桌面',
  publicPage: '回音壁',

  group: (group: Group): string => GROUPS[group],
  spokenWhat: '念过、点过头才算数，日子还没开始算。',
  columnMatter: '事情，谁提的',
  columnFirst: '头一回说',
  columnNow: '现在的日子',
  columnLeft: '离今天',
  columnDone: '哪天办成',
  firstDay: '头一回说',
  presentDay: '现在',
  raisedBy: (name: string | null) => `${name ?? everywhere.oneVillager}提的`,
  concernNo: (no: number) => `${no} 号`,
  moved: (times: number) => `改期 ${times} 次`,
  notReadBack: '等念',
  waitingForYes: '等点头',
  doneDayUnknown: '哪天办成的没写',
  /** Against the first day that was named. */
  doneLate: (days: number) => `晚了 ${days} 天`,
  doneInTime: '按时',
  showAll: (count: number) => `看全部 ${count} 件`,
  showFewer: '只看最近的',

  verbatim: '原话',
  together: '一起办的',
  inCharge: '谁来办',
  byDay: (day: string) => `${day}前`,
  story: '来龙去脉',
  sameEvening: '当晚',
  heldBy: (place: string) => `现在在${place}手里`,
  firstAt: (place: string) => `最先接的是${place}，一直由${place}给乡亲回话`,
  waitingFor: (place: string, day: string) => `等${place}回话，最晚${day}`,
  storyLoading: '正在取来龙去脉……',
  storyUnreachable: '全部的来龙去脉没取来，先看简短的。',
  storyRaised: (name: string | null, meeting: string) =>
    `${name ?? everywhere.oneVillager}${meeting && `，在${meeting}上`}`,
  storyPromised: (owner: string) => `${owner}答应：`,
  storyHow: (measure: string, day: string) => `${measure}，${day}前`,
  storyMoved: (from: string, to: string, by: string) => `${by && `${by}同意：`}${from}改到 ${to}`,
  because: (reason: string) => `因为：${reason}`,

  ownerMayNotMove:
    '怕赶不上？趁没到日子，把原因说给上一级听。日子要由上一级、不办这件事的人来改，您自己改不了。',
  staffMayNotMove: '改日子要上一级点头，而且要赶在到日子之前。',
  toEvening: '去那一场',
  notSent: '没发出去，您写的还在这里。看看网，再按一次。',
  sending: '正在记……',

  afraid: '怕赶不上？',
  afraidWhat: '趁没到日子先说明原因，由不办这件事的主持人或镇里来改。头一回说的日子一直留着，大家看得见。',
  chartTitle: '按月兑现',
  chartWhat: '一格一件，按头一回说的日子算',
  chartWorth: (count: number) => `一格 ${count} 件（不足也算一格），按头一回说的日子算`,
  chartSays: (from: string, to: string) => `${from}到${to}，每月到期的承诺有几件按头一回说的日子办成`,
  outcome: (outcome: Outcome): string => OUTCOMES[outcome],
  asTable: '换成表格看',
  month: (from: Day) => `${partsOf(from).month}月`,
  columnMonth: '月份',
  keysHint: '上下走，按回车打开',

  emptyTitle: '还没有答应过的事',
  emptyWhat:
    '会上有人说「几号前办好」，记录人在桌面上记成承诺，念一遍，本人点了头，就写到这里来。过没过日子，打开就看得见。',
  emptyAction: '去桌面开一场会',
  mineEmptyTitle: '您名下还没有答应的事',
  mineEmptyWhat: '在会上当面答应、点过头的事，会写到这里来。',
  mineEmptyAction: '看大家的',
  logInTitle: '先登录，再看答应的事',
  logInWhat: '这一页给主持人、记录人和干部用。乡亲们不用登录，看回音壁就行。',
  logIn: '去登录',
  sessionOver: '登录过期了',
  sessionOverWhat: '画面不再更新。请重新登录，存过的都还在。',
  noPlaceTitle: '您在这里没有职务',
  noPlaceWhat: '这一页给主持人、记录人和干部用。请找主持人在名册上给您安排职务。',
  unreachableTitle: '连不上村里的服务器',
  unreachableWhat: '正在一遍一遍地接，接上就显示。存过的都还在。',
}
export type LedgerWords = typeof words
