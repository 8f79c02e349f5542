import type { Decide } from '../../kernel/command.ts'
import type { HouseholdId, PlaceId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Place, PlaceEvent } from '../../places/place.ts'
import { rosterRefusal, type Neighbour } from '../decide.ts'
import type { Household, PersonEvent } from '../person.ts'
import { rosterProblems, tidyName, type RosterEntry } from './roster.ts'
import type { ImportRoster, RosterRow } from '../schema.ts'

export interface ImportRosterState {
  readonly place: Place | null
  readonly grids: readonly Place[]
  readonly households: readonly Household[]
  readonly neighbours: readonly Neighbour[]
  /** Ids among those this import would use that exist already, wherever. */
  readonly takenIds: readonly string[]
}

type RosterEvent = PersonEvent | PlaceEvent

/** Ids of what the list names for the first time, made from the first person's id by its version digit. */
export const householdIdFor = (personId: string): HouseholdId => withVersion(personId, '8')
export const gridIdFor = (personId: string): PlaceId => withVersion(personId, 'a')
const withVersion = (id: string, version: string): string => `${id.slice(0, 14)}${version}${id.slice(15)}`

const entryFrom = ({ name, household, grid }: RosterRow): RosterEntry => ({
  name: tidyName(name),
  household: household?.trim() || null,
  grid: grid?.trim() || null,
})

export const decideImportRoster: Decide<ImportRoster, ImportRosterState, RosterEvent> = (
  { rows },
  state,
  actor,
) => {
  const refusal = rosterRefusal('import-roster', actor, state.place)
  if (refusal || !state.place) return refusal ?? refuse('not-found', 'placeId')
  const entries = rows.map(entryFrom)
  const [problem] = rosterProblems(entries, state.neighbours)
  if (problem) return refuse('roster-has-errors', `rows/${problem.index}/${problem.column ?? 'name'}`)
  const seen = new Set(state.takenIds)
  const events: RosterEvent[] = []
  const doors = new Doors(state.place, state.grids, state.households, events)
  for (const [index, { personId }] of rows.entries()) {
    const ids = new Set([personId, householdIdFor(personId), gridIdFor(personId)])
    if ([...ids].some((id) => seen.has(id))) return refuse('already-exists', `rows/${index}/personId`)
    for (const id of ids) seen.add(id)
    const entry = entries[index]!
    const householdId = doors.householdOf(entry, personId)
    events.push({ type: 'person-added', data: { personId, householdId }, words: { name: entry.name } })
  }
  return events
}

/** Finds households and grids by name, and adds those that the list names for the first time. */
class Doors {
  readonly #place: Place
  readonly #gridIds: Map<string, PlaceId>
  readonly #households: Household[]
  readonly #events: RosterEvent[]

  constructor(
    place: Place,
    grids: readonly Place[],
    households: readonly Household[],
    events: RosterEvent[],
  ) {
    this.#place = place
    this.#gridIds = new Map(grids.map(({ name, id }) => [name, id]))
    this.#households = [...households]
    this.#events = events
  }

  householdOf(entry: RosterEntry, personId: string): HouseholdId | null {
    const gridId = entry.grid === null ? null : this.#gridOf(entry.grid, personId)
    if (entry.household === null) return null
    const name = entry.household
    const known = this.#households.find(
      (household) => household.name === name && (gridId === null || household.gridId === gridId),
    )
    if (known) return known.id
    const id = householdIdFor(personId)
    this.#households.push({ id, placeId: this.#place.id, gridId, name })
    this.#events.push({ type: 'household-added', data: { householdId: id, gridId }, words: { name } })
    return id
  }

  #gridOf(name: string, personId: string): PlaceId {
    const known = this.#gridIds.get(name)
    if (known) return known
    const gridId = gridIdFor(personId)
    const { id: villageId, timeZone } = this.#place
    this.#gridIds.set(name, gridId)
    this.#events.push({ type: 'grid-drawn', data: { gridId, villageId, timeZone }, words: { name } })
    return gridId
  }
}
