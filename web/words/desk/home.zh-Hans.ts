import type { Waiting, WaitingPart, WaitingReason } from '../../../shared/agenda/waiting.ts'
import type { Lane } from '../../../shared/comments/comment.ts'
import type { Category, ConcernChannel, ConcernKind, Group, Size } from '../../../shared/concerns/concern.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { QuestionKind } from '../../../shared/notices/supervision-question.ts'
import { dayInWords } from '../../../shared/words/days.ts'

/** Who may act: this reader, others by name, and how many more. */
export interface Named {
  readonly isMe: boolean
  readonly others: readonly string[]
  readonly more: number
}

const CAME_BY: Readonly<Record<ConcernChannel, string>> = {
  meeting: '会上',
  form: '意见箱',
  call: '电话',
  paper: '纸条',
  visit: '当面',
  import: '老台账',
}

const KINDS: Readonly<Record<ConcernKind, string>> = {
  stated: '本人明说',
  observed: '当场看到',
  inferred: '听话听出来的',
}

const CATEGORIES: Readonly<Record<Category, string>> = {
  infrastructure: '基础设施',
  environment: '环境',
  livelihood: '民生',
  industry: '产业',
  'village-funds': '村财',
  dispute: '纠纷',
  other: '其他',
}

const SIZES: Readonly<Record<Size, string>> = {
  small: '小事，当天',
  general: '一般，五个工作日',
  complex: '复杂，十五天',
  hard: '难事，六十天',
}

const GROUPS: Readonly<Record<Group, string>> = {
  elders: '老人',
  children: '孩子',
  'special-needs': '特殊困难的人',
}

const LANES: Readonly<Record<Lane, string>> = {
  open: '写名字，大家都看得见',
  masked: '不写名字，主持人、记录人才知道',
}

const ASKED: Readonly<Record<QuestionKind, string>> = {
  comment: '有人问话',
  'evidence-request': '要看凭据',
  'later-day-refused': '没同意改期',
}

