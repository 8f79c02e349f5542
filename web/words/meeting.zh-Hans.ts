import type { DayChoice, DayLimit } from '../../shared/calendar/counting.ts'
import type { Origin } from '../../shared/commitments/commitment.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import { chineseNumber } from '../../shared/kernel/text/chinese-number.ts'
import { doneName } from '../../shared/words/terms.zh-Hans.ts'

/** What the hall's screen says while people talk; it is all of the first load. */
export const hall = {
  loading: '正在取来……',
  oneVillager: '一位村民',
  staleAt: (time: string) => `画面停在 ${time}，正在接回……`,
  nthItem: (count: number) => `第${chineseNumber(count)}件`,
  pageTitle: '墙',
  phones: '手机',
  phonesUnit: '部',
  /** Before the address, for whoever cannot scan, and the code. */
  scan: '扫码能说，或打开',
  qrLabel: '二维码，手机扫了就能说话',
  noVoices: '谁先说一句？',
  spokenFor: (minutes: number, seconds: number) =>
    minutes === 0
      ? '刚开口'
      : `说了${minutes === 2 ? '两' : chineseNumber(minutes)}分${seconds < 30 ? '钟' : minutes < 10 ? '半' : '多钟'}`,
  typeHere: '在这里替人写一句',
  lantern: '话灯',
  cutOff: '现在连不上，正在再试。',
}
export type HallWords = typeof hall

const WHY: Readonly<Record<string, string>> = {
  restored: '系统从备份恢复以后，这些话正文里没有了。',
  boxed: '签字以后才送到的，没有改动正文，已经放进记录人的盒子里。',
  'minutes-signed': '已经签了字，这些话没有进正文。',
  'schema-too-old': '这一页是旧的，这些话没有进正文。请刷新，再送一次。',
  'not-allowed': '您现在不能写这一场的纪要，这些话没有进正文。',
  'too-long': '太长了，这些话没有进正文。请分几次送。',
}

const KINDS: Readonly<Record<string, string>> = {
  named: '起了名的一稿',
  signed: '签字的一稿',
  agenda: '换一件事的时候',
  time: '写到这时',
}

/** The text of an evening: written at the desk, read on every screen. */
export const minutes = {
  doneName,
  text: '纪要正文',
  placeholder: '谁说了什么，一句一行。先打「李婶：」，名字就站到左边。',
  loading: '正在把纪要取来……',
  /** The network lets pages through and no sockets. */
  blockedTitle: '这里的网络不让几个人同时写',
  blockedWhat:
    '纪要现在只能看，每隔十秒取一次新的。评论、事情和答应照常能记。要写纪要，请换个网络（比如手机热点），或请管网络的人放行 WebSocket。',
  unreachedWhat: '连不上服务器，正在一遍遍试。存过的都还在，连上就会出来。',
  failed: '纪要没取来。存过的都还在，请再试一次。',
  retry: '再试一次',
  readOnly: '这里只能看，不能写。写纪要的是主持人和记录人。',
  frozen: '已经有人签字，正文不能再改。要改，请签字的人先收回签字。',
  tooOld: '这一页是旧的，写了会弄坏别人的字，所以只能看。请刷新。',
  empty: '还没有写下什么。',

  savedAt: (time: string) => `已存 ${time}`,
  saving: (count: number) => `本机未送出 ${count} 处`,
  cutOff: '已断线，正在接回',
  cutOffWith: (count: number) => `已断线，本机未送出 ${count} 处`,
  /** Behind what is not sent: it lies on this machine at least, or not even that. */
  keptHere: '已留在本机',
  notKept: '本机没留住，先别关这一页',
  writing: (names: readonly string[]) => (names.length ? `${names.join('、')}也在写` : ''),

  restoredTitle: '系统是从备份恢复的',
  restoredWhat:
    '下面是备份里的正文，可能比您刚才看到的少。少了的话另外收着，就在「没送进去的话」里，一句也没丢。',
  restoredGoOn: '知道了，接着写',

  colon: '：',
  asideTitle: '没送进去的话',
  asideWhy: (why: string, time: string) => `${time}，${WHY[why] ?? '这些话没有送进正文。'}`,
  asideComparing: '等正文取来，再看哪几句没送进去。',
  asideAtRisk: '这台电脑留不住这些话，关了这一页就没了，请先复制出去。',
  asideCopy: '复制',
  asideCopied: '复制好了',
  asideAgain: '再送一次',
  asideDiscard: '丢掉',
  asideDiscardAsk: '真的丢掉这些话？',
  asideDiscardWhat: (lines: number) => `一共 ${lines} 行，丢掉就找不回来了。`,
  asideKeep: '留着',

  history: '以前的样子',
  historyLoading: '正在取来……',
  historyUnreachable: '现在取不来，正文没有动。请等网通了再试。',
  historyEmpty: '还没有留下以前的样子。写一阵子，或者给现在这一稿起个名，就有了。',
  pointKind: (kind: string) => KINDS[kind] ?? '当时的正文',
  pointOf: (name: string, time: string, by: string) => [time, name, by].filter(Boolean).join('　'),
  compareWith: '和哪一稿比',
  asItIsNow: '现在的正文',
  nothingChanged: '两稿一个字不差。',
  changes: (count: number) => `有 ${count} 行不一样。`,
  linesSame: (count: number) => `这里 ${count} 行没有变`,
  lineBecame: (kind: 'added' | 'gone' | 'changed'): string =>
    ({ added: '加上了一行：', gone: '去掉了一行：', changed: '改了一行：' })[kind],
  restorePoint: '恢复成这一稿',
  restoreKeeps: '恢复以后，别人这会儿正写的字还在；恢复错了，可以撤回。',
  restoredPoint: '正文已经恢复成那一稿。',
  undo: '撤回',
  nameNow: '给现在这一稿起个名',
  namePoint: '给这一稿起个名',
  nameOnceSaved: '等已存了，就可以起名。',
  nameExample: '念给大家听的一稿',
  giveName: '记下',
  close: '关上',

  nthItem: (count: number) => `第${chineseNumber(count)}件`,
  nowTalking: '正在说',
  movedOn: (title: string) => `现在说到「${title}」了。`,
  goOnThere: '过去接着写',
  startedAt: (time: string) => `${time} 开始`,

  markConcern: '变成一件事',
  markPromise: '记承诺',
  changeSpeaker: '改谁说的',
  speaker: '谁说的',
  speakerNone: '空着就是记录人的话',
  lineActions: '这一行',

  /** Chips. */
  concernRaised: (no: number, text: string) => `${no} 号 ${text}`,
  concernAnswered: (no: number) => `${no} 号，当场答了`,
  concernPromised: (no: number) => `${no} 号，答应了日子`,
  concernReferred: (no: number) => `${no} 号，转出了`,
  concernDeclined: (no: number) => `${no} 号，说明了不办`,
  concernAssembly: (no: number) => `${no} 号，交村民会议定`,
  concernReopened: (no: number) => `${no} 号，还要再办`,
  concernWithdrawn: (no: number) => `${no} 号，本人收回了`,
  concernMerged: (no: number) => `${no} 号，并到另一件一起办`,
  concernClosed: (no: number) => `${no} 号，了结`,
  promiseSpoken: '承诺，等念',
  promiseReadBack: '承诺，等点头',
  promiseOpen: (day: Day, today: Day) => `已诺，${dayInWords(day, 'zh-Hans', today)}前`,
  promiseLate: (days: number) => `已诺，过了 ${days} 天`,
  promiseDropped: '说过，没算答应',
  chipUnknown: '……',
}
export type MinutesWords = typeof minutes

