import type { MailWords } from './mail.ts'

export const words: MailWords = {
  summary: '邮件提醒',
  what: '快到日子、过了日子、有人等您回话，每天最多来一封信，夜里不来。',
  address: '您的邮箱',
  set: '寄到这里',
  sending: '正在记…',
  waiting: (address) =>
    `已经往 ${address} 寄了一封信（夜里就等早上七点）。打开信里的链接，按「是我的」，才算数。`,
  on: (address) => `提醒寄到 ${address}。`,
  stop: '停掉，把邮箱删了',
  stopped: '停掉了，邮箱也删了。',
  undelivered: '最近一封没寄到，试了五次。请看看邮箱写对没有。',
  unreachable: '没连上，请过一会儿再试。',
}