/** What came in between two evenings, for the staff. */
export const inbox = {
  title: '等着落的事',
  empty: '没有等着回话的事',
  emptyHere: '自己收进来的，没有等着回话的。',
  handedHere: '别处交过来的',
  handedBy: (place: string, reason: string) => `${place}交过来的${reason ? `：${reason}` : ''}`,
  heldHere: (holder: string, first: string) => `${first}的事，现在在${holder}手里`,
  answerBy: (day: string) => `最晚${day}回话`,
  takeOrReturn: '接下，或退回',
  isAskedOf: (place: string, day: string) => `等${place}回话，最晚${day}`,
  isWith: (place: string) => `现在在${place}手里`,
  tellsOn: '有了下文，还由我们告诉提的人',
  emptyWhat: '村民投意见箱、打电话、塞纸条说的事，都会排在这里。',
  printBox: '意见箱的码，打印出来贴上',
  more: (count: number) => `还有 ${count} 件`,
  channel: CAME_BY,
  state: { raised: '先把话对准', recorded: '等答复', reopened: '还要再办' },
  cameOn: (day: Day, today: Day) => (day === today ? '今天来的' : `${dayInWords(day, 'zh-Hans', today)}来的`),
  noName: '没留名字',
  masked: '名字不公开',
  voices: (count: number) => `${count} 个人提过`,

  agree: '照这样记',
  agreeWords: '把话对准',
  replyNow: '回话',
  countNow: (count: number) => `${count} 件，不等下一场也能回`,
  agreed: (no: number) => `${no} 号记下了，回音壁上能看到了。`,
  answer: '答复',
  promise: '有人答应',
  settled: (no: number) => `${no} 号有着落了，提的人看得到。`,
  slip: '印张纸条',
  describe: '归类',
  /** Leads to the matter in the ledger, where it can be handed up. */
  otherActs: '报到上一级，请人来办',
  merge: '并到一起',
  numbered: (no: number) => `${no} 号`,
  mergeInto: '和哪一件是同一件事',
  mergeWhat: '两件并成一件办，提的人一个不少，都看得到下文。',
  mergeNone: '没有别的事可以并。',
  chooseOne: '选一件',
  merged: (no: number, into: number) => `${no} 号并到 ${into} 号里了。`,
  toAgenda: (title: string) => `上「${title}」`,
  onAgenda: (no: number, title: string) => `${no} 号排进「${title}」了。`,

  kindLabel: '怎么知道的',
  kind: KINDS,
  categoryLabel: '哪一类',
  category: CATEGORIES,
  sizeLabel: '多大的事',
  size: SIZES,
  gridLabel: '哪一片',
  noGrid: '说不准',
  groupsLabel: '关系到谁（回音壁只写总数）',
  group: GROUPS,

  takeIn: '替人记一件',
  how: '怎么来的',
  whoMayKnow: '谁能知道是谁说的',
  lane: LANES,
  who: '谁说的（可以空着）',
  needsName: '要写名字，先写上是谁说的。',
  what: '什么事',
  whatPlaceholder: '照原话写',
  putIn: '记下',
  takenIn: '记下了。',

  waitsForYou: '先等着您的',
  waitsCount: (count: number, late: number) => `${count} 件${late ? '，过了日子的在头里' : ''}`,
  lateBy: (days: number) => `过了 ${days} 天`,
  leftDays: (days: number) => (days === 0 ? '今天到日子' : `还有 ${days} 天`),
  byDay: (day: string) => `${day}前`,
  bothDays: (first: string, now: string) => `头一回 ${first}，现在 ${now}`,
  reportIt: '写进展、报办成',
  inPlace: (place: string, what: string) => `${place}，${what}`,
  wantsLater: '想改日子',
  laterDay: (from: string, to: string, reason: string) =>
    `想从${from}改到${to}${reason ? `：${reason}` : ''}`,
  decidedAbove: (wish: string) => `${wish}。由上一级来定`,
  askedLater: (what: string, day: string) => `${what}。想改到${day}，还没有人定`,
  decideIt: '去定',
  lookAt: '去看',
  promisedByYou: '您答应的',
  notYetDue: (count: number) => `${count} 件，还没到日子`,
  moreOfYours: (count: number) => `您答应的还有 ${count} 件，在台账里`,
  allOfYours: '都在台账里：我答应的',
  toSign: '等签字',
  halfSigned: (minutes: string) => `${minutes}，签了一位，还差一位`,
  minutesOf: (day: string) => `${day}的纪要`,
  signIt: '看完，签字',
  notNodded: '等点头',
  takenOn: '有人认领',
  countsOnceRead: (day: string) => `${day}前办，念一遍、点了头才算数`,
  readItBack: '去念、去定',
  asked: ASKED,
  askedBy: (who: string, day: string) => `${who}，${day}问的`,
  refusedBy: (who: string, day: string) => `${who}，${day}回的`,
  laterRefused: (day: string, reason: string) => `没同意改到${day}：${reason}`,
  stillBy: (day: string) => `还是${day}前办。办不完，先说办到哪一步；日子没到，还能再申请。`,
  askedAbout: (owner: string, measure: string) => `${owner}答应的：${measure}`,
  answerIt: '回一句',
  answerInPublic: '怎么回',
  answerInPublicWhat: '大家都看得到，写在这件事的经过里。',
  answerPut: '回过去',
  answerLater: '先不回',
  answered: '回过去了，问的人看得到。',
  answerWithPhoto: '带照片回，到台账里写',
  nextEvening: '下一场',
  seeAgenda: '看要说的事',
  noNextEvening: '还没有排',
  addToNext: '记一件想说的事',
  whoPlans: (names: readonly string[]) =>
    `${names.length ? `${names.join('、')}来排。` : ''}您记下的事会排在收进来的话里，答应过的先说。`,
  mayAnswerIt: ({ isMe, others, more }: Named): string => {
    const names = others.join('、') + (more ? `等 ${others.length + more} 人` : '')
    return isMe ? (names ? `您和${names}能回` : '您能回') : names ? `${names}能回` : ''
  },
  mayAgreeIt: ({ isMe, others }: Named): string => {
    const names = [...(isMe ? ['您'] : []), ...others].join('、')
    return names ? `先由${names}把话对准` : ''
  },
}
export type InboxWords = typeof inbox

