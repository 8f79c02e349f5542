import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import { chineseNumber } from '../../shared/words/numbers.ts'
import type { EverywhereWords } from './keys/everywhere.ts'

export const everywhere: EverywhereWords = {
  brand: '涼亭',
  close: '關上',
  cancel: '不做了',
  back: '返回',
  undo: '復原',
  retry: '再試一次',
  reload: '重新整理',
  save: '存下',
  change: '改',
  remove: '拿掉',
  more: '更多',
  loading: '正在取來……',
  oneVillager: '一位村民',

  saved: '已存',
  savedAt: (time) => `已存 ${time}`,
  saving: '正在存……',
  notSaved: '還沒存',

  offline: '現在沒有網路',
  offlineWhat: '寫好的都留在這裡，網路一通就發出去。',
  staleAt: (time) => `畫面停在 ${time}，正在接回……`,
  errorTitle: '出了點意外',
  errorWhat: '存過的都還在，請再試一次。',
  nothingHere: '這裡還沒有東西',

  settings: '設定',
  language: '語言',
  letters: '字的大小',
  lettersOff: '一般',
  letters24: '大字',
  letters30: '特大',
  bigLetters: '大字',
  usualLetters: '一般字',

  people: (count) => `${count} 人`,
  day: (day, today) => dayInWords(day, 'zh-Hant', today),
  weekday: (day) => weekdayInWords(day, 'zh-Hant'),
  nthItem: (count) => `第${chineseNumber(count)}件`,
  daysLeft: (days) => (days === 0 ? '就是今天' : `還有 ${days} 天`),
  daysLate: (days) => `過了 ${days} 天`,
}
