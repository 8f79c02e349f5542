import type { Actor } from '../kernel/event.ts'
import { KEEPS, WORKS_HERE } from './groups.ts'
import { refusalBy, type Facts, type Permission } from './permission.ts'

const table = <const Name extends string>(rows: Readonly<Record<Name, Permission>>) => rows

const STAFF = WORKS_HERE
const FOR_STAFF: Permission = { who: STAFF }
const STAFF_OR_AUTHOR: Permission = { who: [...STAFF, 'author'] }
const STAFF_OR_RAISER: Permission = { who: [...STAFF, 'raiser'] }
const STAFF_OR_OWNER: Permission = { who: [...STAFF, 'owner'] }
const IN_THE_OPEN = { 'in-the-open': ['anybody'] } as const
const STAFF_IN_THE_OPEN = { 'in-the-open': STAFF } as const
/** Who asked to stay unnamed is known to whoever keeps the record, and never to those whom it is about. */
const masked = <const Self extends 'author' | 'raiser' | 'rater'>(self: Self) =>
  ({ who: [...KEEPS, self], never: ['subject'] }) as const
const NOBODY: Permission = { who: [] }

/** What not everybody may know of what they may see, and who may. */
export const FIELD_PERMISSIONS = table({
  'meeting.code': { who: ['follower'] },
  'meeting.floor': { who: ['follower'] },
  'meeting.moderation': FOR_STAFF,
  'meeting.steps': FOR_STAFF,
  /** Who did it: what goes onto the next agenda may come of what a phone judged. */
  'meeting.hand': NOBODY,

  /** What was not shown yet; and that something was taken back, which nobody reads any more. */
  'comment.unshown': STAFF_OR_AUTHOR,
  /** What whoever runs the evening took off the wall. */
  'comment.taken-down': { who: [...KEEPS, 'supervision', 'author'] },
  'comment.name': { ...masked('author'), when: IN_THE_OPEN },
  'comment.author': { ...masked('author'), when: STAFF_IN_THE_OPEN },
  'comment.filing': STAFF_OR_AUTHOR,
  /** When it was said, finer than the agenda item: by that a masked sentence could be told to be of a phone that is named. */
  'comment.time': STAFF_OR_AUTHOR,

  /** What the staff has not read yet, or was taken back. */
  'concern.unseen': STAFF_OR_RAISER,
  /** Its words before whoever raised it has agreed to them, to those who search. */
  'concern.unagreed': STAFF_OR_RAISER,
  'concern.raiser-name': { ...masked('raiser'), when: IN_THE_OPEN },
  'concern.raiser': { ...masked('raiser'), when: STAFF_IN_THE_OPEN },
  /** When it was raised, finer than the day. */
  'concern.time': STAFF_OR_RAISER,
  'concern.settler': FOR_STAFF,
  'concern.groups': FOR_STAFF,
  'concern.slip': FOR_STAFF,
  /** Who wrote a step down: that may be whoever raised or judged it. */
  'concern.hand': masked('raiser'),
  /** Who asked for the same. */
  'concern.voices': NOBODY,
  'custody.hand': FOR_STAFF,

  /** What was noted and not read back, or was dropped. */
  'commitment.unheard': STAFF_OR_OWNER,
  'commitment.taker': STAFF_OR_OWNER,
  /** Who wrote a step down: that may be the phone that took it on. */
  'commitment.hand': FOR_STAFF,
  'commitment.asked': STAFF_OR_OWNER,
  'commitment.roster-name': FOR_STAFF,
  /** Who decided; by which post, everybody may know. */
  'commitment.decider': FOR_STAFF,
  'commitment.judge': { who: KEEPS, never: ['subject'] },

  'rating.rater': masked('rater'),
  'rating.word': masked('rater'),
  'rating.witness': FOR_STAFF,
  /** When somebody judged, finer than the hour. */
  'rating.time': { who: [...STAFF, 'rater'] },

  'minutes.workings': FOR_STAFF,
  /** Who lives there; those who keep the record name people, those who govern keep the roster. */
  'roster.person': { who: [...KEEPS, 'township'] },
  /** Who holds a post. */
  'roster.post': FOR_STAFF,
  'robot.group': FOR_STAFF,
  'robot.key': NOBODY,
  'reminder.receiver': { who: ['oneself'] },
  /** That somebody is reminded before the day, asked or told. */
  'reminder.personal': { who: ['oneself'] },
  'reminder.waiting': { who: ['oneself', ...STAFF] },
  'visit.note': { who: ['noter'] },
})

export type PermittedField = keyof typeof FIELD_PERMISSIONS

type Asking = Pick<Actor, 'id' | 'kind' | 'roles'>

export const mayKnow = (field: PermittedField, viewer: Asking, facts?: Facts): boolean =>
  refusalBy(FIELD_PERMISSIONS[field], viewer, facts) === undefined

/** A field that not everybody may know, and what stands there for the others. */
export type Private<Value> = readonly [PermittedField, Value]

/** Those fields of a thing that not everybody may know; all others are for whoever may see the thing. */
export type PrivateFields = readonly (readonly [string, Private<unknown>])[]

/** Names every field of a thing: a field that is in neither list does not compile. */
export const fieldsOf =
  <Thing extends object>() =>
  <const Public extends keyof Thing & string>(
    _public: readonly Public[],
    hidden: { readonly [Field in Exclude<keyof Thing & string, Public>]-?: Private<Thing[Field]> },
  ): PrivateFields =>
    Object.entries(hidden)

/** The thing without what this viewer may not know of it. */
export function visibleTo<Thing extends object>(
  thing: Thing,
  fields: PrivateFields,
  viewer: Asking,
  facts: Facts,
): Thing {
  const hidden = fields.filter(
    ([field, [permission]]) => field in thing && !mayKnow(permission, viewer, facts),
  )
  if (hidden.length === 0) return thing
  return { ...thing, ...Object.fromEntries(hidden.map(([field, [, instead]]) => [field, instead])) }
}
