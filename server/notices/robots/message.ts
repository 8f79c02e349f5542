import { createHmac } from 'node:crypto'
import type { RobotKind } from '../../../shared/notices/robot.ts'

/** What is posted where, so that the text appears in the group. */
export interface Message {
  readonly url: string
  readonly body: object
}

/** Who signs, as the three of them want it: over the time and the secret. */
interface Speaker {
  readonly kind: RobotKind
  readonly address: string
  readonly secret: string | null
}

export function messageFor(speaker: Speaker, text: string, now: Date): Message {
  const { kind, address: url, secret } = speaker
  switch (kind) {
    case 'wecom':
      return { url, body: { msgtype: 'text', text: { content: text } } }
    case 'dingtalk':
      return {
        url: secret === null ? url : signedAddress(url, secret, now),
        body: { msgtype: 'text', text: { content: text } },
      }
    case 'feishu': {
      const said = { msg_type: 'text', content: { text } }
      return { url, body: secret === null ? said : { ...signedInBody(secret, now), ...said } }
    }
    default:
      kind satisfies never
      throw new Error(`expected a kind of robot that is known, found ${String(kind)}`)
  }
}

/** DingTalk: milliseconds; the secret is the key, time and secret are the text; both stand in the query. */
function signedAddress(address: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime())
  const url = new URL(address)
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  )
  return url.href
}

/** Feishu: seconds; time and secret are the key and the text is empty; both stand in the body. */
function signedInBody(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') }
}

/** `sent`, or why not: all three answer 200 also to what they refuse, with a number of their own in the body. */
export function outcomeOf(kind: RobotKind, status: number, answer: string): string {
  if (status !== 200) return `status-${status}`
  const said = parsed(answer)
  const number = kind === 'feishu' ? (said['code'] ?? said['StatusCode']) : said['errcode']
  if (typeof number !== 'number') return 'unclear'
  return number === 0 ? 'sent' : `refused-${number}`
}

function parsed(answer: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(answer)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
