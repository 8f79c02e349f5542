import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import type { PromiseWords } from './keys/promise.ts'

const QUICK = {
  onTheSpot: '當場',
  today: '今天',
  threeWorkingDays: '三個工作日',
  monthEnd: '本月底',
  nextMonthEnd: '下月底',
} as const
const left = (days: number) => (days === 0 ? '就是今天' : `還有 ${days} 天`)

export const words: PromiseWords = {
  promise: '承諾',
  who: '誰',
  how: '怎麼辦',
  byWhen: '幾號前',
  whoPlaceholder: '名字',
  howPlaceholder: '做什麼，做到什麼樣',
  dayPlaceholder: '10號、月底',
  quickDay: (key) => QUICK[key],
  dayMeans: (day, today, days) =>
    `${dayInWords(day, 'zh-Hant', today)}，${weekdayInWords(day, 'zh-Hant')}，${left(days)}`,
  dayOff: '，那天休息',
  dayUnannounced: '，那一年哪天放假還沒公布',
  dayUnread: '沒看懂這個日子。寫成「12月10日」「10號」「週五」「月底」都行。',
  dayPast: '這個日子已經過了。',
  notLinked: '名冊和共建單位裡沒有，只記名字，沒連到人。',
  whichOne: (name) => `有幾位${name}，是哪一位？`,
  answersWhich: '答的是',
  answersNone: '沒有對著哪一件，自己答應的',

  origin: '來歷',
  originOf: (origin) =>
    ({ promise: '答應的', 'taken-on': '自己認領', referral: '別處轉來', order: '上級交辦' })[origin],
  kindOfMatter: '哪一類',
  kindNone: '目錄裡沒有',
  within: ({ unit, count }) => (unit === 'working' ? `${count} 個工作日內` : `${count} 天內`),
  kindUnit: (unit) => `歸${unit}辦。`,
  kindNotOurs: (unit) => `村裡不辦，歸${unit}。`,
  notOnList: '不在本村事項清單上，記下時會寫明。',
  orderedOffList: '上級交辦，不在本村清單上',

  together: '一起辦的',
  addCoOwner: '加一個一起辦的',
  coOwner: '誰',
  part: '辦哪一部分',
  partDay: '幾號前',
  removeCoOwner: (name) => `拿掉${name || '這一位'}`,

  readBack: '上牆念一遍',
  nodded: '念過，他點頭了',
  counts: (owner) => `${owner}答應的，算數了。`,
  recordOnly: '先記下',
  amend: '改好',
  missing: (parts) => `還差${parts.map((part) => `「${part}」`).join('、')}`,

  byDay: (owner, day) => `${owner}，${day}前`,
  withOthers: (names) => `和${names}一起`,
  waitingToRead: '等念',
  waitingForYes: '等點頭',
  given: '已諾',
  done: '辦結',
  onWallNow: '正在牆上念',
  confirm: '點頭了',
  readBackAgain: '再念一遍',
  readBackShort: '念一遍',
  drop: '拿掉',
  dropped: '拿掉了。',
  confirmed: (owner) => `${owner}點頭了，從現在算日子。`,
  recorded: '記下了，還沒念。',
  isOnWall: '在牆上了。當面念，他點頭就按 Y。',
  edit: '改',

  linkTo: (name) => `「${name}」是誰？連到名冊`,
  linkWhat: (name) => `寫下的名字「${name}」不變，以後提醒、匯報都找得到這個人。`,
  linkWho: '名冊或共建單位裡的哪一位',
  linkSend: '就是這一位',
  linkCancel: '先不連',
  linked: '連上了，以後提醒找得到人。',
}
