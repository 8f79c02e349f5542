import type { ConcernChannel } from '../../../shared/concerns/concern.ts'
import type { LedgerStanding } from '../../../shared/ledger/ledger.ts'
import type { StoryFacts, ToldBeside } from '../../ledger/matter/story/story-facts.ts'
import type { MatterEvent } from '../../../shared/ledger/matter/matter.ts'
import type { MonthSums } from '../../../shared/ledger/month/month.ts'
import type { WaitingKind } from '../../../shared/ledger/waiting.ts'
import { routes } from '../../../shared/words/terms.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

const CHANNELS = {
  meeting: '',
  form: '从意见箱递来',
  call: '打电话来说',
  paper: '写纸条来说',
  visit: '入户时说起',
  import: '从老台账转来',
} as const

const SUPERVISION = {
  reminder: '提醒了一声',
  comment: '公开说了一句',
  'evidence-request': '问办到哪一步了，要看凭据',
} as const

const asker = ({ who, by, isOnBehalf }: Pick<StoryFacts, 'who' | 'by' | 'isOnBehalf'>): string =>
  isOnBehalf ? `${by ? `${by}替` : '工作人员代'}${who}` : who

const TELLS: Readonly<Record<Exclude<MatterEvent['type'], ToldBeside>, (facts: StoryFacts) => string>> = {
  'concern-raised': ({ who, meeting, channel }) =>
    `${who || everywhere.oneVillager}${meeting ? `在${meeting}上提的` : CHANNELS[channel] || '提的'}`,
  'concern-recorded': () => '说法跟提的人对过，记下了',
  'concern-reworded': () => '说法改了改',
  'concern-answered': () => '答复了',
  'concern-referred': ({ unit, route }) => `转给${unit}${route ? `（${routes[route]}）` : ''}`,
  'concern-put-to-assembly': () => '要上村民会议定',
  'concern-declined': () => '说明不办',
  'outcome-taken-back': () => '上面的答复收回了，重新来过',
  'concern-withdrawn': () => '提的人自己收回了',
  'concern-merged': () => '和同样的事并到了一起',
  'merge-taken-back': () => '并错了，又分开了',
  'voice-added': () => '又有一位乡亲说这件事',
  'slip-handed-out': () => '给提的人写了张纸条，换手机也看得见',
  'concern-reopened': ({ times }) => `评过以后，第 ${times} 回重新打开`,
  'concern-escalated': ({ to }) =>
    to ? `评了两回都要再办，往${to}走` : '评了两回都要再办，上面没有再上一级',
  'concern-put-on-agenda': () => '排上了下一次会',
  'concern-closed': ({ as, route }) =>
    as === 'disagreed'
      ? `到顶了还没办好，了结。还可以走${route ? routes[route] : routes.petition}`
      : as === 'rated'
        ? '了结'
        : '了结，没人评（不算满意）',
  'commitment-recorded': ({ who }) => `${who}说`,
  'commitment-amended': () => '改了，要再念一遍',
  'confirmation-taken-back': () => '点头按错了，退回去，等再点头',
  'commitment-put-off': () => '当晚没人点头，不算答应，下一场再说',
  'commitment-restored': () => '拿掉的又放回来，等念一遍',
  'commitment-joined': () => '这句答应算作这件事的答复',
  'rating-changed': () => '有人改了评价，上面的数照改后的算',
  'commitment-read-back': () => '念了一遍',
  'commitment-confirmed': ({ who, day, isImported }) =>
    isImported ? `从旧台账收进来：${who}，${day}前` : `${who}点头答应：${day}前`,
  'extension-asked': (facts) => `${asker(facts)}申请改到${facts.day}`,
  'extension-refused': ({ day, by }) => `${by || '上一级'}没同意改到${day}`,
  'due-day-moved': ({ from, to, times, by }) => `${by || '上一级'}同意：${from}改到${to}，改期第 ${times} 次`,
  'due-day-recounted': ({ from, to }) => `放假安排变了，${from}重算成${to}，不算改期`,
  'part-reported': () => '办成了一部分',
  'photo-removed': () => '拿掉了一张照片',
  'owner-linked': ({ who, unit }) => `「${who}」连到了名册上的${unit}`,
  'evidence-added': () => '添了凭据',
  'commitment-ordered': ({ by }) => `${by || '上一级'}督办`,
  'commitment-supervised': ({ by, supervision }) =>
    `${by || '监督的'}${supervision ? SUPERVISION[supervision] : ''}`,
  'commitment-done': ({ who, day, isOnBehalf }) =>
    day ? `${isOnBehalf ? '工作人员代' : ''}${who}报办成了` : `旧台账写着${who}办成了，哪天办成的没有写`,
  'report-taken-back': () => '撤回了，还没办成',
  'commitment-became-overdue': ({ day, times }) =>
    `过了${day}，还没办成${times > 1 ? `（第 ${times} 回过日子）` : ''}`,
  'commitment-reopened': ({ to, times }) => `评过以后，第 ${times} 回重办，${to}前`,
  'commitment-settled': ({ as }) => (as === 'rated' ? '办结' : '办结，没人评（不算满意）'),
  'matter-offered': ({ from, to, isSlow }) =>
    isSlow ? `评了两回都要再办，${from}交到${to}` : `${from}交到${to}`,
  'matter-accepted': ({ to }) => `${to}接下了`,
  'matter-returned': ({ from, to }) => `${to}退回${from}`,
  'offer-taken-back': ({ from }) => `${from}收回，不交了`,
  'acceptance-taken-back': ({ to }) => `${to}收回，刚才接错了`,
  'matter-passed': ({ from, to }) => `村子换了镇，${from}手里的转给${to}`,
  'unit-summoned': ({ from, to, unit }) => `${from}吹哨，请${to}${unit}来`,
  'unit-came': ({ unit }) => `${unit}来了`,
  'outcome-rated': () => '大家评',
}

