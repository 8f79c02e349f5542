import type { Day } from '../kernel/day.ts'
import type { Instant, NewEvent } from '../kernel/event.ts'
import type { PersonId, RobotId } from '../kernel/id.ts'
import type { Language } from '../words/language.ts'
import type { NoticeKind } from './notice.ts'

/** Chat programs in whose groups a robot can speak: 企业微信, 钉钉, 飞书. */
export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotKind = (typeof ROBOT_KINDS)[number]

export const MAX_ROBOTS = 6
export const MAX_ADDRESS_LENGTH = 300
export const MAX_SECRET_LENGTH = 100
const ENDING_LETTERS = 4

// The whole address, so that no reminder can be led to another machine, port or path.
const ADDRESSES: Readonly<Record<RobotKind, RegExp>> = {
  wecom: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{16,128}$/,
  dingtalk: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=[\w-]{16,128}$/,
  feishu: /^https:\/\/open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/[\w-]{16,128}$/,
}

export const isAddressOf = (kind: RobotKind, address: string): boolean => ADDRESSES[kind].test(address)

/** What of an address may be shown; the rest of it is the key to the group. */
export const shownOf = (address: string): { readonly host: string; readonly ending: string } => ({
  host: address.replace(/^https:\/\//, '').replace(/\/.*$/, ''),
  ending: address.slice(-ENDING_LETTERS),
})

/** A group that is reminded, as the staff may know it. */
export interface Robot {
  readonly id: RobotId
  readonly kind: RobotKind
  /** In which the group is told. */
  readonly language: Language
  readonly host: string
  /** The last four letters of its address, to tell one group from another. */
  readonly ending: string
  /** Whether messages are signed with a secret. */
  readonly isSigned: boolean
  readonly setAt: Instant
}

export type RobotEvent =
  | NewEvent<
      'robot-set',
      {
        robotId: RobotId
        kind: RobotKind
        language: Language
        host: string
        ending: string
        isSigned: boolean
      },
      { address: string; secret: string | null }
    >
  | NewEvent<'robot-removed', { robotId: RobotId }>

/** `needless`: what it would have said no longer held when its turn came. */
export type DeliveryState = 'waiting' | 'sent' | 'given-up' | 'needless'

/** The message of one day to one group, or to one person by mail. */
export interface Delivery {
  readonly receiverId: RobotId | PersonId
  readonly onDay: Day
  readonly state: DeliveryState
  readonly sentOn: Day | null
  /** When it is tried again, while it waits. */
  readonly nextAt: Instant | null
  readonly attempts: readonly DeliveryAttempt[]
}

export interface DeliveryAttempt {
  readonly number: number
  readonly at: Instant
  /** `sent`, `timeout`, `unreachable`, `unclear`, `secret-lost`, `status-…` or `refused-…` with the receiver's own number. */
  readonly outcome: string
}

/** A message that did not arrive, as somebody of the staff may know it. */
export interface Undelivered {
  /** Null where its name is not told. */
  readonly receiverId: RobotId | PersonId | null
  readonly to: 'group' | 'person'
  /** Of a person; null where the message was theirs alone to know of. */
  readonly name: string | null
  /** What it was about; empty where that was theirs alone. */
  readonly kinds: readonly NoticeKind[]
  readonly onDay: Day
  readonly state: 'waiting' | 'given-up'
  readonly tries: number
  readonly nextAt: Instant | null
  readonly outcome: string | null
}

/** How a message went that somebody sent by hand to try a group out. */
export interface TestAnswer {
  readonly outcome: string
}

const MINUTE_MS = 60_000
/** How long to wait after the first, second, third and fourth attempt that failed. */
export const RETRY_AFTER_MS = [1, 5, 30, 120].map((minutes) => minutes * MINUTE_MS)
export const MAX_ATTEMPTS = RETRY_AFTER_MS.length + 1

/** Blue and what is asked of somebody are theirs alone; a group hears what everybody in it may read. */
export const GROUP_KINDS = ['yellow', 'red', 'offer', 'offer-late'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]
export const isForGroups = (kind: NoticeKind): kind is GroupKind =>
  (GROUP_KINDS as readonly NoticeKind[]).includes(kind)

/** Groups that are reminded by a robot, and how the last messages to them went. */
export interface RobotsView {
  readonly asOf: number
  readonly robots: readonly Robot[]
  /** The newest first. */
  readonly deliveries: readonly Delivery[]
  /** Reminders by mail to people of the place, without their addresses. */
  readonly mails: readonly Delivery[]
  /** What did not arrive in the last thirty days, the newest first. */
  readonly undelivered: readonly Undelivered[]
}
