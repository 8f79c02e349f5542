import { dayInWords } from '../days.ts'
import type { ReminderWords } from './reminders.ts'

const day = (on: string): string => dayInWords(on, 'zh-Hans')

export const words: ReminderWords = {
  heading: (place) => `凉亭提醒 · ${place}`,
  test: '这是试着发的一条。看得到，就说明这个群收得到提醒。',
  late: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，还没报办好。`,
  up: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，过了 ${days} 天，请上一级来催办。`,
  offered: (text, from, answerBy) => `「${text}」，${from}交过来了，请在${day(answerBy)}以前回话，接还是退。`,
  offerLate: (text, from, answerBy) =>
    `「${text}」，${from}交过来了，说好${day(answerBy)}以前回话，还没有回。请今天定下来。`,
  link: (address) => `点开来办：${address}`,
  more: (count) => `还有 ${count} 件，台账里都有。`,
  soon: (measure, owner, dueOn, days) =>
    `「${measure}」，${owner}答应${day(dueOn)}办好，${days === 0 ? '就是今天' : `还有 ${days} 天`}。办好了请报一声；办不完，请在这天以前申请改期。`,
  supervised: {
    reminder: (measure, said) => `「${measure}」，监督的提醒您：${said}`,
    comment: (measure, said) => `「${measure}」，监督的在台账上说了一句：${said}`,
    'evidence-request': (measure, said) => `「${measure}」，监督的问办到哪一步了：${said}`,
  },
  howItWent: (text) => `您提的「${text}」有结果了。办成了没有，您满意不满意，请说一句。`,
  askHowItWent: (text) => `「${text}」有结果了，提的人没有手机登记。请去问一问：办成了没有，满意不满意。`,
  subject: (count) => `凉亭提醒：有 ${count} 件事等您`,
  dear: (name) => `${name}，您好：`,
  off: (address) => `不想再收，点开这里停掉：${address}`,
  questionSubject: (place) => `凉亭 · ${place}：这个邮箱是您的吗`,
  question: (place) =>
    `${place}的凉亭里登记了这个邮箱。点开下面这页，按「是我的」，往后有事到期、有人等您回话，每天最多来一封信，夜里不来。不是您的，不用理会，也不会再来信。`,
  page: {
    title: '邮件提醒',
    isAsked: (name) =>
      `${name}，这个邮箱是您的吗？按下「是我的」，往后的提醒就寄到这里：每天最多一封，夜里不寄。`,
    isOn: (name) => `${name}，提醒正寄到这个邮箱：每天最多一封，夜里不寄。`,
    yes: '是我的，寄到这里',
    stop: '停掉，把邮箱删了',
    thanks: '记下了。往后的提醒会寄到这个邮箱。',
    stopped: '停掉了，邮箱也删了。要再收，登录后在台账里重新填。',
    gone: '这个链接用不了了：邮箱换过，或者已经停掉。',
  },
}
