import type { ConcernState } from '../concerns/concern.ts'
import { type Day, partsOf } from '../kernel/day.ts'
import { dayInWords } from './days.ts'
import { doneName, roles, timelineWordsBy } from './terms.zh-Hans.ts'
import { handsCounted } from './verdict/verdict.zh-Hans.ts'

const WHO = { hall: '会上举手', self: '提的人', raiser: '提的人' } as const
const { judged } = timelineWordsBy(WHO)

/** Sentences of the pages that everybody can read without a script. */
export const general = {
  doneName,
  judged,
  language: '语言',
  bigLetters: '大字',
  usualLetters: '常规字',
  orType: '没有扫码的手机，在浏览器里打这几个字：',
  echoWall: '回音壁',
  echoWallLead: '村里答应过的每一件事，都写在这里。头一回说的日子，一直不擦。',
  promised: '件答应过',
  settled: '件说办好了',
  running: '件正在办',
  overdue: '件过了日子',
  overdueTitle: '过了日子，还没办成',
  runningTitle: '正在办',
  settledTitle: '最近说办好的',
  no: '号',
  matter: '事情，谁来办，怎么办',
  firstDay: '头一回说',
  dayUnknown: '哪天没写',
  comma: '，',
  presentDay: '现在',
  doneDay: '哪天办好',
  howItStands: '怎么样了',
  whatWasDone: '办了什么',
  moved: (times: number) => `改期 ${times} 次`,
  movedBecause: (reason: string, by: string) => `改期原因：${reason}${by && `（${by}同意）`}`,
  daysLeft: (days: number) => `还有 ${days} 天`,
  today: '就是今天',
  daysLate: (days: number) => `过了 ${days} 天`,
  doneLate: (days: number) => `晚了 ${days} 天`,
  noPromisesYet: '还没有答应过的事。开过会、念过、点过头的事，会写在这里。',
  minutesOf: '历次纪要',
  noMinutesYet: '还没有签字的纪要。主持人和记录人都签了字，纪要就贴在这里。',
  masked: '一位村民',
  print: '可以直接打印张贴',
  minutes: '纪要',
  heldOn: (day: string) => `${day}开的会`,
  time: (time: string) => `时间：${time}`,
  venue: (venue: string) => `地点：${venue}`,
  nextEvenings: '下一场会',
  nextEveningOn: (day: string, when: string) => [day, when].filter(Boolean).join('，'),
  /** It was called for another time or place at first. */
  nextEveningMoved: (now: string, first: string) => `改到${now}。头一回说的是${first}。`,
  facilitator: roles.facilitator,
  recorder: roles.recorder,
  signedOn: (day: string) => `${day}签字`,
  answered: '当场答了',
  sinceSigning: '签字以后：',
  answeredSince: '有答复了',
  promisedState: '答应了日子',
  referred: (to: string) => `转给${to}`,
  declined: '说明了办不了的原因',
  assemblyState: '交村民会议定',
  reopenedState: '还要再办',
  withdrawnState: '本人收回了',
  mergedState: '并到另一件一起办',
  photo: (nth: number) => `办成什么样的照片，第 ${nth} 张`,
  closedState: '了结',
  raised: '还没有结果',
  concernsTitle: '大家提的事',
  appendixTitle: '附录：会上来不及说的话',
  appendixWhat: '当晚没上墙，散会以后主持人和记录人看过，写在这里。',
  promisesTitle: '当晚答应的',
  nothingWritten: '这一项没有记下文字。',
  note: '记',
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  fingerprint: '校验码',
  backToEchoWall: '看回音壁',
  monthSheet: '这个月怎么样',
  opinionBox: '意见箱',
  opinionBoxLead: '有难处、有意见，随时可以说，不用注册。',
  opinionBoxScan:
    '手机扫这个码，写下来就投进去了。没有手机，写张纸条，或者给村里打电话，一样有人记、有人办。',
  opinionBoxWho: '可以不写名字：大家看不到是谁说的，只有主持人和记录人知道。',
  toOpinionBox: '投意见箱',
  toMyMatters: '我提的事',
  catalogue: '管什么、不管什么',
  whoMay: '谁能做、谁能看',
  notYetSignedTitle: '纪要还没签字',
  notYetSigned: '主持人和记录人都签了字，这里就能看到全文。',
  notFoundTitle: '没有找到这一页',
  notFound: '地址可能写错了。请对照公示栏上的地址再试一次，或者问问村里的记录人。',
  cannotShow: '现在打不开这一页',
  toFrontDoor: '到首页',
  toLogIn: '去登录',
  asOf: (day: string) => `截至 ${day}`,
  versionNo: (version: number) => `第 ${version} 版`,
  correctedBecause: (reason: string, by: string) => `更正：${reason}${by && `（${by}提的）`}`,
  correctedSince: '这一版后来更正过，请看最新的一版。',
  beingCorrected: '正在更正。两个人都签了，新的一版才贴出来。',
  seeVersion: (version: number) => `看第 ${version} 版`,
  notInText: '未写入正文的承诺',
  reviewedTitle: '上次答应的，会上评过',
  handsFor: handsCounted,
  openedAgain: (day: string) => `${day}前再办`,
  day: (day: Day, today: Day) => dayInWords(day, 'zh-Hans', today),
  /** Who does it and how, in one line. */
  doing: (owners: readonly string[], measure: string) => `${owners.join('、')}：${measure}`,
  byDay: (owner: string, day: string) => `${owner}，${day}前`,
  concernNo: (no: number) => `${no} 号`,
  quoted: (text: string) => `「${text}」`,
  /** The seal on a promise that was confirmed. */
  promiseSeal: '诺',
  together: '一起办',
  scanHere: '扫码，在手机上看这一页。',
  scanWhat: '日子一改，这里就改。办得不对，下一场会上当面说。',
  nowOn: (day: string) => `现在 ${day}`,
}
export type PublicWords = typeof general

