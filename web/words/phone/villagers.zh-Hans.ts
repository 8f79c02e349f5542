import { handsCounted, DONE, SATISFIED, verdict } from '../../../shared/words/verdict/verdict.zh-Hans.ts'
import type { DroppedFor } from '../../../shared/commitments/dropped.ts'
import type { ConcernState, GivenOutcome, Group } from '../../../shared/concerns/concern.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { DoneAnswer, RatingChannel, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import { dayInWords } from '../../../shared/words/days.ts'

/** What became of the matter, where a promise for it was dropped. */
const DROPPED_FOR: Readonly<Record<DroppedFor, string>> = {
  next: '这件事放到下回会上再议。',
  waiting: '这件事还在等人办。',
  settled: '',
}

/** A matter that somebody in the hall takes on themselves. */
export const hand = {
  /** What was said to the matter that one's own words became. */
  became: {
    answered: '当场答了。',
    promised: '有人答应了。',
    referred: '转给该管的了。',
    assembly: '交村民会议定。',
    declined: '这件办不了，说了为什么。',
  } satisfies Readonly<Record<GivenOutcome, string>>,
  merged: '跟说同一件事的并到一起了。',
  handTitle: '等人来办的事',
  handWhat: '您能办的，可以认下来。',
  raisedBy: (name: string | null) => (name === null ? '有乡亲提的' : `${name}提的`),
  take: '这件我来办',
  who: '怎么称呼您',
  how: '怎么办',
  howHint: '比如：周六带两个人把沟清了。',
  byWhen: '几号前',
  dayMeant: (day: string) => `也就是${day}前。`,
  nameShown: (name: string) => `认下来的事要写名字，大家都看得到：${name}。`,
  send: '认下来',
  sending: '正在发……',
  leave: '先不认',
  missing: {
    who: '认一件事要写名字，大家才知道找谁。',
    how: '写一句怎么办。',
    byWhen: '选一个日子，今天或往后。',
    past: '这一天已经过去了，选今天或往后的日子。',
  },
  /** It counts once it was read out and they nodded. */
  taken: (measure: string, day: string) =>
    `您认下了：${measure}，${day}前。等会儿会上念一遍，您点头才算数；不想办了，念的时候说一声就行。`,
  /** After the evening. */
  takenBefore: (measure: string, day: string) =>
    `您认下了：${measure}，${day}前。会上没来得及念，村里念给您听，您点头才算数。`,
  /** What was being written when the evening was closed, or the matter settled. */
  notTaken: {
    over: '会散了，您写的没来得及认下。要办，跟村里说一声。',
    settled: '这件事有人认了，或者有了着落，您写的没有发出去。',
  },
  discard: '不要了',
  /** What became of the matter says why. */
  dropped: (measure: string) => `您认下的「${measure}」不算数了，会上拿掉了。`,
  droppedFor: DROPPED_FOR,
  notSent: '没发出去，写的都还在。网通了再按一次。',
}
export type HandWords = typeof hand

/** What a phone says after the evening, also of words that were being written when it was closed. */
export const over = {
  closedWhat: '您说过的话都记着。纪要签了字，就能在这里看。',
  signedWhat: '纪要签了字，谁都能看。谢谢您来。',
  unsaidTitle: '您这句话没来得及发出去',
  unsaidWhat: '会散了，今晚收不进去了。可以放进意见箱，村里一样答复。',
  toBox: '放进意见箱',
  discard: '不要了',
}
export type OverWords = typeof over

export interface Said {
  readonly channel: RatingChannel
  readonly done: DoneAnswer
  readonly satisfied: SatisfiedAnswer
}

export interface CountedHands {
  readonly done: Readonly<Record<DoneAnswer, number>>
  readonly satisfied: Readonly<Record<SatisfiedAnswer, number>>
  readonly tellers: readonly string[]
}

const WHO = { hands: '大家', phone: '提的人用手机', told: '提的人' }

