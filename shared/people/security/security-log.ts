import { holds, ROLES, type Actor, type Instant, type Role } from '../../kernel/event.ts'
import { asGovernor, governs, type Place } from '../../places/place.ts'

/** Six months at least, whichever they are. */
export const SECURITY_LOG_DAYS = 184
export const SECURITY_LOG_PAGE = 50

export const SECURITY_KINDS = [
  'logged-in',
  'log-in-failed',
  'logged-out',
  'sessions-ended',
  'login-set',
  'passkey-added',
  'passkey-removed',
  'reset-asked',
  'reset-confirmed',
  'reset-stopped',
  'post-given',
  'post-taken',
  'exported',
  'roster-read',
  'masked-read',
  'person-erased',
  'place-removed',
] as const
export type SecurityKind = (typeof SECURITY_KINDS)[number]

/** What was taken away whole. */
export const SECURITY_EXPORTS = ['ledger-csv', 'ledger-xlsx', 'backup', 'place'] as const
/** Where names of those who asked to stay unnamed stood. */
export const SECURITY_PAGES = ['evening', 'inbox', 'matter', 'ledger', 'live', 'other'] as const
export type SecurityExport = (typeof SECURITY_EXPORTS)[number]
export type SecurityPage = (typeof SECURITY_PAGES)[number]

/** A post, a file or a kind of page; never words that somebody wrote. */
export const SECURITY_ABOUTS = [...ROLES, ...SECURITY_EXPORTS, ...SECURITY_PAGES] as const
export type SecurityAbout = Role | SecurityExport | SecurityPage

/** One entry as it is read; people by the names that they have now. */
export interface SecurityEntry {
  readonly no: number
  readonly kind: SecurityKind
  readonly at: Instant
  /** Of several that were counted together. */
  readonly lastAt: Instant
  readonly count: number
  /** Who did it; null where nobody knows, or they are on no roster any more. */
  readonly by: string | null
  /** Whom it is about, where that is somebody else. */
  readonly who: string | null
  readonly about: SecurityAbout | null
}

export interface SecurityLogView {
  readonly entries: readonly SecurityEntry[]
  /** Older ones follow the last. */
  readonly hasMore: boolean
}

type Asked = Pick<Place, 'kind' | 'parentId'>

/** What decides who reads the log: the level above, and who governs where nothing stands above. */
export const securityLogFacts = (actor: Actor, place: Asked | null) => ({
  ...asGovernor(actor, place),
  when: place?.parentId === null ? (['on-top'] as const) : [],
})

/** The row of the table once more: the desk's menu has no room for the whole table. */
export const mayReadSecurityLog = (actor: Actor, place: Asked): boolean =>
  holds(actor, 'supervision', 'township') || (place.parentId === null && governs(actor, place.kind))

type Carrier = Readonly<Record<string, unknown>>

const isNamed = ({ lane, name, raisedBy }: Carrier): boolean =>
  lane === 'masked' && (typeof name === 'string' || typeof raisedBy === 'string')

/** Whether somewhere in an answer somebody is named who asked to stay unnamed. */
export function namesMasked(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  if (Array.isArray(answer)) return answer.some(namesMasked)
  return isNamed(answer as Carrier) || Object.values(answer).some(namesMasked)
}
