import { partsOf, weekdayOf, type Day, type Time } from '../kernel/day.ts'
import type { Language } from './language.ts'
import { chineseNumber } from '../kernel/text/chinese-number.ts'

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

/** 十二月, December. */
export function monthInWords(day: Day, language: Language): string {
  const { month } = partsOf(day)
  return language === 'en' ? MONTHS[month - 1]! : `${chineseNumber(month)}月`
}

export function weekdayInWords(day: Day, language: Language): string {
  const weekday = weekdayOf(day)
  if (language === 'en') return WEEKDAYS[weekday] ?? ''
  return `${language === 'zh-Hans' ? '周' : '週'}${CHINESE_WEEKDAYS[weekday]}`
}

const PARTS_OF_DAY = [
  { until: 5, words: '凌晨' },
  { until: 11, words: '上午' },
  { until: 13, words: '中午' },
  { until: 18, words: '下午' },
  { until: 24, words: '晚上' },
]

/** 晚上7点半, 7:30 pm. */
export function timeInWords(time: Time, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const onDial = hour % 12 || 12
  const padded = String(minute).padStart(2, '0')
  if (language === 'en') return `${onDial}:${padded} ${hour < 12 ? 'am' : 'pm'}`
  const part = PARTS_OF_DAY.find(({ until }) => hour < until)?.words ?? ''
  const point = language === 'zh-Hans' ? '点' : '點'
  return `${part}${onDial}${point}${minute === 0 ? '' : minute === 30 ? '半' : `${padded}分`}`
}

interface TimeAndVenue {
  readonly beginsAt: Time | null
  readonly venue: string | null
}

/** Behind the day: 晚上7点半，村口凉亭; nothing where neither is known. */
export const timeAndVenueInWords = ({ beginsAt, venue }: TimeAndVenue, language: Language): string =>
  [beginsAt && timeInWords(beginsAt, language), venue].filter(Boolean).join(language === 'en' ? ', ' : '，')
