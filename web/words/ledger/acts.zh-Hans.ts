import { DONE, SATISFIED } from '../../../shared/words/verdict/verdict.zh-Hans.ts'
import type { Route } from '../../../shared/concerns/concern.ts'
import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import { routes } from '../../../shared/words/terms.zh-Hans.ts'
import type { ActId } from '../../ledger/matter/acts/act.ts'

/** What can be done to a matter: the button, the sentence above its form, its fields, what is said once it is recorded. */
export interface OneAct {
  readonly name: string
  readonly what?: string
  readonly send: string
  readonly told: (day: string) => string
  readonly fields?: Readonly<Record<string, { readonly label: string; readonly hint?: string }>>
}

const ACTS: Readonly<Record<ActId, OneAct>> = {
  accept: { name: '接下来', send: '接下来', told: () => '接下来了。最先接的那一家还是给乡亲回话的。' },
  return: {
    name: '退回去',
    send: '退回去',
    told: () => '退回去了，理由写在来龙去脉里。',
    fields: { reason: { label: '为什么退', hint: '缺什么、该归谁，说清楚，下回才不会再推回来。' } },
  },
  done: {
    name: '办成了',
    send: '记下：办成了',
    told: () => '记下了，提的人会看到，由本人评。',
    fields: {
      report: { label: '办得怎么样', hint: '写做了什么、在哪儿看得见。提的人和全村都看得到。' },
    },
  },
  'own-part': {
    name: '分到的那份办成了',
    send: '记下：这份办成了',
    told: () => '这一份记下了。',
    fields: { coOwner: { label: '哪一份' }, report: { label: '办得怎么样' } },
  },
  part: {
    name: '办成了一部分',
    send: '记下：办成了一部分',
    told: () => '这一部分记下了，剩下的也有了日子。',
    fields: {
      report: { label: '办成了哪些' },
      remainder: { label: '还剩什么' },
      remainderOn: { label: '剩下的几号前', hint: '不能晚过答应的日子；要更久，请先申请改期。' },
    },
  },
  evidence: {
    name: '添凭据',
    send: '添上去',
    told: () => '凭据添上了。',
    fields: { evidence: { label: '凭据', hint: '写在哪儿看得见：单子、账目、地点。大家都看得到。' } },
  },
  ask: {
    name: '申请改期',
    what: '趁没到日子先说明原因，由上一级、不办这件事的人来定。头一回说的日子一直留着。',
    send: '递上去',
    told: () => '递上去了，等上一级定。',
    fields: { dueOn: { label: '想改到哪天' }, reason: { label: '为什么赶不上' } },
  },
  grant: {
    name: '改日子',
    send: '改到这天',
    told: (day) => `改到了${day}。`,
    fields: {
      dueOn: { label: '改到哪天' },
      reason: { label: '为什么改', hint: '这句话会写在回音壁上，大家看得见。' },
    },
  },
  refuse: {
    name: '不同意改期',
    send: '不同意',
    told: () => '回了：不改期，还照原来的日子办。',
    fields: { reason: { label: '为什么不同意' } },
  },
  order: {
    name: '督办',
    what: '过了日子，上一级来催。日子不变，这句话写在来龙去脉里。',
    send: '发督办',
    told: () => '督办发下去了。',
    fields: { order: { label: '督办要求', hint: '要办什么、几号前回话。说事，不说人。' } },
  },
  remind: {
    name: '提醒一声',
    what: '告诉办的人一声，来龙去脉里大家都看得见。',
    send: '提醒',
    told: () => '提醒了，办的人会收到。',
    fields: { said: { label: '想说什么', hint: '说事，不说人。' } },
  },
  comment: {
    name: '公开说一句',
    what: '写进来龙去脉，大家都看得见。',
    send: '说出去',
    told: () => '写进来龙去脉了。',
    fields: { said: { label: '想说什么', hint: '说事，不说人。' } },
  },
  'request-evidence': {
    name: '问办到哪一步',
    what: '问一问进展，要一张照片或者单子来看。',
    send: '去问',
    told: () => '问了，办的人会收到。',
    fields: { said: { label: '想看什么', hint: '比如：换好的灯拍张照片。' } },
  },
  recount: {
    name: '照新放假安排改日子',
    send: '照新安排改',
    told: () => '照新的放假安排改了日子，不算改期。',
  },
  rate: {
    name: '替人评',
    what: '给没有手机的乡亲记：照原话写。办事的本人不能记。',
    send: '照原话记',
    told: () => '评的记下了。',
    fields: {
      done: { label: '办成了没有' },
      satisfied: { label: '满不满意' },
      witness: { label: '谁说的、谁在场' },
      word: { label: '还补了一句', hint: '没有就空着。' },
    },
  },
  settle: {
    name: '算办结',
    what: '评过了，或者等评的日子过了，由不办这件事的人来记办结。办结以后不再改。',
    send: '记下：办结',
    told: () => '办结了。',
  },
  promise: {
    name: '答应下来',
    send: '先记下',
    told: () => '记下了，念给对方听，点头才算数。',
  },
  'read-back': {
    name: '念给对方听过了',
    what: '把「谁、怎么办、几号前」念给答应的人听，听明白了再按。',
    send: '念过了',
    told: () => '记下了，念过了。点头就算数。',
  },
  confirm: {
    name: '点头了',
    what: '从这会儿起算数：日子开始走，全村看得见。',
    send: '点头了，算数',
    told: () => '算数了。',
  },
  'put-off': {
    name: '下回再说',
    what: '不算答应，这件事放进下一场会的议程，说过的话留着。',
    send: '留到下回',
    told: () => '留到下一场会上再说。',
  },
  drop: {
    name: '写错了，不要这条',
    what: '只有还没点头的才能拿掉，这件事又回到还没答复。',
    send: '拿掉',
    told: () => '拿掉了。',
  },
  answer: {
    name: '当场答复',
    send: '记下答复',
    told: () => '答复记下了，等提的人来评。',
    fields: { answer: { label: '怎么答的' } },
  },
  refer: {
    name: '转给该管的',
    send: '转过去',
    told: () => '记下了，转过去了。',
    fields: {
      referredTo: { label: '转给谁' },
      route: { label: '走哪条路' },
      reason: { label: '为什么转', hint: '没有就空着。' },
    },
  },
  assembly: {
    name: '交村民会议',
    send: '交村民会议',
    told: () => '记下了，交村民会议定。',
    fields: { reason: { label: '为什么要大家定' } },
  },
  decline: {
    name: '说明为什么不办',
    send: '记下理由',
    told: () => '理由记下了，大家看得见。',
    fields: { reason: { label: '为什么不办' } },
  },
  close: {
    name: '了结',
    what: '评过了，或者等评的日子过了，才能了结。了结以后不再改。',
    send: '了结这件事',
    told: () => '了结了。',
  },
  offer: {
    name: '上报、下交',
    what: '对方两个工作日内接下或退回；没接之前还在手里。最先接的这一家一直给乡亲回话。',
    send: '交过去',
    told: () => '交过去了，等对方回话。',
    fields: {
      toPlaceId: { label: '交给谁' },
      reason: { label: '为什么交', hint: '我们缺什么：权、钱、人，还是手续。' },
    },
  },
  summon: {
    name: '吹哨，请部门来',
    what: '事还在我们手里，请上面的部门两个工作日内到场。',
    send: '吹哨',
    told: () => '哨吹了，等部门来。',
    fields: {
      toPlaceId: { label: '哪一级的' },
      unit: { label: '哪个部门' },
      reason: { label: '请他们来做什么' },
    },
  },
  came: {
    name: '部门来了',
    send: '记下：来了',
    told: () => '记下了，部门来过。',
    fields: { unit: { label: '哪个部门' }, report: { label: '来了以后怎么说' } },
  },
  merge: { name: '和别的事并成一件', send: '并到一起', told: () => '并到一起了，提的人都看得到下文。' },
  'take-back-merge': { name: '并错了，分开', send: '分开', told: () => '分开了，各办各的。' },
  'take-back-report': { name: '没办成，撤回', send: '撤回', told: () => '撤回了，又算正在办。' },
  'take-back-offer': { name: '不交了，收回', send: '收回', told: () => '收回了，还在我们手里。' },
  'take-back-acceptance': { name: '接错了，收回', send: '收回', told: () => '收回了，又在等回话。' },
  'take-back-outcome': { name: '不算，收回', send: '收回', told: () => '收回了，又在等答复。' },
}

