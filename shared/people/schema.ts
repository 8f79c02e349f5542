import Type, { type Static } from 'typebox'
import { ROLES } from '../kernel/event.ts'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  HOUSEHOLD_NAME_LONGEST,
  PERSON_NAME_LONGEST,
  POST_TITLE_LONGEST,
  ROSTER_ROWS_MOST,
} from './person.ts'
import { PARTNER_KINDS, PARTNER_NAME_LONGEST, TAKES_ON_LONGEST } from './partner.ts'

const IdOrNull = Type.Union([Id(), Type.Null()])

export const AddHousehold = Command({
  householdId: Id(),
  name: TextUpTo(HOUSEHOLD_NAME_LONGEST),
  gridId: IdOrNull,
})
export type AddHousehold = Static<typeof AddHousehold>

export const AddPerson = Command({
  personId: Id(),
  name: TextUpTo(PERSON_NAME_LONGEST),
  householdId: IdOrNull,
})
export type AddPerson = Static<typeof AddPerson>

export const RenamePerson = Command({ personId: Id(), name: TextUpTo(PERSON_NAME_LONGEST) })
export type RenamePerson = Static<typeof RenamePerson>

export const MovePersonAway = Command({ personId: Id() })
export type MovePersonAway = Static<typeof MovePersonAway>

/** One accepted row of a pasted or uploaded roster; ids come from whoever made the preview. */
export const RosterRow = Type.Object(
  {
    personId: Id(),
    name: TextUpTo(PERSON_NAME_LONGEST),
    household: Type.Union([TextUpTo(HOUSEHOLD_NAME_LONGEST), Type.Null()]),
    grid: Type.Union([TextUpTo(40), Type.Null()]),
  },
  { additionalProperties: false },
)
export type RosterRow = Static<typeof RosterRow>

export const ImportRoster = Command({
  rows: Type.Array(RosterRow, { minItems: 1, maxItems: ROSTER_ROWS_MOST }),
})
export type ImportRoster = Static<typeof ImportRoster>

export const GivePost = Command({
  postId: Id(),
  personId: Id(),
  role: OneOf(ROLES),
  title: TextUpTo(POST_TITLE_LONGEST),
  /** The grid, for a grid worker alone. */
  gridId: Type.Optional(IdOrNull),
})
export type GivePost = Static<typeof GivePost>

export const EndPost = Command({ postId: Id() })
export type EndPost = Static<typeof EndPost>

/** Somebody new gets a row of the roster with the invitation; `name` is left out for whoever is there. */
export const InvitePerson = Command({
  invitationId: Id(),
  personId: Id(),
  name: Type.Optional(TextUpTo(PERSON_NAME_LONGEST)),
  role: OneOf(ROLES),
  title: TextUpTo(POST_TITLE_LONGEST),
  gridId: Type.Optional(IdOrNull),
})
export type InvitePerson = Static<typeof InvitePerson>

export const TakeBackInvitation = Command({ invitationId: Id() })
export type TakeBackInvitation = Static<typeof TakeBackInvitation>

/** Sent by whoever was invited, once they can log in. */
export const AcceptInvitation = Command({ invitationId: Id(), postId: Id() })
export type AcceptInvitation = Static<typeof AcceptInvitation>

/** A new partner, or new words for one that stands there already. */
export const WritePartner = Command({
  partnerId: Id(),
  kind: OneOf(PARTNER_KINDS),
  name: TextUpTo(PARTNER_NAME_LONGEST),
  takesOn: TextUpTo(TAKES_ON_LONGEST),
})
export type WritePartner = Static<typeof WritePartner>

export const DropPartner = Command({ partnerId: Id() })
export type DropPartner = Static<typeof DropPartner>