export const story = {
  /** Who asked for a later day: whoever owns it, or somebody in their place. */
  asker,
  tells: TELLS,
  totals: ({ satisfied, acceptable, not }: Readonly<Record<'satisfied' | 'acceptable' | 'not', number>>) =>
    `满意 ${satisfied}，还可以 ${acceptable}，不满意 ${not}`,
  partly: (count: number) => `${count} 个说办成了一部分`,
  notDone: (count: number) => `${count} 个说没办成`,
  rest: (what: string, day: string) => `还剩：${what}，${day}前`,
  ownPart: (name: string, part: string) => `${name}的那份：${part}`,
  answerBy: (day: string) => `${day}前回话`,
}
export type StoryWords = typeof story

/** One matter on a page of its own. */
export const matter = {
  ...story,
  list: (parts: readonly string[]) => parts.join('，'),
  toList: '回到台账',
  raised: (day: string) => `${day}提的`,
  /** Others who asked for the same. */
  voices: (others: number) => `${others} 个人也说了`,
  sameDay: '当天',
  now: '今天',
  /** Said beside the days that are left, where the first day has gone by. */
  pastFirstDay: (days: number) => `按头一回说的已过 ${days} 天`,
  whatNow: '您现在能做的',
  nothingNow: '这件事现在等别人，没有要您做的。',
  whole: '从头看',
  /** The unit that was called in, and by when it comes. */
  summoned: (unit: string, day: string) => `请了${unit}，${day}前来`,
}
export type MatterWords = typeof matter

const CAME_BY = {
  meeting: '会上说',
  form: '意见箱',
  call: '电话',
  paper: '纸条',
  visit: '入户',
  import: '老台账',
} as const
const SUMS: Readonly<Partial<Record<keyof MonthSums, string>>> = {
  raised: '提的',
  responded: '有回音',
  due: '到日子',
  resolved: '按时办成',
  overdue: '今天过了日子',
  rated: '评过',
  satisfied: '满意或还可以',
  unrated: '没人评',
  declined: '说明不办',
}

/** What half a year adds up to. */
export const figures = {
  figuresTitle: '这半年',
  figuresWhat: '照台账一行一行数出来的，没有人另填。只说事，不排人。',
  figuresUnreachable: '这半年的数没取来。看看网，再试一次。',
  /** In place of a number that stands for fewer matters than a group, or would tell of one. */
  tooFew: '太少，不列',
  keptBack: '不足 5 件的太少，不列，免得对着人。',
  partOf: (part: number, whole: number) => `${part} / ${whole}`,
  figureSays: (title: string) => `${title}，数字在下面的表里`,
  keptTitle: '按月兑现',
  keptWhat: '实的是按当时的日子办成的，框是到日子的',
  ratesTitle: '三率',
  ratesWhat: '实的是做到的，框是该做的',
  responseRate: '有回话的',
  resolutionRate: '办成的',
  satisfactionRate: '满意的',
  besideRates: (unrated: string, declined: string) =>
    `另有：没人评 ${unrated}（不算满意），说明不办 ${declined}`,
  agesTitle: '没办完的，搁了多久',
  agesWhat: '从提起那天算',
  /** More days than the first, up to the second; null: without an end. */
  age: (over: number, upTo: number | null) =>
    upTo === null ? `${over} 天以上` : over === 0 ? `${upTo} 天内` : `${over + 1}–${upTo} 天`,
  channelsTitle: '从哪儿来的',
  channelsWhat: '这半年提的事',
  channel: (channel: ConcernChannel): string => CAME_BY[channel],
  columnDue: '到日子',
  columnResolved: '按时办成',
  columnRate: '哪一率',
  columnOf: '该做',
  columnSoMany: '做到',
  columnAge: '搁了',
  columnMatters: '几件',
  columnChannel: '来路',
  columnPlace: '哪里',
  belowTitle: '下面各处，按名字排',
  placesTogether: (names: readonly string[]) => `${names.join('、')}（合着数）`,
  sumName: (name: keyof MonthSums) => SUMS[name] ?? '',
}
export type FigureWords = typeof figures

