import { partsOf, weekdayOf, type Day } from '../kernel/day.ts'
import type { Language } from './language.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const CHINESE_WEEKDAYS = '日一二三四五六'
const DIGITS = '零一二三四五六七八九'

/** 12月10日, 10 December; with the year where it is not the reader's. */
export function dayInWords(day: Day, language: Language, today?: Day): string {
  const { year, month, date } = partsOf(day)
  const isOtherYear = today !== undefined && partsOf(today).year !== year
  if (language === 'en') return `${date} ${MONTHS[month - 1]}${isOtherYear ? ` ${year}` : ''}`
  return `${isOtherYear ? `${year}年` : ''}${month}月${date}日`
}

export function weekdayInWords(day: Day, language: Language): string {
  const weekday = weekdayOf(day)
  if (language === 'en') return WEEKDAYS[weekday] ?? ''
  return `${language === 'zh-Hans' ? '周' : '週'}${CHINESE_WEEKDAYS[weekday]}`
}

/** 1 to 99 in Chinese: 三, 十二, 二十. */
export function chineseNumber(count: number): string {
  if (count < 0 || count > 99 || !Number.isInteger(count)) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}
