import type { Decide } from '../../kernel/command.ts'
import { firstRefusal, textRefusal } from '../../kernel/text/limits.ts'
import { refuse } from '../../kernel/refusal.ts'
import { commandRefusal } from '../../permissions/commands.ts'
import type { Place } from '../../places/place.ts'
import { postRefusal, rosterRefusal, type Neighbour } from '../decide.ts'
import type { Invitation } from './invitation.ts'
import { MAX_PERSON_NAME_LENGTH, type Person, type PersonEvent, type Post } from '../person.ts'
import { isSamePerson } from '../roster/roster.ts'
import type { AcceptInvitation, InvitePerson, TakeBackInvitation } from '../schema.ts'

export interface InvitePersonState {
  readonly place: Place | null
  readonly grid: Place | null
  /** Not there where they are new on the roster. */
  readonly person: Person | null
  /** Ids of the command that exist already, wherever. */
  readonly takenIds: readonly string[]
  readonly neighbours: readonly Neighbour[]
  readonly posts: readonly Post[]
  readonly waiting: readonly Invitation[]
}

export const decideInvitePerson: Decide<InvitePerson, InvitePersonState, PersonEvent> = (
  command,
  state,
  actor,
) => {
  const { invitationId, personId, role, gridId = null } = command
  const name = command.name?.trim()
  const refusal = firstRefusal(
    rosterRefusal('invite-person', actor, state.place),
    state.takenIds.includes(invitationId) && refuse('already-exists', 'invitationId'),
    name === undefined && !state.person && refuse('not-found', 'personId'),
    name !== undefined && state.takenIds.includes(personId) && refuse('already-exists', 'personId'),
    name !== undefined && newNameRefusal(name, state.neighbours),
    postRefusal(command, state),
    state.waiting.some((one) => one.personId === personId && one.role === role && one.gridId === gridId) &&
      refuse('invited-already', 'role'),
  )
  if (refusal) return refusal
  const invited: PersonEvent = {
    type: 'person-invited',
    data: { invitationId, personId, role, gridId },
    words: { title: command.title.trim() },
  }
  if (name === undefined) return [invited]
  return [{ type: 'person-added', data: { personId, householdId: null }, words: { name } }, invited]
}

const newNameRefusal = (name: string, neighbours: readonly Neighbour[]) =>
  textRefusal('name', name, MAX_PERSON_NAME_LENGTH) ??
  (neighbours.some((other) => isSamePerson({ name, household: null }, other))
    ? refuse('already-exists', 'name')
    : undefined)

export interface InvitationState {
  readonly place: Place | null
  readonly invitation: Invitation | null
}

export const decideTakeBackInvitation: Decide<TakeBackInvitation, InvitationState, PersonEvent> = (
  { invitationId },
  { place, invitation },
  actor,
) => {
  const refusal = rosterRefusal('take-back-invitation', actor, place)
  if (refusal) return refusal
  if (!invitation) return refuse('not-found', 'invitationId')
  if (invitation.state !== 'waiting') return refuse('invitation-over')
  const { personId } = invitation
  return [{ type: 'invitation-taken-back', data: { invitationId, personId }, words: {} }]
}

export interface AcceptInvitationState extends InvitationState {
  readonly isTaken: boolean
  readonly posts: readonly Post[]
}

/** Only whoever was invited, and only once. */
export const decideAcceptInvitation: Decide<AcceptInvitation, AcceptInvitationState, PersonEvent> = (
  { invitationId, postId },
  { invitation, isTaken, posts },
  actor,
) => {
  const isInvited = invitation !== null && invitation.personId === actor.personId
  const wrong = commandRefusal('accept-invitation', actor, { are: isInvited ? ['invited'] : [] })
  if (wrong || !invitation) return wrong ?? refuse('not-allowed')
  const { personId, role, gridId, title } = invitation
  const refusal = firstRefusal(
    invitation.state !== 'waiting' && refuse('invitation-over'),
    isTaken && refuse('already-exists', 'postId'),
    posts.some((post) => post.personId === personId && post.role === role && post.gridId === gridId) &&
      refuse('post-held', 'role'),
  )
  if (refusal) return refusal
  return [
    {
      type: 'post-given',
      data: { postId, personId, role, ...(gridId === null ? {} : { gridId }) },
      words: { title },
    },
    { type: 'invitation-accepted', data: { invitationId, personId, postId, role }, words: {} },
  ]
}
