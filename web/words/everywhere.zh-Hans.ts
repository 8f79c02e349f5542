import type { Day } from '../../shared/kernel/day.ts'
import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import { chineseNumber } from '../../shared/kernel/text/chinese-number.ts'

/** Words that every page has; each page's own words extend them. */
export const everywhere = {
  brand: '凉亭',
  close: '关上',
  cancel: '不做了',
  back: '返回',
  undo: '撤回',
  retry: '再试一次',
  reload: '刷新',
  save: '存下',
  change: '改',
  remove: '拿掉',
  more: '更多',
  loading: '正在取来……',
  /** A villager whose name is not shown. */
  oneVillager: '一位村民',

  saved: '已存',
  savedAt: (time: string) => `已存 ${time}`,
  saving: '正在存……',
  notSaved: '还没存',

  offline: '现在没有网',
  offlineWhat: '写好的都留在这里，网一通就发出去。',
  staleAt: (time: string) => `画面停在 ${time}，正在接回……`,
  errorTitle: '出了点意外',
  errorWhat: '存过的都还在，请再试一次。',
  /** The page was opened before an update of the server. */
  pageIsOld: '凉亭更新过了，刷新一下再接着用。存过的都还在。',

  settings: '设置',
  language: '语言',
  letters: '字的大小',
  lettersOff: '常规',
  letters24: '大字',
  letters30: '特大',
  bigLetters: '大字',
  usualLetters: '常规字',

  people: (count: number) => `${count} 人`,
  day: (day: Day, today?: Day) => dayInWords(day, 'zh-Hans', today),
  weekday: (day: Day) => weekdayInWords(day, 'zh-Hans'),
  /** 第三件, item 3 */
  nthItem: (count: number) => `第${chineseNumber(count)}件`,
  daysLeft: (days: number) => (days === 0 ? '就是今天' : `还有 ${days} 天`),
  daysLate: (days: number) => `过了 ${days} 天`,
}
export type EverywhereWords = typeof everywhere
