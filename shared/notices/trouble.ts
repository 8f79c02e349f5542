/** Why a message did not arrive, as somebody who can put it right has to know it. */
export type Trouble =
  | 'timeout'
  | 'unreachable'
  | 'unclear'
  | 'secret-lost'
  | 'address-gone'
  | 'settings'
  | 'too-often'
  | 'mailbox-unknown'
  | 'mailbox-full'
  | 'mail-log-in'
  | 'later'
  | 'refused'

// The numbers that WeCom, DingTalk and Feishu document for their robots, and those of RFC 5321 for mail.
const NUMBERS: Readonly<Record<string, Trouble>> = {
  '93000': 'address-gone',
  '300001': 'address-gone',
  '19001': 'address-gone',
  '310000': 'settings',
  '19021': 'settings',
  '19022': 'settings',
  '19024': 'settings',
  '45009': 'too-often',
  '130101': 'too-often',
  '11232': 'too-often',
  '9499': 'too-often',
  '535': 'mail-log-in',
  '550': 'mailbox-unknown',
  '551': 'mailbox-unknown',
  '553': 'mailbox-unknown',
  '552': 'mailbox-full',
}

/** What is behind the outcome of an attempt; null for one that arrived. */
export function troubleOf(outcome: string): Trouble | null {
  if (outcome === 'sent') return null
  if (outcome === 'timeout' || outcome === 'unreachable' || outcome === 'unclear') return outcome
  if (outcome === 'secret-lost') return outcome
  const [what, number = ''] = outcome.split('-')
  if (what === 'refused') return NUMBERS[number] ?? (/^4\d\d$/.test(number) ? 'later' : 'refused')
  if (number === '404' || number === '410') return 'address-gone'
  if (number === '429') return 'too-often'
  return number.startsWith('5') ? 'later' : 'refused'
}