// A module of its own would be named in the desk's first script three times.
const DONE = { done: '办成了', partly: '办成了一部分', not: '没办成' } as const
const SATISFIED = { satisfied: '满意', acceptable: '还可以', not: '不满意' } as const
const photosOf = (count: number): string => (count ? `照片 ${count} 张` : '没照片')

/** The page on which the next evening is planned. */
export const plan = {
  title: '排下一场',
  nextIsPlanned: '下一场，排好了',
  drawnUp: '下一场，照着答应过的排好了',
  seeOrChange: '看要说的事，要改也在这里',
  goThrough: '过一遍，定下来',
  untilSettled: '定下来才算数，到那天在这里开会。',
  lateAmong: (late: number) => `过了日子的 ${late} 件`,
  part: (part: WaitingPart | 'added'): string =>
    ({
      promised: '上次答应的',
      above: '上头回话',
      unfinished: '上次没说完的',
      inbox: '收进来的话',
      added: '新添的',
    })[part],
  count: (count: number) => `${count} 件`,
  reason: (reason: WaitingReason, who: string | null, day: (on: Day) => string): string => {
    switch (reason.kind) {
      case 'judged-not':
        return `评了 ${reason.times} 回都要再办`
      case 'late':
        return `过了 ${reason.days} 天`
      case 'reported':
        return `说是办好了，${photosOf(reason.photos)}`
      case 'judged':
        return `提的人评的是：${DONE[reason.done]}，${SATISFIED[reason.satisfied]}；${photosOf(reason.photos)}`
      case 'due':
        return `${day(reason.on)}到期`
      case 'marked':
        return '说好下一场讲'
      case 'no-outcome':
        return '还没有说法'
      case 'not-reached':
        return '没来得及讲'
      case 'came-in':
        return [
          who ?? '一位村民',
          CAME_BY[reason.channel],
          reason.voices > 1 ? `${reason.voices - 1} 个人也说了` : '',
        ]
          .filter(Boolean)
          .join('，')
      case 'answered':
        return '已经回了话，这场不上'
    }
  },
  about: ({ who, firstDueOn, doneOn }: Waiting, day: (on: Day) => string) =>
    `${who ?? ''}，头一回 ${firstDueOn ? day(firstDueOn) : ''}${doneOn ? `，${day(doneOn)}说是办好了` : ''}。留下，就由答应的人先说。`,
  nothing: '没有等着的事。要讲什么，添在下面。',
  nothingYet: '头一场没有旧事。要讲什么，添在下面；大家想说的总在最后。',
  notYetDue: (count: number, firstDay: string) =>
    `还有 ${count} 件答应的没到日子，最早的是${firstDay}，这次不念。`,
  inLedger: '台账里看',
  keep: '留下',
  putOff: '下一场再说',
  takeOut: '拿掉',
  isKept: '留下了',
  isPutOff: '这场不上',
  choose: '选一件',
  forward: '往前挪',
  add: '添一件',
  addHint: '再添一件，写好按回车',
  added: '新添的',
  back: '退一步',
  draftKept: '排到一半也留着',
  /** Kept by this browser; only what is settled is on the server. */
  savedAt: (time: string) => `已存 ${time}，在这台机器上`,
  notSaved: '这台机器存不住，没定以前别关这一页',
  facts: { title: '叫什么', day: '哪天', venue: '在哪儿', howLong: '多久' },
  change: '改',
  changed: '好了',
  changing: (fact: string) => `改：${fact}`,
  noVenue: '还没说在哪儿',
  onWall: '墙上会这样写',
  promisesFor: (count: number, minutes: number) => `${count} 件，约 ${minutes} 分`,
  minutes: (minutes: number) => `${minutes} 分`,
  howLong: (minutes: number) =>
    minutes < 60
      ? `约 ${minutes} 分钟`
      : `约 ${Math.floor(minutes / 60)} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`,
  settle: '就这样定',
  settleWhat: '定了以后，开会的时候还能加、能改。',
  /** This very plan was settled before, in another tab. */
  isThere: '这场会在另一个窗口里已经定了。要改，到那场会里改。',
  goThere: '去那场会',
  ctrlEnter: 'Ctrl 回车',
  notYours: '排下一场由主持人来',
  notYoursWhat: '要加一件，请告诉主持人，或者写进意见箱。',
}
export type PlanWords = typeof plan
