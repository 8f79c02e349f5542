import { done } from '../../../shared/words/matter/done.zh-Hans.ts'
import { partsOf } from '../../../shared/kernel/day.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import { acts } from '../matter/acts.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'
import { handed } from '../matter/handed.zh-Hans.ts'
import type { LedgerWords } from './ledger.ts'
import { story } from '../matter/story.zh-Hans.ts'
import { tools } from './tools.zh-Hans.ts'

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

export const words: LedgerWords = {
  ...done,
  ...everywhere,
  ...acts,
  ...story,
  ...handed,
  ...tools,
  pageTitle: '答应的事',
  mineTitle: '我答应的事',
  wholeTitle: '答应的事',
  today: (day) => `今天 ${dayInWords(day, 'zh-Hans')}，${weekdayInWords(day, 'zh-Hans')}`,
  whose: '看谁的',
  mine: '我答应的',
  whole: (kind, level) => (level ? `全${level}` : WHOLE[kind]),
  unit: '本级',
  below: '下面各村',
  search: '找一件事',
  searchHint: '一两个字就行，也可以写几号',
  whichStanding: '看哪些',
  everyStanding: '全部',
  standing: (standing) => STANDINGS[standing],
  sortBy: '先看',
  sort: (sort) => SORTS[sort],
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

  group: (group) => GROUPS[group],
  spokenWhat: '念过、点过头才算数，日子还没开始算。',
  columnMatter: '事情，谁提的',
  columnFirst: '头一回说',
  columnNow: '现在的日子',
  columnLeft: '离今天',
  columnDone: '哪天办成',
  firstDay: '头一回说',
  presentDay: '现在',
  raisedBy: (name) => `${name ?? everywhere.oneVillager}提的`,
  concernNo: (no) => `${no} 号`,
  moved: (times) => `改期 ${times} 次`,
  notReadBack: '等念',
  waitingForYes: '等点头',
  doneDayUnknown: '哪天办成的没写',
  doneLate: (days) => `晚了 ${days} 天`,
  doneInTime: '按时',
  showAll: (count) => `看全部 ${count} 件`,
  showFewer: '只看最近的',

  verbatim: '原话',
  together: '一起办的',
  inCharge: '谁来办',
  byDay: (day) => `${day}前`,
  story: '来龙去脉',
  sameEvening: '当晚',
  storyRaised: (name, meeting) => `${name ?? everywhere.oneVillager}${meeting && `，在${meeting}上`}`,
  storyPromised: (owner) => `${owner}答应：`,
  storyHow: (measure, day) => `${measure}，${day}前`,
  storyMoved: (from, to, by) => `${by && `${by}同意：`}${from}改到 ${to}`,
  because: (reason) => `因为：${reason}`,

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
  chartWorth: (count) => `一格 ${count} 件（不足也算一格），按头一回说的日子算`,
  chartSays: (from, to) => `${from}到${to}，每月到期的承诺有几件按头一回说的日子办成`,
  outcome: (outcome) => OUTCOMES[outcome],
  asTable: '换成表格看',
  month: (from) => `${partsOf(from).month}月`,
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
