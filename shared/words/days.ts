import { partsOf, weekdayOf, type Day } from '../kernel/day.ts'
import type { Language } from './language.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const CHINESE_WEEKDAYS = '日一二三四五六'

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
