import { done } from '../../../shared/words/matter/done.zh-Hans.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import type { PromiseWords } from './promise.ts'

const QUICK = {
  onTheSpot: '当场',
  today: '今天',
  threeWorkingDays: '三个工作日',
  monthEnd: '本月底',
  nextMonthEnd: '下月底',
} as const
const left = (days: number) => (days === 0 ? '就是今天' : `还有 ${days} 天`)

export const words: PromiseWords = {
  ...done,
  promise: '承诺',
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  whoPlaceholder: '名字',
  howPlaceholder: '做什么，做到什么样',
  dayPlaceholder: '10号、月底',
  quickDay: (key) => QUICK[key],
  dayMeans: (day, today, days) =>
    `${dayInWords(day, 'zh-Hans', today)}，${weekdayInWords(day, 'zh-Hans')}，${left(days)}`,
  dayOff: '，那天休息',
  dayUnannounced: '，那一年哪天放假还没公布',
  dayUnread: '这不是准日子。写成「12月10日」「10号」「周五」「月底」都行。',
  dayPast: '这个日子已经过了。',
  notLinked: '名册和共建单位里没有，只记名字，没连到人。',
  whichOne: (name) => `有几位${name}，是哪一位？`,
  answersWhich: '答的是',
  answersNone: '没有对着哪一件，自己答应的',

  origin: '来历',
  originOf: (origin) =>
    ({ promise: '答应的', 'taken-on': '自己认领', referral: '别处转来', order: '上级交办' })[origin],
  kindOfMatter: '哪一类',
  kindNone: '目录里没有',
  within: ({ unit, count }) => (unit === 'working' ? `${count} 个工作日内` : `${count} 天内`),
  kindUnit: (unit) => `归${unit}办。`,
  kindNotOurs: (unit) => `村里不办，归${unit}。`,
  notOnList: '不在本村事项清单上，记下时会写明。',
  orderedOffList: '上级交办，不在本村清单上',

  together: '一起办的',
  addCoOwner: '加一个一起办的',
  coOwner: '谁',
  part: '办哪一部分',
  partDay: '几号前',
  removeCoOwner: (name) => `拿掉${name || '这一位'}`,

  readBack: '上墙念一遍',
  nodded: '念过，点头了',
  counts: (owner) => `${owner}答应的，算数了。`,
  recordOnly: '先记下',
  amend: '改好',
  missing: (parts) => `还差${parts.map((part) => `「${part}」`).join('、')}`,

  byDay: (owner, day) => `${owner}，${day}前`,
  withOthers: (names) => `和${names}一起`,
  waitingToRead: '等念',
  waitingForYes: '等点头',
  given: '已诺',
  onWallNow: '正在墙上念',
  confirm: '点头了',
  readBackAgain: '再念一遍',
  readBackShort: '念一遍',
  drop: '拿掉',
  dropped: '拿掉了。',
  confirmed: (owner) => `${owner}点头了，从现在算日子。`,
  recorded: '记下了，还没念。',
  isOnWall: '在墙上了。当面念，点头就按 Y。',
  edit: '改',

  linkTo: (name) => `「${name}」是谁？连到名册`,
  linkWhat: (name) => `写下的名字「${name}」不变，以后提醒、汇报都找得到这个人。`,
  linkWho: '名册或共建单位里的哪一位',
  linkSend: '就是这一位',
  linkCancel: '先不连',
  linked: '连上了，以后提醒找得到人。',
}
