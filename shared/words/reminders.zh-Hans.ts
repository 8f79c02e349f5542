import { dayInWords } from './days.ts'
import type { ReminderWords } from './reminders.ts'

const day = (on: string): string => dayInWords(on, 'zh-Hans')

export const words: ReminderWords = {
  heading: (place) => `凉亭提醒 · ${place}`,
  late: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，还没报办好。`,
  up: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，请上一级来催办。`,
  offered: (text, from, answerBy) => `「${text}」，${from}交过来了，请在${day(answerBy)}以前回话，接还是退。`,
  offerLate: (text, from, answerBy) =>
    `「${text}」，${from}交过来了，说好${day(answerBy)}以前回话，还没有回。请今天定下来。`,
  link: (address) => `点开来办：${address}`,
  more: (count) => `还有 ${count} 件，台账里都有。`,
}
