import { DONE, SATISFIED } from './verdict/verdict.zh-Hans.ts'
import type { SupervisionKind } from '../commitments/commitment.ts'
import type { Day } from '../kernel/day.ts'
import type { CalendarWords } from '../ledger/entries.ts'
import type { LedgerFileWords } from '../ledger/table.ts'
import { dayInWords } from './days.ts'

export const ledgerFile: LedgerFileWords = {
  columns: {
    no: '序号',
    meeting: '来源场次',
    raisedOn: '提出时间',
    raisedBy: '提出人',
    grid: '所属网格',
    category: '类别',
    problem: '问题',
    answer: '现场答复',
    measure: '措施',
    owner: '责任人',
    coOwners: '协办',
    level: '层级',
    firstDueOn: '承诺时限',
    dueOn: '现时限',
    timesMoved: '延期次数',
    progress: '进展',
    done: '完成情况',
    stage: '督办级别',
    rating: '群众评价',
    timesReopened: '重开次数',
    closedOn: '销号时间',
    publicOn: '公示日期',
    fingerprint: '校验码',
  },
  unnamed: '一位村民',
  category: {
    infrastructure: '基础设施',
    environment: '环境',
    livelihood: '民生',
    industry: '产业',
    'village-funds': '村财',
    dispute: '纠纷',
    other: '其他',
  },
  kind: { county: '县', township: '乡镇', village: '村', compound: '小区', grid: '网格' },
  state: {
    raised: '提出，写法待本人点头',
    recorded: '记下，等答复',
    answered: '当场答了',
    promised: '答应了日子',
    referred: '转出',
    assembly: '交村民会议定',
    declined: '说明了办不了的原因',
    rated: '评过',
    closed: '了结',
    reopened: '重新办',
    withdrawn: '本人收回',
    merged: '并到另一件',
  },
  notAgreed: '等点头',
  running: '正在办',
  done: '办成',
  stage: { blue: '蓝', yellow: '黄', red: '红' },
  doneAnswer: DONE,
  satisfied: SATISFIED,
  unrated: '未评',
  to: '；',
}

const day = (on: string): string => dayInWords(on, 'zh-Hans')

/** To whoever does it, from those who supervise: what was to be done, what they say. */
const SUPERVISED: Readonly<Record<SupervisionKind, (measure: string, said: string) => string>> = {
  reminder: (measure, said) => `「${measure}」，监督的提醒您：${said}`,
  comment: (measure, said) => `「${measure}」，监督的在台账上说了一句：${said}`,
  'evidence-request': (measure, said) => `「${measure}」，监督的问办到哪一步了：${said}`,
}

/** Sentences of the messages that go into a group or to a person by mail. */
export const reminders = {
  heading: (place: string) => `凉亭提醒 · ${place}`,
  /** Sent by hand, to see whether a group hears. */
  test: '这是试着发的一条。看得到，就说明这个群收得到提醒。',
  /** A promise whose day has passed: what was to be done, by whom, which day, days since then. */
  late: (measure: string, owner: string, dueOn: Day, days: number) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，还没报办好。`,
  /** The same, when those above have to look after it. */
  up: (measure: string, owner: string, dueOn: Day, days: number) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，请上一级来催办。`,
  /** A matter that was handed here and waits for a yes or no. */
  offered: (text: string, from: string, answerBy: Day) =>
    `「${text}」，${from}交过来了，请在${day(answerBy)}以前回话，接还是退。`,
  offerLate: (text: string, from: string, answerBy: Day) =>
    `「${text}」，${from}交过来了，说好${day(answerBy)}以前回话，还没有回。请今天定下来。`,
  link: (address: string) => `点开来办：${address}`,
  more: (count: number) => `还有 ${count} 件，台账里都有。`,
  /** To whoever does it, before the day: what, who promised, which day, days until then. */
  soon: (measure: string, owner: string, dueOn: Day, days: number) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，${days === 0 ? '就是今天' : `还有 ${days} 天`}。办好了请报一声；办不完，请在这天以前申请改期。`,
  supervised: SUPERVISED,
  /** To whoever asked for it. */
  howItWent: (text: string) => `您提的「${text}」有结果了。办成了没有，您满意不满意，请说一句。`,
  /** To somebody who asks for them, because they have no phone of their own here. */
  askHowItWent: (text: string) =>
    `「${text}」有结果了，提的人没有手机登记。请去问一问：办成了没有，满意不满意。`,
  /** Of mails alone. */
  subject: (count: number) => `凉亭提醒：有 ${count} 件事等您`,
  dear: (name: string) => `${name}，您好：`,
  /** The last line: where no more mail is asked for. */
  off: (address: string) => `不想再收，点开这里停掉：${address}`,
  questionSubject: (place: string) => `凉亭 · ${place}：这个邮箱是您的吗`,
  /** Before the address of the page on which one says yes. */
  question: (place: string) =>
    `${place}的凉亭里登记了这个邮箱。点开下面这页，按「是我的」，往后有事到期、有人等您回话，每天最多来一封信，夜里不来。不是您的，不用理会，也不会再来信。`,
  /** The page behind the links of a mail. */
  page: {
    title: '邮件提醒',
    isAsked: (name: string) =>
      `${name}，这个邮箱是您的吗？按下「是我的」，往后的提醒就寄到这里：每天最多一封，夜里不寄。`,
    isOn: (name: string) => `${name}，提醒正寄到这个邮箱：每天最多一封，夜里不寄。`,
    yes: '是我的，寄到这里',
    stop: '停掉，把邮箱删了',
    thanks: '记下了。往后的提醒会寄到这个邮箱。',
    stopped: '停掉了，邮箱也删了。要再收，登录后在台账里重新填。',
    gone: '这个链接用不了了：邮箱换过，或者已经停掉。',
  },
}
export type ReminderWords = typeof reminders

/** What a subscribed calendar says. */
export const calendar: CalendarWords = {
  mineOf: (name) => `${name}答应的事`,
  unitOf: (place) => `${place}答应的事`,
  byOwner: (owner, measure) => `${owner}：${measure}`,
  about: (concern) => `事情：${concern}`,
  who: (owners) => `谁来办：${owners.join('、')}`,
  firstDay: (day) => `头一回说：${day}`,
  moved: (times) => `改期 ${times} 次`,
  ownPart: (part) => `自己那一份：${part}`,
}
