import type {
  AddHouseholdState,
  AddPersonState,
  EndPostState,
  GivePostState,
  MovePersonAwayState,
  PersonState,
} from '../../shared/people/decide.ts'
import {
  decideAddHousehold,
  decideAddPerson,
  decideEndPost,
  decideGivePost,
  decideMovePersonAway,
  decideRenamePerson,
} from '../../shared/people/decide.ts'
import {
  decideImportRoster,
  gridIdFor,
  householdIdFor,
  type ImportRosterState,
} from '../../shared/people/roster/decide-import.ts'
import type {
  AddHousehold,
  AddPerson,
  EndPost,
  GivePost,
  ImportRoster,
  MovePersonAway,
  RenamePerson,
} from '../../shared/people/schema.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findPlace, gridsOf } from '../places/queries.ts'
import {
  findHousehold,
  findPerson,
  findPost,
  householdsOf,
  isIdTaken,
  neighboursOf,
  postsOf,
  takenIds,
} from './queries.ts'

type PeopleCommandHandler<Command extends PlaceCommand, State> = CommandHandler<Command, State>

export const addHousehold: PeopleCommandHandler<AddHousehold, AddHouseholdState> = {
  decide: decideAddHousehold,
  load: async (work, { placeId, householdId, gridId }) => ({
    place: await findPlace(work, placeId),
    isTaken: await isIdTaken(work, 'households', householdId),
    grid: (await gridsOf(work, placeId)).find(({ id }) => id === gridId) ?? null,
    households: await householdsOf(work, placeId),
  }),
}

export const addPerson: PeopleCommandHandler<AddPerson, AddPersonState> = {
  decide: decideAddPerson,
  load: async (work, { placeId, personId, householdId }) => ({
    place: await findPlace(work, placeId),
    isTaken: await isIdTaken(work, 'people', personId),
    household: await findHousehold(work, placeId, householdId),
    neighbours: await neighboursOf(work, placeId),
  }),
}

export const renamePerson: PeopleCommandHandler<RenamePerson, PersonState> = {
  decide: decideRenamePerson,
  load: async (work, { placeId, personId }) => ({
    place: await findPlace(work, placeId),
    person: await findPerson(work, placeId, personId),
  }),
}

export const movePersonAway: PeopleCommandHandler<MovePersonAway, MovePersonAwayState> = {
  decide: decideMovePersonAway,
  load: async (work, { placeId, personId }) => ({
    place: await findPlace(work, placeId),
    person: await findPerson(work, placeId, personId),
    posts: await postsOf(work, placeId),
  }),
}

export const importRoster: PeopleCommandHandler<ImportRoster, ImportRosterState> = {
  decide: decideImportRoster,
  async load(work, { placeId, rows }) {
    const ids = rows.map(({ personId }) => personId)
    return {
      place: await findPlace(work, placeId),
      grids: await gridsOf(work, placeId),
      households: await householdsOf(work, placeId),
      neighbours: await neighboursOf(work, placeId),
      takenIds: [
        ...(await takenIds(work, 'people', ids)),
        ...(await takenIds(work, 'households', ids.map(householdIdFor))),
        ...(await takenIds(work, 'places', ids.map(gridIdFor))),
      ],
    }
  },
}

export const givePost: PeopleCommandHandler<GivePost, GivePostState> = {
  decide: decideGivePost,
  load: async (work, { placeId, personId, postId, gridId }) => ({
    place: await findPlace(work, placeId),
    person: await findPerson(work, placeId, personId),
    isTaken: await isIdTaken(work, 'posts', postId),
    grid: (await gridsOf(work, placeId)).find(({ id }) => id === gridId) ?? null,
    posts: await postsOf(work, placeId),
  }),
}

export const endPost: PeopleCommandHandler<EndPost, EndPostState> = {
  decide: decideEndPost,
  load: async (work, { placeId, postId }) => ({
    place: await findPlace(work, placeId),
    post: await findPost(work, placeId, postId),
    posts: await postsOf(work, placeId),
  }),
}
