import { dayInWords } from './days.ts'
import type { ReminderWords } from './reminders.ts'

const day = (on: string): string => dayInWords(on, 'zh-Hant')

export const words: ReminderWords = {
  heading: (place) => `涼亭提醒 · ${place}`,
  test: '這是試著發的一條。看得到，就說明這個群收得到提醒。',
  late: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答應${day(dueOn)}辦好，過了 ${days} 天，還沒報辦好。`,
  up: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答應${day(dueOn)}辦好，過了 ${days} 天，請上一級來催辦。`,
  offered: (text, from, answerBy) => `「${text}」，${from}交過來了，請在${day(answerBy)}以前回話，接還是退。`,
  offerLate: (text, from, answerBy) =>
    `「${text}」，${from}交過來了，說好${day(answerBy)}以前回話，還沒有回。請今天定下來。`,
  link: (address) => `點開來辦：${address}`,
  more: (count) => `還有 ${count} 件，臺賬裡都有。`,
  soon: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答應${day(dueOn)}辦好，${days === 0 ? '就是今天' : `還有 ${days} 天`}。辦好了請報一聲；辦不完，請在這天以前申請改期。`,
  supervised: {
    reminder: (measure, said) => `「${measure}」，監督的提醒您：${said}`,
    comment: (measure, said) => `「${measure}」，監督的在臺賬上說了一句：${said}`,
    'evidence-request': (measure, said) => `「${measure}」，監督的問辦到哪一步了：${said}`,
  },
  howItWent: (text) => `您提的「${text}」有結果了。辦成了沒有，您滿意不滿意，請說一句。`,
  askHowItWent: (text) => `「${text}」有結果了，提的人沒有手機登記。請去問一問：辦成了沒有，滿意不滿意。`,
  subject: (count) => `涼亭提醒：有 ${count} 件事等您`,
  dear: (name) => `${name}，您好：`,
  off: (address) => `不想再收，點開這裡停掉：${address}`,
  questionSubject: (place) => `涼亭 · ${place}：這個郵箱是您的嗎`,
  question: (place) =>
    `${place}的涼亭裡登記了這個郵箱。點開下面這頁，按「是我的」，往後有事到期、有人等您回話，每天最多來一封信，夜裡不來。不是您的，不用理會，也不會再來信。`,
  page: {
    title: '郵件提醒',
    isAsked: (name) =>
      `${name}，這個郵箱是您的嗎？按下「是我的」，往後的提醒就寄到這裡：每天最多一封，夜裡不寄。`,
    isOn: (name) => `${name}，提醒正寄到這個郵箱：每天最多一封，夜裡不寄。`,
    yes: '是我的，寄到這裡',
    stop: '停掉，把郵箱刪了',
    thanks: '記下了。往後的提醒會寄到這個郵箱。',
    stopped: '停掉了，郵箱也刪了。要再收，登入後在臺賬裡重新填。',
    gone: '這個連結用不了了：郵箱換過，或者已經停掉。',
  },
}