export const acts = {
  unconfirmedSigned: '已经签了字。到那一场会上出更正，再念一遍、下回再说或者拿掉。',
  orderFrom: (day: string) => `过了日子满五个工作日，或者第二回过日子，才督办：${day}起。`,
  acts: ACTS,
  doneAnswer: (answer: DoneAnswer): string => DONE[answer],
  satisfiedAnswer: (answer: SatisfiedAnswer): string => SATISFIED[answer],
  opensAgain: (owner: string, day: string) => `这样记，这件事重新打开，${owner}最晚${day}再办一回。`,
  goesUpTo: (place: string | null) =>
    place === null
      ? '这是第二回没办好，要上下一次会。'
      : `这是第二回没办好，要交到${place}，还要上下一次会。`,
  laterThan: (day: string) => `要比现在的${day}晚。头一回说的日子一直留着。`,
  /** What was asked for and nobody has decided; who asked is empty until the story is read. */
  asked: (who: string, day: string, reason: string) => `${who}申请改到${day}：${reason}`,
  newerDay: (then: string, now: string) =>
    `放假安排公布了：照原来算是${then}，照新的算是${now}。点了头才改。`,
  route: (route: Route): string => routes[route],
  ctrlEnter: 'Ctrl 回车',
  slip: '印张纸条',
  moreActs: '还能做什么',
  ownedAbove: (owner: string) => `这件是${owner}答应的，由${owner}来报。听到准信，也可以代报。`,
}
export type ActWords = typeof acts
