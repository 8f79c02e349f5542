import type { PersonId } from '../../shared/kernel/id.ts'
import type { Partner } from '../../shared/people/partner.ts'
import type { Household, Person, Post } from '../../shared/people/person.ts'

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
  /** Units beside the roster; offered after everybody who holds a post. */
  readonly partners?: readonly Partner[]
}

/** Those who hold a post first; two of one name are told apart by title or household. */
export function nameChoices({ people, households, posts, partners = [] }: People): readonly NameChoice[] {
  const living = people.filter(({ movedAwayAt }) => movedAwayAt === null)
  const titles = new Map(
    posts.filter(({ endedAt }) => endedAt === null).map(({ personId, title }) => [personId, title]),
  )
  const homes = new Map(households.map(({ id, name }) => [id, name]))
  const seen = new Map<string, number>()
  for (const { name } of living) seen.set(name, (seen.get(name) ?? 0) + 1)

  const used = new Map<string, number>()
  const distinct = (text: string) => {
    const times = (used.get(text) ?? 0) + 1
    used.set(text, times)
    return times === 1 ? text : `${text} ${times}`
  }
  const units = partners
    .filter(({ isDropped }) => !isDropped)
    .map(({ id, name }) => ({ personId: id, name, title: null, shown: distinct(name) }))
  const persons = living
    .map(({ id, name, householdId }) => {
      const title = titles.get(id) ?? null
      const apart = title ?? (householdId ? homes.get(householdId) : undefined)
      const isOnly = seen.get(name) === 1
      return { personId: id, name, title, shown: distinct(isOnly || !apart ? name : `${name}（${apart}）`) }
    })
    .sort((one, other) => Number(other.title !== null) - Number(one.title !== null))
  const withPost = persons.filter(({ title }) => title !== null)
  return [...withPost, ...units, ...persons.slice(withPost.length)]
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