/** Judging what was promised before, by hands in the hall. */
export const hands = {
  fromBefore: '上次答应的',
  judged: (judged: number, of: number) => `评了 ${judged} / ${of}`,
  reportedOn: (day: string) => `${day}说是办好了`,
  dueOn: (day: string) => `${day}前`,
  late: (days: number) => `过了 ${days} 天`,
  again: (day: string) => `要再办，${day}前`,
  /** Who judged, by which way, and what they said. */
  said: (answers: Said) => `${WHO[answers.channel]}说${verdict(answers)}`,
  firstDay: (day: string) => `头一回说 ${day}`,
  nowDay: (day: string) => `现在 ${day}`,
  photo: '照片',
  judgeIt: '就这样评',
  hallJudges: '一会儿大家举手评。',
  /** While hands are counted: each answer with its number so far. */
  handsUp: (counts: readonly string[]) => `大家正在举手：${counts.join('，')}`,
  next: '下一件',
  lastOfThem: '上次答应的都看过了。',
  /** The line in the minutes. */
  inMinutes: (measure: string, hands: CountedHands) =>
    `「${measure}」，举手：${handsCounted(hands)}。${hands.tellers.join('、')}数的。`,
  count: '数手',
  wasItDone: '办成了没有？',
  areYouSatisfied: '满意吗？',
  done: DONE,
  satisfied: SATISFIED,
  hands: (count: number) => `${count} 只手`,
  twoTellers: '哪两位数的',
  teller: (which: number) => `第${which}位`,
  notWhole: '两个问题都要数，写上数手的两个人。',
  notNumbers: '手数只写数字，没有人举手就写 0。',
  /** While a count was under way, it was judged in another way. */
  nothingToCount: (measure: string, standing: string) => `「${measure}」${standing}，不用再数手。`,
  runsUntil: (day: string) => `${day}前再办`,
  bothAgree: '两人数的一样，记下',
  counted: '记下了。没办成或不满意的，自动再办。',
  cancel: '先不数',
  /** Another desk counts, or one that went away. */
  countedElsewhere: '墙上写着「正在数」：是另一台电脑在数。',
  endCount: '不数了',
}
export type HandsWords = typeof hands

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '刚记下',
  recorded: '等着落',
  answered: '答复过',
  promised: '答应了',
  referred: '转出去了',
  assembly: '交村民会议了',
  declined: '说明办不了',
  rated: '评过了',
  closed: '了结了',
  reopened: '重办，等着落',
  withdrawn: '收回了',
  merged: '并到别的事里了',
}
const GROUPS = { elders: '老人', children: '孩子', 'special-needs': '特困的人' } as const

/** What was asked before, and what is said again and again. */
export const alike = {
  askedBefore: '以前说过相近的事',
  askedBeforeWhat: '是同一件，就把这个声音加进去，不另立一件。',
  no: (no: number) => `第 ${no} 号`,
  /** How it stands, with the day of its promise where there is one. */
  standing: (state: ConcernState, dueOn: Day | null): string =>
    dueOn === null ? STATES[state] : `${STATES[state]}，${dayInWords(dueOn, 'zh-Hans')}前`,
  voices: (count: number) => `${count} 个人说过`,
  addVoice: '加到这一件',
  addVoiceTo: (no: number) => `把这个声音加到第 ${no} 号`,
  voiceAdded: (no: number) => `加进第 ${no} 号了，这个声音也算数。`,
  voiceAlone: (no: number) => `已经记下了，但没能加进第 ${no} 号，现在单立一件。`,
  look: '看这一件',
  newWindow: '在新窗口打开',

  /** Matters found for which nothing was promised. */
  unpromised: (count: number) => `还没有人答应的事，找到 ${count} 件`,
  nothingPromised: (state: ConcernState) => `没有人答应办，${STATES[state]}`,
  rising: '这些事一再有人说',
  risingWhat: (days: number) => `近 ${days} 天里说得相近的事放在一起。还没等人再来说，先去看看。`,
  risingEmpty: '近来没有哪件事一再有人说。同一件事说到三回，或者两个村都说，就会在这里出现。',
  times: (count: number) => `说了 ${count} 回`,
  villages: (count: number) => `${count} 个村`,
  waiting: (count: number) => `${count} 件等着落`,
  about: (group: Group, count: number) => `${count} 件关系到${GROUPS[group]}`,
  showThem: '一件件看',
  raisedOn: (day: Day, today: Day) => dayInWords(day, 'zh-Hans', today),
  notReached: '现在取不来，网通了再看。',
  retry: '再试一次',
}
export type AlikeWords = typeof alike

