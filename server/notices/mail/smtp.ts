import { createTransport } from 'nodemailer'
import type { Letter } from './letter.ts'
import type { Post } from './mailing.ts'

const PATIENCE_MS = 15_000

export interface MailServer {
  /** smtp:// or smtps://, with name and password where the server wants them. */
  readonly url: string
  readonly from: string
  readonly patienceMs?: number
}

/** Brings letters to one mail server, each over a connection of its own. */
export function postOver({ url, from, patienceMs = PATIENCE_MS }: MailServer): Post {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  const host = from.split('@').at(-1)!.replace('>', '')
  return async (letter) => {
    try {
      await transport.sendMail({ from, ...mailOf(letter, host) })
      return 'sent'
    } catch (problem) {
      return outcomeOf(problem as SmtpProblem)
    }
  }
}

const mailOf = ({ to, subject, text, name, off }: Letter, host: string) => ({
  to,
  subject,
  text,
  messageId: `<${name}@${host}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${off}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
})

interface SmtpProblem {
  readonly code?: string
  readonly responseCode?: number
}

/** Why it was not taken, without a word of what the server said: it may repeat the address. */
function outcomeOf({ code, responseCode }: SmtpProblem): string {
  if (responseCode !== undefined) return `refused-${responseCode}`
  return code === 'ETIMEDOUT' ? 'timeout' : 'unreachable'
}
