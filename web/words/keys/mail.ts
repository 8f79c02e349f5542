export interface MailWords {
  summary: string
  what: string
  address: string
  set: string
  sending: string
  waiting: (address: string) => string
  on: (address: string) => string
  stop: string
  stopped: string
  undelivered: string
  unreachable: string
}
