/** Somebody whom a name may mean, with what is known of them, the most telling first: post, household, grid, place. */
export interface NameBearer<Id extends string = string> {
  readonly id: Id
  readonly name: string
  readonly details: readonly string[]
}

/**
 * A text for each of them that is nobody else's: the name where it is the only one, with as many details as it takes
 * where several bear it.
 */
export function namesApart<Id extends string>(bearers: readonly NameBearer<Id>[]): ReadonlyMap<Id, string> {
  const alike = new Map<string, NameBearer<Id>[]>()
  for (const one of bearers) alike.set(one.name, [...(alike.get(one.name) ?? []), one])
  const shown = new Map<Id, string>()
  const used = new Map<string, number>()
  for (const group of alike.values()) {
    const many = fewestDetails(group)
    for (const one of group) {
      const text = group.length === 1 ? one.name : withDetails(one, many)
      const times = (used.get(text) ?? 0) + 1
      used.set(text, times)
      shown.set(one.id, times === 1 ? text : `${text} ${times}`)
    }
  }
  return shown
}

const withDetails = ({ name, details }: NameBearer, many: number): string => {
  const told = details.slice(0, many).join('·')
  return told === '' ? name : `${name}（${told}）`
}

function fewestDetails(group: readonly NameBearer[]): number {
  const most = Math.max(...group.map(({ details }) => details.length))
  for (let many = 1; many < most; many++)
    if (new Set(group.map((one) => withDetails(one, many))).size === group.length) return many
  return most
}
