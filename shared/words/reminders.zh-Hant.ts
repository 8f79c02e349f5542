import { dayInWords } from './days.ts'
import type { ReminderWords } from './reminders.ts'

const day = (on: string): string => dayInWords(on, 'zh-Hant')

export const words: ReminderWords = {
  heading: (place) => `涼亭提醒 · ${place}`,
  late: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答應${day(dueOn)}辦好，過了 ${days} 天，還沒報辦好。`,
  up: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答應${day(dueOn)}辦好，過了 ${days} 天，請上一級來催辦。`,
  offered: (text, from, answerBy) => `「${text}」，${from}交過來了，請在${day(answerBy)}以前回話，接還是退。`,
  offerLate: (text, from, answerBy) =>
    `「${text}」，${from}交過來了，說好${day(answerBy)}以前回話，還沒有回。請今天定下來。`,
  link: (address) => `點開來辦：${address}`,
  more: (count) => `還有 ${count} 件，臺賬裡都有。`,
}
