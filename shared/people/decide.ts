import type { Decide } from '../kernel/command.ts'
import type { Actor, Role } from '../kernel/event.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../permissions/commands.ts'
import { asGovernor, governingRole, isVillage, type Place, type PlaceKind } from '../places/place.ts'
import {
  MAX_HOUSEHOLD_NAME_LENGTH,
  MAX_PERSON_NAME_LENGTH,
  MAX_POST_TITLE_LENGTH,
  type Household,
  type Person,
  type PersonEvent,
  type Post,
} from './person.ts'
import { isSamePerson } from './roster/roster.ts'
import type { AddHousehold, AddPerson, EndPost, GivePost, MovePersonAway, RenamePerson } from './schema.ts'

/** Whoever is on the roster, with the door they live behind. */
export interface Neighbour {
  readonly id: string
  readonly name: string
  readonly household: string | null
}

interface AtPlace {
  readonly place: Place | null
}

/** Permission, then whether the place is there at all. */
export function rosterRefusal(
  name: PermittedCommand,
  actor: Actor,
  place: Place | null,
): Refusal | undefined {
  const wrong = commandRefusal(name, actor, asGovernor(actor, place))
  return wrong ?? (place ? undefined : refuse('not-found', 'placeId'))
}

export interface AddHouseholdState extends AtPlace {
  readonly isTaken: boolean
  /** A grid of this place. */
  readonly grid: Place | null
  readonly households: readonly Household[]
}

export const decideAddHousehold: Decide<AddHousehold, AddHouseholdState, PersonEvent> = (
  command,
  state,
  actor,
) => {
  const { householdId, gridId } = command
  const name = command.name.trim()
  const refusal = firstRefusal(
    rosterRefusal('add-household', actor, state.place),
    gridId !== null && !state.grid && refuse('not-found', 'gridId'),
    state.isTaken && refuse('already-exists', 'householdId'),
    textRefusal('name', command.name, MAX_HOUSEHOLD_NAME_LENGTH),
    state.households.some((other) => other.name === name && other.gridId === gridId) &&
      refuse('already-exists', 'name'),
  )
  return refusal ?? [{ type: 'household-added', data: { householdId, gridId }, words: { name } }]
}

export interface AddPersonState extends AtPlace {
  readonly isTaken: boolean
  readonly household: Household | null
  readonly neighbours: readonly Neighbour[]
}

export const decideAddPerson: Decide<AddPerson, AddPersonState, PersonEvent> = (command, state, actor) => {
  const { personId, householdId } = command
  const name = command.name.trim()
  const household = state.household?.name ?? null
  const refusal = firstRefusal(
    rosterRefusal('add-person', actor, state.place),
    householdId !== null && !state.household && refuse('not-found', 'householdId'),
    state.isTaken && refuse('already-exists', 'personId'),
    textRefusal('name', command.name, MAX_PERSON_NAME_LENGTH),
    state.neighbours.some((other) => isSamePerson({ name, household }, other)) &&
      refuse('already-exists', 'name'),
  )
  return refusal ?? [{ type: 'person-added', data: { personId, householdId }, words: { name } }]
}

export interface PersonState extends AtPlace {
  /** Not there once they moved away. */
  readonly person: Person | null
}

export const decideRenamePerson: Decide<RenamePerson, PersonState, PersonEvent> = (command, state, actor) => {
  const refusal = firstRefusal(
    rosterRefusal('rename-person', actor, state.place),
    !state.person && refuse('not-found', 'personId'),
    textRefusal('name', command.name, MAX_PERSON_NAME_LENGTH),
  )
  if (refusal) return refusal
  return [
    {
      type: 'person-renamed',
      data: { personId: command.personId },
      words: { name: command.name.trim() },
    },
  ]
}

export interface MovePersonAwayState extends PersonState {
  /** All posts at the place that have not ended. */
  readonly posts: readonly Post[]
}