export type WaitingGroup = WaitingKind | 'offer'

const GROUPS = { red: '亮红了', offer: '等我们回', extension: '想改日子', late: '下面过了的' } as const
const STANDINGS = {
  overdue: '过了日子',
  soon: '快到了',
  'on-track': '正在办',
  spoken: '等点头',
  settled: '说办好了',
} as const

/** What waits for the level above. */
export const waiting = {
  group: (group: WaitingGroup): string => GROUPS[group],
  filterPlace: '看哪些村',
  allPlaces: (place: string, count: number) => `${place}，${count} 个村`,
  filterGroup: '看哪一样',
  allGroups: (count: number) => `等我办的 ${count} 件`,
  someOf: (group: string, count: number) => `${group} ${count} 件`,
  order: '一个村的排在一起，先后按村名',
  takeAway: '导出这张表',
  fileName: (place: string, day: string) => `${place}等着办的-${day}.csv`,
  columnPlace: '哪个村',
  columnMatter: '事情，谁在办',
  columnNow: '现在的日子',
  columnFirst: '头一回说',
  columnLeft: '离今天',
  columnGroup: '等什么',
  columnOwner: '谁在办',
  columnAsked: '想改到',
  promisedBy: (owner: string) => `${owner}答应的`,
  supervisionSaid: '监督的问过',
  answerBy: '前回话',
  first: (day: string) => `头一回 ${day}`,
  neverMoved: '没改过',
  late: (days: number) => `过了 ${days} 天`,
  isToday: '就在今天',
  left: (days: number) => `还有 ${days} 天`,
  wantsLater: (day: string, reason: string) => `想改到 ${day}：${reason}`,
  wantedLater: (day: string) => `想改到 ${day}，没人回，日子到了`,
  pick: '选上',
  picked: (count: number) => `选了 ${count} 件。`,
  pickedWhat: '接下以后，还是村里给乡亲回话。',
  giveBack: '退回，写原因',
  giveBackReason: '为什么退',
  giveBackHint: '缺什么、该归谁，说清楚，下回才不会再推回来。',
  accept: (count: number) => `接下 ${count} 件`,
  returned: (count: number) => `退回 ${count} 件，原因写在来龙去脉里。`,
  notReturned: '有的没退成，原因写在那一行下面。',
  speak: '上级发话',
  speakLabel: '要办什么、几号前回话',
  ask: '问办到哪一步',
  askFirst: '日子到了，办到哪一步了？拍张照片来看看。',
  remind: '提醒一声',
  remindFirst: '过了日子，请抓紧办。办到哪一步了，说一声。',
  grant: '同意',
  refuse: '不改',
  refuseLabel: '为什么不改',
  saidLabel: '想说什么',
  send: '发出去',
  cancel: '先不发',
  done: '发出去了，来龙去脉里看得见。',
  nothingTitle: '没有等您办的',
  nothingWhat: '下面各村没有亮红的，没有等回话的，也没有过了日子的。',
  noneHere: '这样看没有。',
  more: '还有更多，到台账里看',
  unreachable: '等着办的没取来。看看网，再试一次。',
  today: (place: string) => `今天${place}`,
  todayWhat: '只算今天，点开是一件件的事',
  see: (count: number) => `看 ${count} 件`,
  standing: (standing: LedgerStanding): string => STANDINGS[standing],
  byPlace: '各村，按村名',
  open: '没办完',
  rated: '评过的',
  satisfied: '满意的',
  tooFew: '太少，不列',
  tooFewWhat: '不到 5 件的不列，免得认出人来。评过的算近半年。',
  morePlaces: (count: number) => `还有 ${count} 个村`,
}
export type WaitingWords = typeof waiting

export const mail = {
  summary: '邮件提醒',
  what: '快到日子、过了日子、有人等您回话，每天最多来一封信，夜里不来。',
  address: '您的邮箱',
  set: '寄到这里',
  sending: '正在记…',
  waiting: (address: string) =>
    `已经往 ${address} 寄了一封信（夜里就等早上七点）。打开信里的链接，按「是我的」，才算数。`,
  on: (address: string) => `提醒寄到 ${address}。`,
  stop: '停掉，把邮箱删了',
  stopped: '停掉了，邮箱也删了。',
  undelivered: '最近一封没寄到，试了五次。请看看邮箱写对没有。',
  unreachable: '没连上，请过一会儿再试。',
}
export type MailWords = typeof mail
