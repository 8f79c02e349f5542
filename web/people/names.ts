import type { PersonId } from '../../shared/kernel/id.ts'
import type { Partner } from '../../shared/people/partner.ts'
import type { Household, Person, PersonAbove, Post } from '../../shared/people/person.ts'
import { namesApart } from '../../shared/people/roster/telling-apart.ts'

/** One person as a name field offers them; `shown` is different for everybody, also for two of one name. */
export interface NameChoice {
  readonly personId: PersonId
  readonly name: string
  readonly title: string | null
  readonly shown: string
}

export interface WhoIsMeant {
  readonly name: string
  readonly personId: PersonId | null
  /** More than one person has this name and nobody has said which. */
  readonly several: readonly NameChoice[]
}

interface People {
  readonly people: readonly Person[]
  readonly households: readonly Household[]
  readonly posts: readonly Post[]
  readonly grids?: readonly { readonly id: string; readonly name: string }[]
  /** Units beside the roster; offered after everybody who holds a post. */
  readonly partners?: readonly Partner[]
  /** Of the township and the county; offered last, each with the place. */
  readonly above?: readonly PersonAbove[]
}

/** Those who hold a post first; two of one name are told apart by post, household and grid. */
export function nameChoices({
  people,
  households,
  posts,
  grids = [],
  partners = [],
  above = [],
}: People): readonly NameChoice[] {
  const living = people.filter(({ movedAwayAt }) => movedAwayAt === null)
  const titles = new Map(
    posts.filter(({ endedAt }) => endedAt === null).map(({ personId, title }) => [personId, title]),
  )
  const homes = new Map(households.map((household) => [household.id, household]))
  const gridNames = new Map(grids.map(({ id, name }) => [id, name]))
  const units = partners.filter(({ isDropped }) => !isDropped)
  const apart = namesApart([
    ...units.map(({ id, name }) => ({ id, name, details: [] })),
    ...living.map(({ id, name, householdId }) => {
      const home = homes.get(householdId ?? '')
      const known = [titles.get(id), home?.name, gridNames.get(home?.gridId ?? '')]
      return { id, name, details: known.filter((detail) => detail !== undefined) }
    }),
  ])
  const choiceOf = ({ id, name }: { id: PersonId; name: string }): NameChoice => ({
    ...{ personId: id, name, title: titles.get(id) ?? null },
    shown: apart.get(id) ?? name,
  })
  const persons = living
    .map(choiceOf)
    .sort((one, other) => Number(other.title !== null) - Number(one.title !== null))
  const withPost = persons.filter(({ title }) => title !== null)
  const officials = above.map(({ id, name, title, placeName }): NameChoice => {
    return { personId: id, name, title, shown: `${name}（${[placeName, title].filter(Boolean).join('，')}）` }
  })
  return [...withPost, ...units.map(choiceOf), ...persons.slice(withPost.length), ...officials]
}

/** Whom a typed name means; a name that nobody bears is taken as it stands. */
export function whoIsMeant(text: string, choices: readonly NameChoice[]): WhoIsMeant {
  const typed = text.trim()
  const exact = choices.find(({ shown }) => shown === typed)
  if (exact && exact.shown !== exact.name) return { name: exact.name, personId: exact.personId, several: [] }
  const named = choices.filter(({ name }) => name === typed)
  if (named.length > 1) return { name: typed, personId: null, several: named }
  return { name: typed, personId: named[0]?.personId ?? null, several: [] }
}
