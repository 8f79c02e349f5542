import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { evolveRoster } from '../../shared/people/evolve.ts'
import type { PersonEvent, RosterView } from '../../shared/people/person.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { read } from '../sync/read.ts'
import { nameChoices, type NameChoice } from './names.ts'

export type RosterPerson = RosterView['people'][number]

/** Who lives at a place and who holds which post: read once, then kept up by what is heard. */
export class Roster extends LiveQuery<RosterView> {
  readonly placeId: PlaceId
  readonly #choices = $derived.by(() => (this.view ? nameChoices(this.view) : []))

  /** A page that is told by another way what happens needs no line for it. */
  constructor(placeId: PlaceId, live?: Live) {
    super({
      read: () => read('/api/places/:placeId/roster', { placeId }),
      live,
      fold: (view, event) => fold(view, event as RecordedEvent<PersonEvent>),
      isNews: () => false,
    })
    this.placeId = placeId
  }

  /** Everybody whom a name field offers. */
  get choices(): readonly NameChoice[] {
    return this.#choices
  }

  readonly #known = $derived.by(() => {
    const homes = new Map(this.view?.households.map(({ id, name }) => [id, name]))
    const present = this.view?.people.filter(({ movedAwayAt }) => movedAwayAt === null) ?? []
    return present.map(({ name, householdId }) => ({
      name,
      household: householdId ? (homes.get(householdId) ?? null) : null,
    }))
  })

  /** Names and doors, as the check of a new list wants them. */
  get known(): readonly { readonly name: string; readonly household: string | null }[] {
    return this.#known
  }

  /** Log-ins are in no journal, so nobody tells of them. */
  noteLogin(personId: string): void {
    if (!this.view) return
    const people = this.view.people.map((person) =>
      person.id === personId ? { ...person, hasLogin: true } : person,
    )
    this.view = { ...this.view, people }
  }
}

function fold(view: RosterView, event: RecordedEvent<PersonEvent>): RosterView {
  const { people, households, posts } = evolveRoster(view, event)
  const logins = new Map(
    view.people.map(({ id, hasLogin, isLoginUsed = false }) => [id, { hasLogin, isLoginUsed }]),
  )
  const none = { hasLogin: false, isLoginUsed: false }
  const withLogins = people.map((person) => ({ ...person, ...(logins.get(person.id) ?? none) }))
  return { ...view, people: withLogins, households, posts, grids: gridsAfter(view.grids, event) }
}

function gridsAfter(grids: RosterView['grids'], event: RecordedEvent<AnyEvent>): RosterView['grids'] {
  if (event.type !== 'grid-drawn' || grids.some(({ id }) => id === event.data.gridId)) return grids
  const { gridId, villageId, timeZone } = event.data
  return [...grids, { id: gridId, kind: 'grid', parentId: villageId, name: event.words.name, timeZone }]
}