const QUICK = {
  onTheSpot: '当场',
  today: '今天',
  threeWorkingDays: '三个工作日',
  monthEnd: '本月底',
  nextMonthEnd: '下月底',
} as const
const left = (days: number) => (days === 0 ? '就是今天' : `还有 ${days} 天`)

/** One promise: the strip it is written in and the card it is read from. */
export const promise = {
  doneName,
  promise: '承诺',
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  whoPlaceholder: '名字',
  howPlaceholder: '做什么，做到什么样',
  dayPlaceholder: '10号、月底',
  quickDay: (key: DayChoice): string => QUICK[key],
  dayMeans: (day: Day, today: Day, days: number) =>
    `${dayInWords(day, 'zh-Hans', today)}，${weekdayInWords(day, 'zh-Hans')}，${left(days)}`,
  /** Said after the day. */
  dayOff: '，那天休息',
  dayUnannounced: '，那一年哪天放假还没公布',
  dayUnread: '这不是准日子。写成「12月10日」「10号」「周五」「月底」都行。',
  dayPast: '这个日子已经过了。',
  notLinked: '名册和共建单位里没有，只记名字，没连到人。',
  whichOne: (name: string) => `有几位${name}，是哪一位？`,
  answersWhich: '答的是',
  answersNone: '没有对着哪一件，自己答应的',

  origin: '来历',
  originOf: (origin: Origin): string =>
    ({ promise: '答应的', 'taken-on': '自己认领', referral: '别处转来', order: '上级交办' })[origin],
  kindOfMatter: '哪一类',
  kindNone: '目录里没有',
  within: ({ unit, count }: DayLimit) => (unit === 'working' ? `${count} 个工作日内` : `${count} 天内`),
  kindUnit: (unit: string) => `归${unit}办。`,
  kindNotOurs: (unit: string) => `村里不办，归${unit}。`,
  notOnList: '不在本村事项清单上，记下时会写明。',
  orderedOffList: '上级交办，不在本村清单上',

  together: '一起办的',
  addCoOwner: '加一个一起办的',
  coOwner: '谁',
  part: '办哪一部分',
  partDay: '几号前',
  removeCoOwner: (name: string) => `拿掉${name || '这一位'}`,

  readBack: '上墙念一遍',
  nodded: '念过，点头了',
  counts: (owner: string) => `${owner}答应的，算数了。`,
  recordOnly: '先记下',
  amend: '改好',
  missing: (parts: string[]) => `还差${parts.map((part) => `「${part}」`).join('、')}`,

  byDay: (owner: string, day: string) => `${owner}，${day}前`,
  withOthers: (names: string) => `和${names}一起`,
  waitingToRead: '等念',
  waitingForYes: '等点头',
  given: '已诺',
  onWallNow: '正在墙上念',
  confirm: '点头了',
  readBackAgain: '再念一遍',
  readBackShort: '念一遍',
  drop: '拿掉',
  dropped: '拿掉了。',
  confirmed: (owner: string) => `${owner}点头了，从现在算日子。`,
  recorded: '记下了，还没念。',
  isOnWall: '在墙上了。当面念，点头就按 Y。',
  edit: '改',

  /** Whoever was only a name becomes somebody of the roster. */
  linkTo: (name: string) => `「${name}」是谁？连到名册`,
  linkWhat: (name: string) => `写下的名字「${name}」不变，以后提醒、汇报都找得到这个人。`,
  linkWho: '名册或共建单位里的哪一位',
  linkSend: '就是这一位',
  linkCancel: '先不连',
  linked: '连上了，以后提醒找得到人。',
}
export type PromiseWords = typeof promise