/** What a phone promised, and what it may do about it; few phones have promised anything. */
export const myPromise = {
  notReadBack: '村里念一遍、点了头才算数',
  dropped: '不算数了，会上拿掉了',
  droppedFor: DROPPED_FOR,
  report: '报一报',
  photo: '拍张照',
  later: '晚几天',
  reportLabel: '办得怎么样了',
  reportSend: '报办好了',
  photoLabel: '拍的是什么',
  photoSend: '发上去',
  laterDay: '改到哪一天',
  laterWhy: '为什么要晚几天',
  laterSend: '请求晚几天',
  laterAsked: (day: string) => `请求改到${day}，等上面回话。`,
  laterRefused: (day: string, reason: string, dueOn: string) =>
    `没同意改到${day}：${reason}。还是${dueOn}前办；来不及，再点「晚几天」说明白，或者到会上说。`,
  laterOver: '日子到了，不能再改；办好了报一报，没办好到会上说。',
  photosComing: '照片还在传，传完再报。',
  writeFirst: '先写几个字。',
  reportedOn: (day: string) => `${day}报的办好了`,
}
export type MyPromiseWords = typeof myPromise

export const photos = {
  label: '照片（不放也行）',
  hint: (most: number) => `最多 ${most} 张。照片里的地点、机型会先去掉；别拍到人脸和门牌。大家都看得到。`,
  choose: '添照片',
  more: '再添一张',
  preparing: '正在缩小照片…',
  uploading: '正在传照片…',
  taken: (nth: number) => `第 ${nth} 张照片，已传好`,
  takeOut: (nth: number) => `不要第 ${nth} 张`,
  retry: '再传一次',
  unreadable: '这张图打不开，换一张照片试试。',
  tooMany: (most: number) => `最多 ${most} 张，多出来的没有添。`,
  unreachable: '没传上去，照片还在这里。网好了再传一次。',
  strip: '照片',
  open: (nth: number, of: number) => `打开第 ${nth} 张照片，共 ${of} 张`,
  removed: '这张照片拿掉了',
  remove: (nth: number) => `拿掉第 ${nth} 张`,
  removeSurely: '真的拿掉，找不回来',
  keep: '留着',
  removeFailed: '没有拿掉，请再试一次。',
}
export type PhotoWords = typeof photos

/** What is said for each character when a code is read aloud. */
const SPOKEN: Readonly<Record<string, string>> = {
  '2': '二',
  '3': '三',
  '4': '四',
  '5': '五',
  '6': '六',
  '7': '七',
  '8': '八',
  '9': '九',
  A: '尖塔',
  C: '月牙',
  E: '梳子',
  F: '旗子',
  H: '梯子',
  J: '鱼钩',
  K: '开',
  M: '门',
  N: '恩',
  P: '皮',
  R: '热',
  T: '钉子',
  U: '碗',
  W: '波浪',
  X: '叉',
  Y: '树丫',
}

/** The code by which another phone follows what this one raised, on a screen and on a slip of paper. */
export const claim = {
  spoken: SPOKEN,
  title: '换手机也看得见',
  what: '换个手机，写这八个字，您的事就都在。',
  give: '给我一个码',
  making: '正在写……',
  keep: '抄在纸上，只给自家人看。丢了就换一个。',
  change: '换一个',
  changeSure: '换了，旧的那八个字就不管用了。真的换？',
  typeTitle: '有纸条，或者旧手机上有码？',
  typeLabel: '写上那八个字',
  typeSend: '接上',
  typing: '正在接……',
  typed: '接上了，那边的事也在这里了。',
  cutOff: '现在连不上，请再试一次。',
  phones: '谁还能看',
  noPhones: '现在只有这部手机能看。',
  linkedOn: (day: string) => `${day}接上的一部手机`,
  endPhone: '断开',
  endSure: '断开以后，那部手机看不到您的事，那八个字也作废。真的断开？',
  phoneEnded: '断开了。要再接别的手机，请重新要一个码。',
  print: '印张纸条',
  slipTitle: '凭这八个字看下文',
  slipHow: '随便哪部手机，打开下面的网址，写上这八个字，就能看下文、添一句、评一评。',
  slipNoPhone: '没有手机，拿着这张纸条来村里问，也一样。',
  slipCare: '只给自家人看。丢了，请村里再给一张，旧的就不管用了。',
  slipFor: '提的事',
}
export type ClaimWords = typeof claim