export type MonthNumber = 'promised' | 'kept' | 'overdue' | 'moved' | 'handedUp' | 'declined' | 'unrated'

export type MonthRate = 'response' | 'resolution' | 'satisfaction'

const NUMBERS: Readonly<Record<MonthNumber, string>> = {
  promised: '件答应了',
  kept: '件说办好了',
  overdue: '件过了日子',
  moved: '次改期',
  handedUp: '件交上去',
  declined: '件说明办不了',
  unrated: '件没人评',
}

const RATES: Readonly<Record<MonthRate, string>> = {
  response: '有回话的',
  resolution: '到日子办好的',
  satisfaction: '满意的',
}

/** Of so many, so many. */
const RATES_WHAT: Readonly<Record<MonthRate, (some: number, whole: number) => string>> = {
  response: (responded, raised) => `这个月提了 ${raised} 件，有说法的 ${responded} 件`,
  resolution: (resolved, due) => `日子到了 ${due} 件，到日子说办好的 ${resolved} 件`,
  satisfaction: (satisfied, rated) => `评了 ${rated} 回，满意或还可以的 ${satisfied} 回。没人评的不算满意`,
}

/** Sentences of the sheet of one month. */
export const month = {
  title: (first: Day) => `${partsOf(first).year}年${partsOf(first).month}月，说到做到没有`,
  lead: '这一页的数都从台账里来，没有人另外填。',
  number: NUMBERS,
  /** The number of matters handed up, where the level above has a name of its own. */
  handedUpTo: (level: string) => `件交到${level}`,
  keptInTime: (keptInTime: number) => `说办好的里，有 ${keptInTime} 件按头一回说的日子`,
  rate: RATES,
  rateWhat: RATES_WHAT,
  nothingToRate: '没有',
  overdueTitle: '过了日子，还没办成',
  keptTitle: '这个月说办好的',
  andMore: (count: number) => `还有 ${count} 件，见回音壁。`,
  village: '村',
  together: (count: number) => `其余 ${count} 个村`,
  tooFew: '太少，不列',
  tooFewWhat: '不到 5 件的不列，不到 5 件的村合在一起算，免得认出是谁家的事。',
  /** Before the name of whoever stands for the sheet. */
  countersigned: '监督签字',
  notYet: '这个月还没到。',
  nothing: '这个月没有到日子的事，也没有新答应的事。',
  before: '上个月',
  after: '下个月',
}
export type MonthWords = typeof month

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '收到了，村里先把话对准',
  recorded: '记下了，等着答复',
  answered: '答复了',
  promised: '有人答应办',
  referred: '转到该管的地方了',
  assembly: '要上村民会议',
  declined: '说明了为什么不办',
  rated: '提的人评过了',
  closed: '了结了',
  reopened: '还要再办',
  withdrawn: '提的人收回了',
  merged: '和同样的事并在一起了',
}

/** The page on which everybody reads of one matter. */
export const matter = {
  doneName,
  ...timelineWordsBy(WHO),
  about: (no: number, place: string, voices: number) =>
    `${no} 号，${place}${voices > 1 ? `，${voices} 个人说过` : ''}`,
  state: STATES,
  /** Before how many days are left, passed, or on which day it was done. */
  inHand: (owner: string) => `${owner}在办，`,
  notDone: (owner: string) => `${owner}还没办成，`,
  saidDone: (owner: string) => `${owner}说办好了，`,
  daysLeft: (days: number) => `还有 ${days} 天`,
  daysLate: (days: number) => `过了 ${days} 天`,
  today: '就是今天',
  /** Nobody nodded: an old ledger says it. */
  imported: (owner: string) => `从老台账收进来：${owner}，`,
  nowMoved: (times: number) => `现在，改过 ${times} 次`,
  takenOn: '自己认领',
  addVoice: '我也要说一声',
  addVoiceWhat: '不用登记，也不写名字，只多算一个人。',
  said: {
    added: '记下了，多算了您一个。下文在「我提的事」里也看得到。',
    counted: '您已经说过一声了，算过一次。',
    over: '这件事已经了结。还有话说，请写进意见箱。',
    later: '刚才说的人太多，请过一分钟再点一次。',
  },
  toMine: '我提的事',
  fromTheStart: '从头说起',
  tellUs: '写得不对，告诉我们',
  echoWall: '回音壁',
  asAt: (day: string, time: string) => `${day} ${time} 的样子`,
}
export type MatterWords = typeof matter

/** What only the pages without scripts say: there one button serves both lanes. */
export const plain = {
  send: '发出去',
  putIn: '投进去',
}
export type PlainOwnWords = typeof plain
