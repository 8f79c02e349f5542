import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import type { Instant } from '../kernel/event.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { Language } from '../words/language.ts'
import type { Delivery } from './robot.ts'

/** RFC 5321 4.5.3.1.3. */
export const MAX_MAIL_ADDRESS_LENGTH = 254

// One address and nothing that could become a second one or a header.
const MAIL_ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i

export const isMailAddress = (text: string): boolean => MAIL_ADDRESS.test(text)

export const mailboxRefusal = (address: string): Refusal | undefined =>
  firstRefusal(
    textRefusal('address', address, MAX_MAIL_ADDRESS_LENGTH),
    !isMailAddress(address.trim()) && refuse('field-wrong', 'address'),
  )

/** Where somebody is reminded by mail, as they and whoever keeps the roster may know it. */
export interface Mailbox {
  readonly address: string
  readonly language: Language
  readonly setAt: Instant
  /** Null until somebody said yes from a mail that reached the address. */
  readonly confirmedAt: Instant | null
}

/** One's own mailbox, and how the last mails went. */
export interface MailboxView {
  /** False where this instance knows no mail server. */
  readonly isPossible: boolean
  readonly mailbox: Mailbox | null
  /** The newest first. */
  readonly deliveries: readonly Delivery[]
}
