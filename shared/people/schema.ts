import Type, { type Static } from 'typebox'
import { ROLES } from '../kernel/event.ts'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  MAX_HOUSEHOLD_NAME_LENGTH,
  MAX_PERSON_NAME_LENGTH,
  MAX_POST_TITLE_LENGTH,
  MAX_ROSTER_ROWS,
} from './person.ts'
import { PARTNER_KINDS, MAX_PARTNER_NAME_LENGTH, MAX_TAKES_ON_LENGTH } from './partner.ts'

const IdOrNull = Type.Union([Id(), Type.Null()])

export const AddHousehold = Command({
  householdId: Id(),
  name: TextUpTo(MAX_HOUSEHOLD_NAME_LENGTH),
  gridId: IdOrNull,
})
export type AddHousehold = Static<typeof AddHousehold>

export const AddPerson = Command({
  personId: Id(),
  name: TextUpTo(MAX_PERSON_NAME_LENGTH),
  householdId: IdOrNull,
})
export type AddPerson = Static<typeof AddPerson>

export const RenamePerson = Command({ personId: Id(), name: TextUpTo(MAX_PERSON_NAME_LENGTH) })
export type RenamePerson = Static<typeof RenamePerson>

export const MovePersonAway = Command({ personId: Id() })
export type MovePersonAway = Static<typeof MovePersonAway>

/** One accepted row of a pasted or uploaded roster; ids come from whoever made the preview. */
export const RosterRow = Type.Object(
  {
    personId: Id(),
    name: TextUpTo(MAX_PERSON_NAME_LENGTH),
    household: Type.Union([TextUpTo(MAX_HOUSEHOLD_NAME_LENGTH), Type.Null()]),
    grid: Type.Union([TextUpTo(40), Type.Null()]),
  },
  { additionalProperties: false },
)
export type RosterRow = Static<typeof RosterRow>

export const ImportRoster = Command({
  rows: Type.Array(RosterRow, { minItems: 1, maxItems: MAX_ROSTER_ROWS }),
})
export type ImportRoster = Static<typeof ImportRoster>

export const GivePost = Command({
  postId: Id(),
  personId: Id(),
  role: OneOf(ROLES),
  title: TextUpTo(MAX_POST_TITLE_LENGTH),
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
  name: Type.Optional(TextUpTo(MAX_PERSON_NAME_LENGTH)),
  role: OneOf(ROLES),
  title: TextUpTo(MAX_POST_TITLE_LENGTH),
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
  name: TextUpTo(MAX_PARTNER_NAME_LENGTH),
  takesOn: TextUpTo(MAX_TAKES_ON_LENGTH),
})
export type WritePartner = Static<typeof WritePartner>

export const DropPartner = Command({ partnerId: Id() })
export type DropPartner = Static<typeof DropPartner>