export const decideMovePersonAway: Decide<MovePersonAway, MovePersonAwayState, PersonEvent> = (
  { personId },
  state,
  actor,
) => {
  const held = state.posts.filter((post) => post.personId === personId)
  const refusal = firstRefusal(
    rosterRefusal('move-person-away', actor, state.place),
    !state.person && refuse('not-found', 'personId'),
    isLastToGovern(state.place, state.posts, held) && refuse('last-facilitator'),
  )
  if (refusal) return refusal
  return [
    ...held.map((post): PersonEvent => ({
      type: 'post-ended',
      data: { postId: post.id, personId },
      words: {},
    })),
    { type: 'person-moved-away', data: { personId }, words: {} },
  ]
}

/** True where nobody would be left to run the place without these posts. */
export function isLastToGovern(
  place: Place | null,
  posts: readonly Post[],
  ending: readonly Post[],
): boolean {
  if (!place) return false
  const role = governingRole(place.kind)
  const left = posts.filter((post) => post.role === role && !ending.includes(post))
  return left.length === 0 && ending.some((post) => post.role === role)
}

export interface GivePostState extends PersonState {
  readonly isTaken: boolean
  readonly posts: readonly Post[]
  /** The grid of this place that the command names. */
  readonly grid: Place | null
}

/** A post as somebody asks for it, whether it is given or somebody is invited to it. */
type AskedPost = Pick<GivePost, 'personId' | 'role' | 'title' | 'gridId'>

/** Why nobody can hold this post at this place. */
export function postRefusal(asked: AskedPost, state: Pick<GivePostState, 'place' | 'grid' | 'posts'>) {
  const { personId, role, title } = asked
  const gridId = asked.gridId ?? null
  return firstRefusal(
    state.place !== null && !mayBeHeldAt(role, state.place.kind) && refuse('field-wrong', 'role'),
    (role === 'grid-worker') !== (gridId !== null) && refuse('field-wrong', 'gridId'),
    gridId !== null && !state.grid && refuse('not-found', 'gridId'),
    textRefusal('title', title, MAX_POST_TITLE_LENGTH),
    state.posts.some((post) => post.personId === personId && post.role === role && post.gridId === gridId) &&
      refuse('post-held', 'role'),
  )
}

/** A village cannot make itself its own township, and grids are held where grids are drawn. */
function mayBeHeldAt(role: Role, kind: PlaceKind): boolean {
  if (role === 'township' || role === 'county') return governingRole(kind) === role
  if (role === 'discipline') return kind === 'township' || kind === 'county'
  return role !== 'grid-worker' || isVillage(kind)
}

export const decideGivePost: Decide<GivePost, GivePostState, PersonEvent> = (command, state, actor) => {
  const { postId, personId, role, gridId = null } = command
  const refusal = firstRefusal(
    rosterRefusal('give-post', actor, state.place),
    !state.person && refuse('not-found', 'personId'),
    state.isTaken && refuse('already-exists', 'postId'),
    postRefusal(command, state),
  )
  if (refusal) return refusal
  const data = { postId, personId, role, ...(gridId === null ? {} : { gridId }) }
  return [{ type: 'post-given', data, words: { title: command.title.trim() } }]
}

export interface EndPostState extends AtPlace {
  /** Not there once it has ended. */
  readonly post: Post | null
  readonly posts: readonly Post[]
}

export const decideEndPost: Decide<EndPost, EndPostState, PersonEvent> = ({ postId }, state, actor) => {
  const { place, post, posts } = state
  const refusal = firstRefusal(
    rosterRefusal('end-post', actor, place),
    !post && refuse('not-found', 'postId'),
    post !== null &&
      isLastToGovern(
        place,
        posts,
        posts.filter(({ id }) => id === postId),
      ) &&
      refuse('last-facilitator'),
  )
  if (refusal || !post) return refusal ?? refuse('not-found', 'postId')
  return [{ type: 'post-ended', data: { postId, personId: post.personId }, words: {} }]
}
