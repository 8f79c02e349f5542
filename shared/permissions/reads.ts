import { ROLES, type Actor } from '../kernel/event.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { KEEPS, WORKS_HERE } from './groups.ts'
import { comeInFirst, isOfThing, refusalBy, isForAnybody, type Facts, type Permission } from './permission.ts'

const table = <const Name extends string>(rows: Readonly<Record<Name, Permission>>) => rows

const ANYBODY: Permission = { who: ['anybody'] }
const STAFF: Permission = { who: WORKS_HERE }
const FROM_ABOVE: Permission = { who: ['township'] }
const OWN: Permission = { who: ['oneself'], refusal: 'not-logged-in' }
/** Whether an evening exists is told only to those who may follow it. */
const EVENING: Permission = { who: ['follower'], refusal: 'meeting-not-joined' }

/** Every read, and who is answered; what of it each of them may know is told field by field. */
export const READ_PERMISSIONS = table({
  '/api/places/:placeId': ANYBODY,
  '/api/places/:placeId/days': ANYBODY,
  '/api/places/:placeId/calendar': ANYBODY,
  '/api/me': ANYBODY,
  '/api/me/sessions': OWN,
  '/api/me/passkeys': OWN,
  '/api/codes/:code': ANYBODY,
  '/api/places/:placeId/roster': STAFF,
  '/api/places/:placeId/partners': ANYBODY,
  '/api/places/:placeId/phones': { who: ['guest'] },
  '/api/places/:placeId/invitations': { who: ['governor', 'township'] },
  '/api/places/:placeId/login-resets': { who: ['governor', 'recorder', 'supervision', 'township'] },
  '/api/places/:placeId/tree': STAFF,
  '/api/places/:placeId/deeds': STAFF,
  '/api/places/:placeId/security-log': {
    who: ['supervision', 'township'],
    when: { 'on-top': ['governor'] },
  },
  '/api/places/:placeId/catalogue': ANYBODY,
  '/api/formats': ANYBODY,
  '/api/places/:placeId/meetings': STAFF,
  '/api/places/:placeId/inbox': STAFF,
  '/api/places/:placeId/visits': STAFF,
  '/api/places/:placeId/ladder': ANYBODY,
  '/api/places/:placeId/ratings': ANYBODY,
  '/api/places/:placeId/agenda/waiting': STAFF,
  '/api/places/:placeId/meetings/:meetingId/review': EVENING,
  '/api/places/:placeId/supervision': STAFF,
  '/api/places/:placeId/notices': ANYBODY,
  '/api/places/:placeId/robots': STAFF,
  '/api/places/:placeId/people/:personId/mailbox': {
    who: ['oneself'],
    when: { 'on-the-roster': ['governor', 'township'] },
  },
  '/api/places/:placeId/meetings/:meetingId/minutes': {
    ...EVENING,
    when: { published: ['anybody'] },
  },
  '/api/places/:placeId/meetings/:meetingId/minutes/history': STAFF,
  '/api/places/:placeId/meetings/:meetingId/late-edits': { who: KEEPS },
  '/api/places/:placeId/ledger': ANYBODY,
  '/api/places/:placeId/ledger/unpromised': ANYBODY,
  '/api/places/:placeId/ledger/below': FROM_ABOVE,
  // Rows are known again by what they say, the name included.
  '/api/places/:placeId/ledger/imported': { who: KEEPS },
  '/api/places/:placeId/matters/:matterId': ANYBODY,
  '/api/places/:placeId/mine': ANYBODY,
  '/api/places/:placeId/figures': STAFF,
  '/api/places/:placeId/alike': ANYBODY,
  '/api/places/:placeId/rising': STAFF,
  '/api/places/:placeId/countersigns': ANYBODY,
  '/api/places/:placeId/waiting': FROM_ABOVE,
  '/api/saved-views': OWN,
  '/api/calendar-links': OWN,
  '/api/places/:placeId/meetings/:meetingId/room': EVENING,
  '/api/places/:placeId/meetings/:meetingId/wall': EVENING,
})

/** What is heard or drawn besides reads, and who may. */
export const STREAM_PERMISSIONS = table({
  /** Events of one evening, its code as a picture, and the door to everything else of it. */
  evening: EVENING,
  /** Every event of a place, whichever evening it belongs to; each as its hearer may know it. */
  place: { who: ROLES },
  /** The minutes as they are written. */
  minutes: STAFF,
  'minutes-writing': { who: KEEPS },
})

export type PermittedStream = keyof typeof STREAM_PERMISSIONS
export type PermittedRead = keyof typeof READ_PERMISSIONS

type Asking = Pick<Actor, 'id' | 'kind' | 'roles'>

export const isReadForAnybody = (path: PermittedRead): boolean => isForAnybody(rowOf(path))

/** Whether one must have looked at what is read before one knows who is answered. */
export const isReadOfThing = (path: PermittedRead): boolean => isOfThing(rowOf(path))

const rowOf = (path: PermittedRead): Permission => READ_PERMISSIONS[path]

/** Why this actor is not answered; whoever is nobody yet is told to come in first. */
export const readRefusal = (path: PermittedRead, actor: Asking, facts?: Facts): Refusal | undefined =>
  comeInFirst(refusalBy(READ_PERMISSIONS[path], actor, facts), actor)

export const streamRefusal = (name: PermittedStream, actor: Asking, facts?: Facts): Refusal | undefined =>
  comeInFirst(refusalBy(STREAM_PERMISSIONS[name], actor, facts), actor)

/** The reads that whoever follows an evening is answered. */
export type EveningRead = Extract<PermittedRead, `${string}/meetings/:meetingId/${string}`>
