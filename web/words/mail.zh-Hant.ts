import type { MailWords } from './keys/mail.ts'

export const words: MailWords = {
  summary: '郵件提醒',
  what: '快到日子、過了日子、有人等您回話，每天最多來一封信，夜裡不來。',
  address: '您的郵箱',
  set: '寄到這裡',
  sending: '正在記…',
  waiting: (address) =>
    `已經往 ${address} 寄了一封信（夜裡就等早上七點）。打開信裡的連結，按「是我的」，才算數。`,
  on: (address) => `提醒寄到 ${address}。`,
  stop: '停掉，把郵箱刪了',
  stopped: '停掉了，郵箱也刪了。',
  undelivered: '最近一封沒寄到，試了五次。請看看郵箱寫對沒有。',
  unreachable: '沒連上，請過一會兒再試。',
}
