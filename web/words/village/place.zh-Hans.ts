import type { Mark } from '../../../shared/calendar/calendar.ts'
import type { DayLimit } from '../../../shared/calendar/counting.ts'
import { type Day, partsOf } from '../../../shared/kernel/day.ts'
import type { NoticeKind } from '../../../shared/notices/notice.ts'
import type { DeliveryState, RobotKind } from '../../../shared/notices/robot.ts'
import { type Trouble, troubleOf } from '../../../shared/notices/trouble.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

const ROBOTS = { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' } as const
const WHERE = {
  wecom: '群设置 → 群机器人 → 添加，把给出的地址整段贴过来。',
  dingtalk: '群设置 → 智能群助手 → 自定义机器人，安全设置选“加签”，地址和密钥都贴过来。',
  feishu: '群设置 → 群机器人 → 自定义机器人，勾上“签名校验”，地址和密钥都贴过来。',
} as const
const WHY: Readonly<Record<Trouble, string>> = {
  timeout: '等不到回话',
  unreachable: '那边连不上',
  unclear: '回的话看不懂',
  'secret-lost': '存的地址打不开了（换过机器，密钥没带来），请重新设一遍',
  'address-gone': '群里的地址不认了，请换新的地址',
  settings: '安全设置对不上（加签或关键词），请核对密钥',
  'too-often': '发得太密，那边挡下了',
  'mailbox-unknown': '没有这个邮箱，请本人核对地址',
  'mailbox-full': '对方邮箱满了',
  'mail-log-in': '本机的邮件账号登不上，请管机器的人看看',
  later: '那边眼下收不了，过一阵再试',
  refused: '那边没收',
}

const NOTICES = {
  blue: '快到日子',
  yellow: '过了日子',
  red: '请上一级督办',
  rating: '请人评',
  offer: '交来的事',
  'offer-late': '交来的事还没回话',
  supervision: '监督的问起',
} as const

/** Pages of the place: what it takes on, its days, the groups that are reminded. */
export const place = {
  ...everywhere,
  readOnly: '您可以看，要改请找主持人。',
  done: '存好了。',

  levelsTitle: '各级怎么叫',
  levelsWhat:
    '村里、乡里平时怎么叫，这里就怎么写；空着就用平常的叫法。台账、来龙去脉、大家看的页面都跟着这么说。',
  levelOf: (usual: string) => `${usual}叫什么`,
  changeLevels: '改叫法',
  putLevels: '就这么叫',
  levelsPut: '叫法改好了。',

  /** Who raised the matters of an old ledger. */
  raisersTitle: '收旧台账：提的人公开吗',
  raisersWhat:
    '旧台账里写着谁提的。平常不公开，回音壁上写「一位村民」，名字只有工作人员看得到；只管以后收进来的行。',
  raisersMasked: '现在：不公开',
  raisersNamed: '现在：公开',
  nameRaisers: '公开提的人的名字',
  maskRaisers: '不公开提的人的名字',
  raisersPut: '改好了，以后收进来的照这样。',

  addKind: '加一类事',
  changeKind: (name: string) => `改“${name}”`,
  dropKind: '拿掉这一类',
  dropKindSure: (name: string) => `拿掉“${name}”？`,
  dropKindWhat: '从下一版起不再列出；旧的版本里还查得到。',
  stance: '村里办不办',
  limitNone: '一件一议',
  limitWorking: '工作日',
  limitNatural: '天（连休息日算）',
  limitCount: '几天',
  guidanceWhat: '带什么、找谁、分几步，写给没办过的人看。',
  putKind: '存成新的一版',
  kindPut: '存好了，大家看到的已经是新的一版。',
  kindDropped: '拿掉了。',
  firstKind: '先写头一类',
  firstKindWhat: '从最常有人问的写起：路灯坏了找谁，几天修好。答应的时候会照这个期限算日子。',

  daysTitle: '放假、赶集',
  daysLead: '答应“几个工作日”的时候，照这一页算。已经答应的日子不会自己动。',
  calendarVersion: (version: string) => `历本 ${version}`,
  monthBefore: '上个月',
  monthAfter: '下个月',
  month: (first: Day) => `${partsOf(first).year}年${partsOf(first).month}月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  dayIs: (kind: 'work' | 'rest'): string => (kind === 'work' ? '上班' : '休息'),
  ownMark: '本村标的',
  markThem: (count: number) => `选了 ${count} 天`,
  markHint: '点日子选上，可以选好几天：赶集、农忙、庙会，都能标成休息。',
  markAs: '标成',
  mark: (mark: Mark): string => ({ rest: '休息', work: '上班', usual: '照国家的' })[mark],
  markSource: '为什么',
  markSourceWhat: '逢五赶集、收麦子……',
  putMarks: '标上',
  marked: '标好了。往后算日子照新的来，答应过的不动。',
  holidays: '国家放假的安排',
  holidayOf: (year: number) => `${year} 年`,
  announcedOn: (day: Day) => `${partsOf(day).year}年${everywhere.day(day)}公布`,
  typedIn: '本村先录入的',
  provisional: (year: number) => `${year} 年还没公布`,
  provisionalWhat: '先按周末和法定的日子算，算出来的都是暂定的。',
  announce: (year: number) => `录入 ${year} 年的安排`,
  announceRest: '放假',
  announceWork: '调休上班',
  announceWhat: '一行一段，例如 2027-02-06 到 2027-02-12；调休上班一行一天。',
  announceSource: '文件号',
  announced: (year: number) => `${year} 年的安排录好了。`,
  announceWrong: (text: string) => `“${text}”看不懂，请写成 2027-02-06 到 2027-02-12。`,
  bothDays: '历本变了，这些日子算出来不一样',
  bothDaysWhat: '答应过的日子不会自己动。要按新的历本算，就一件一件点。',
  stands: (day: Day, today: Day) => `现在是 ${everywhere.day(day, today)}`,
  wouldBe: (day: Day, today: Day) => `按新的历本是 ${everywhere.day(day, today)}`,
  countAgain: '重新算',
  countAgainFor: (owner: string) => `${owner}答应的这一件，按新的历本重新算`,
  countedAgain: '重新算过了，前后两个日子都留着。',
  noBothDays: '历本变过以后，没有哪个答应过的日子算出来不一样。',

  robotsTitle: '群里的机器人',
  robotsLead: '过了日子的事，每天往群里说一次。夜里九点到早上七点不说。只说群里人人都能看的。',
  robotKind: (kind: RobotKind): string => ROBOTS[kind],
  robotWhere: (kind: RobotKind): string => WHERE[kind],
  robotAddress: '机器人的地址',
  robotAddressWhat: '地址就是进群的钥匙，存下以后不再显示。',
  robotSecret: '加签的密钥',
  robotSecretWhat: '没有设加签就不填。',
  robotLanguage: '用哪种文字',
  addRobot: '加一个群',
  putRobot: '加上',
  robotPut: '加上了，下次有事就往这个群里说。',
  robotEnding: (ending: string) => `尾号 ${ending}`,
  robotSigned: '有加签',
  robotSetOn: (day: Day, today: Day) => `${everywhere.day(day, today)}加的`,
  removeRobot: '拿掉',
  removeRobotSure: '不再往这个群里说？',
  removeRobotWhat: '存着的地址和密钥会一起抹掉。',
  robotRemoved: '拿掉了，地址也抹掉了。',
  noRobot: '还没有加过群',
  noRobotWhat: '在群里加一个机器人，把地址贴到这里。大家在群里就知道哪件事过了日子。',
  noDelivery: '还没往这个群里说过。',
  delivery: (state: DeliveryState): string =>
    ({ waiting: '等着送', sent: '送到了', 'given-up': '没送成', needless: '到时候已经办了，没说' })[state],
  deliveryTries: (count: number) => `试了 ${count} 次`,
  deliveryNext: (time: string) => `${time} 再试`,
  deliveryWhy: (outcome: string): string => {
    const trouble = troubleOf(outcome)
    if (trouble === null) return '送到了'
    const number = /\d+$/.exec(outcome)?.[0]
    return number ? `${WHY[trouble]}（${number}）` : WHY[trouble]
  },
  testRobot: '试发一条',
  /** `why` is null where it arrived. */
  tested: (why: string | null) => (why === null ? '发出去了，看看群里收到没有。' : `没发成：${why}。`),
  undeliveredTitle: '三十天里没送到的',
  undeliveredLead: '机器人的地址失效了、邮箱写错了，就会送不到。改好了再送一次。',
  noneUndelivered: '三十天里都送到了。',
  byMail: (name: string) => `${name} · 邮件`,
  somebodyByMail: '一位乡亲 · 邮件',
  forThemAlone: '只给本人的提醒',
  noticeKind: (kind: NoticeKind): string => NOTICES[kind],
  listComma: '、',
  sendAgain: '再送一次',
  waitsAgain: '排上了，轮到就送。还成立的才送。',
}
export type PlaceWords = typeof place

const LEVELS: Readonly<Record<PlaceKind, string>> = {
  county: '县',
  township: '乡镇',
  village: '村',
  compound: '小区',
  grid: '网格',
}

/** What a place takes on and what it does not: its public page and its editor say the same. */
export const catalogue = {
  title: '管什么、不管什么',
  lead: '每一类事找谁、几天有结果、要带什么，都写在这里。改一次就换一个版本，旧的还查得到。',
  takesOn: '村里办的事',
  takesOnWhat: '找村里就行。',
  notOurs: '不归村里办的事',
  notOursWhat: '这些事村里办不了，也不该派给村里；该找谁写在后面。',
  kind: '哪一类事',
  unit: '找谁',
  level: '哪一级',
  levelName: LEVELS,
  limit: '几天有结果',
  limitIn: (limit: DayLimit | null) =>
    limit === null ? '一件一议' : `${limit.count} ${limit.unit === 'working' ? '个工作日' : '天'}`,
  guidance: '怎么办',
  version: (version: number) => `第 ${version} 版`,
  olderVersion: (version: number) => `这是第 ${version} 版，后来改过。`,
  newest: '看现在这一版',
  empty: '还没有写。有事先跟主持人说，或者会上说。',
  seePublic: '大家看到的那一页',
}
export type CatalogueWords = typeof catalogue
