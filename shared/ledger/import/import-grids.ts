import { count } from '../../calendar/day-rules.ts'
import type { PlaceId } from '../../kernel/id.ts'

interface Grid {
  readonly id: PlaceId
  readonly name: string
}

/** 第三村民小组网格 and 三组 are one: what is left of a name without what all grids share. */
const shortName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/第|村民|号|號/g, '')
    .replace(/(?:网格|網格)(?:员|員)?|片区|片區|小组|小組|组|組|片|格|区|區/g, '')
    .replace(/[一二三四五六七八九十]+/g, (number) =>
      Number.isNaN(count(number)) ? number : String(count(number)),
    )
    .toLowerCase()

/** The grid of that name, or the only one that it can be short for. */
export function gridNamed(name: string, grids: readonly Grid[]): Grid | null {
  const exact = grids.find((grid) => grid.name === name)
  if (exact) return exact
  const short = shortName(name)
  if (short === '') return null
  const same = grids.filter((grid) => shortName(grid.name) === short)
  if (same.length > 0) return same.length === 1 ? same[0]! : null
  const within = grids.filter(
    (grid) => shortName(grid.name).includes(short) || short.includes(shortName(grid.name)),
  )
  return within.length === 1 && !/\d/.test(short) ? within[0]! : null
}
