import { partsOf } from '../../shared/kernel/day.ts'
import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import { acts } from './acts.zh-Hant.ts'
import { everywhere } from './everywhere.zh-Hant.ts'
import { handed } from './handed.zh-Hant.ts'
import type { LedgerWords } from './keys/ledger.ts'
import { story } from './story.zh-Hant.ts'
import { tools } from './tools.zh-Hant.ts'

const WHOLE = {
  county: '全縣',
  township: '全鎮',
  village: '全村',
  compound: '全社區',
  grid: '全網格',
} as const
const GROUPS = {
  overdue: '過了日子',
  'due-soon': '快到了',
  'on-track': '正在辦',
  spoken: '等點頭',
  settled: '辦結',
} as const
const OUTCOMES = { kept: '按時', keptLate: '晚了', undone: '還沒辦成', upcoming: '沒到日子' } as const

const STANDINGS = {
  overdue: '過了日子',
  soon: '快到了',
  'on-track': '正在辦',
  spoken: '等點頭',
  settled: '辦結',
} as const
const SORTS = {
  due: '日子近的',
  first: '頭一回說的日子早的',
  newest: '新答應的',
  moved: '改期多的',
} as const

export const words: LedgerWords = {
  ...everywhere,
  ...acts,
  ...story,
  ...handed,
  ...tools,
  pageTitle: '答應的事',
  mineTitle: '我答應的事',
  wholeTitle: '答應的事',
  today: (day) => `今天 ${dayInWords(day, 'zh-Hant')}，${weekdayInWords(day, 'zh-Hant')}`,
  whose: '看誰的',
  mine: '我答應的',
  whole: (kind, level) => (level ? `全${level}` : WHOLE[kind]),
  unit: '本級',
  below: '下面各村',
  search: '找一件事',
  searchHint: '一兩個字就行，也可以寫幾號',
  whichStanding: '看哪些',
  everyStanding: '全部',
  standing: (standing) => STANDINGS[standing],
  sortBy: '先看',
  sort: (sort) => SORTS[sort],
  monthSheet: '這個月一頁',
  nothingFound: '沒有找到',
  nothingFoundWhat: '換一兩個字再找，或者看全部。',
  showEverything: '看全部',
  showMore: '再看一些',
  belowEmpty: '下面各村還沒有答應過的事',
  belowEmptyWhat: '哪個村會上有人答應，這裡就看得見。',
  belowUnreachable: '下面各村的沒取來。看看網，再試一次。',
  whichPlace: '看哪個村',
  navigation: '去別處',
  desk: '桌面',
  publicPage: '回音壁',

  group: (group) => GROUPS[group],
  spokenWhat: '唸過、點過頭才算數，日子還沒開始算。',
  noneOverdue: '沒有過了日子的。',
  columnMatter: '事情，誰提的',
  columnFirst: '頭一回說',
  columnNow: '現在的日子',
  columnLeft: '離今天',
  columnDone: '哪天辦成',
  firstDay: '頭一回說',
  presentDay: '現在',
  raisedBy: (name) => `${name ?? everywhere.oneVillager}提的`,
  concernNo: (no) => `${no} 號`,
  moved: (times) => `改期 ${times} 次`,
  notReadBack: '等唸',
  waitingForYes: '等點頭',
  doneDayUnknown: '哪天辦成的沒寫',
  doneOn: (day) => `${day}辦成`,
  doneLate: (days) => `晚了 ${days} 天`,
  doneInTime: '按時',
  showAll: (count) => `看全部 ${count} 件`,
  showFewer: '只看最近的',

  verbatim: '原話',
  together: '一起辦的',
  inCharge: '誰來辦',
  byDay: (day) => `${day}前`,
  story: '來龍去脈',
  sameEvening: '當晚',
  storyRaised: (name, meeting) => `${name ?? everywhere.oneVillager}${meeting && `，在${meeting}上`}`,
  storyPromised: (owner) => `${owner}答應：`,
  storyHow: (measure, day) => `${measure}，${day}前`,
  storyMoved: (from, to, by) => `${by && `${by}同意：`}${from}改到 ${to}`,
  because: (reason) => `因為：${reason}`,
  storyDone: '辦成了',

  ownerMayNotMove:
    '怕趕不上？趁沒到日子，把原因說給上一級聽。日子要由上一級、不辦這件事的人來改，您自己改不了。',
  staffMayNotMove: '改日子要上一級點頭，而且要趕在到日子之前。',
  toEvening: '去那一場',
  notSent: '沒發出去，您寫的還在這裡。看看網路，再按一次。',
  sending: '正在記……',

  afraid: '怕趕不上？',
  afraidWhat: '趁沒到日子先說明原因，由不辦這件事的主持人或鎮裡來改。頭一回說的日子一直留著，大家看得見。',
  chartTitle: '按月兌現',
  chartWhat: '一格一件，按頭一回說的日子算',
  chartWorth: (count) => `一格 ${count} 件（不足也算一格），按頭一回說的日子算`,
  chartSays: (from, to) => `${from}到${to}，每月到期的承諾有幾件按頭一回說的日子辦成`,
  outcome: (outcome) => OUTCOMES[outcome],
  asTable: '換成表格看',
  month: (from) => `${partsOf(from).month}月`,
  columnMonth: '月份',
  keysHint: '上下走，按 Enter 打開',

  emptyTitle: '還沒有答應過的事',
  emptyWhat:
    '會上有人說「幾號前辦好」，記錄人在桌面上記成承諾，唸一遍，本人點了頭，就寫到這裡來。過沒過日子，打開就看得見。',
  emptyAction: '去桌面開一場會',
  mineEmptyTitle: '您名下還沒有答應的事',
  mineEmptyWhat: '在會上當面答應、點過頭的事，會寫到這裡來。',
  mineEmptyAction: '看大家的',
  logInTitle: '先登入，再看答應的事',
  logInWhat: '這一頁給主持人、記錄人和幹部用。鄉親們不用登入，看回音壁就行。',
  logIn: '去登入',
  sessionOver: '登入過期了',
  sessionOverWhat: '畫面不再更新。請重新登入，存過的都還在。',
  noPlaceTitle: '您在這裡沒有職務',
  noPlaceWhat: '這一頁給主持人、記錄人和幹部用。請找主持人在名冊上給您安排職務。',
  unreachableTitle: '連不上村裡的伺服器',
  unreachableWhat: '正在一遍一遍地接，接上就顯示。存過的都還在。',
}
