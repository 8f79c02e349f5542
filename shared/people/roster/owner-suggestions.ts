import { folded } from '../../kernel/text/folding.ts'
import type { PersonId } from '../../kernel/id.ts'

/** Whom a name in an old ledger may mean: somebody of the roster or a partner, here or above. */
export interface KnownOwner {
  readonly id: PersonId
  readonly name: string
  /** What people call the posts that they hold here or above. */
  readonly titles: readonly string[]
  /** Different for everybody, also for two of one name. */
  readonly shown: string
}

const MAX_SUGGESTED = 8

/** However it is spaced, and in whichever characters, a name is the same one. */
const plain = (name: string): string => folded(name).replace(/[\s·・.]/gu, '')

/** The only one of a name, or the one who is told apart from others of it; for many names asked of the same people. */
export function byName<Owner extends { readonly name: string; readonly shown?: string }>(
  owners: readonly Owner[],
): (name: string) => Owner | null {
  const found = new Map<string, Owner | null>()
  for (const owner of owners) found.set(plain(owner.name), found.has(plain(owner.name)) ? null : owner)
  for (const owner of owners)
    if (owner.shown !== undefined && owner.shown !== owner.name) found.set(plain(owner.shown), owner)
  return (name) => found.get(plain(name)) ?? null
}

const BY_AGE = /^[老小阿](\p{Script=Han}{1,2})$/u
const BY_ADDRESS =
  /^(\p{Script=Han}{1,2}?)(?:老?师傅?|老师|医生|大夫|总|工|队长|组长|委员|主任|书记|村长|支书|会计|文书|站长|所长|镇长|网格员|同志|先生|女士|哥|姐|叔|婶|伯|姨|嫂|爷|奶|大爷|大妈|大叔|大姐)$/u

interface Candidate {
  readonly owner: KnownOwner
  readonly name: string
  readonly titles: readonly string[]
}

/** Tells whom a name may mean that is not one person’s: borne by several, 老王, 刘主任, 建国, 村委会李四; the nearest kind only. */
export function ownerSuggester(owners: readonly KnownOwner[]): (name: string) => readonly KnownOwner[] {
  const candidates = owners.map((owner) => ({
    owner,
    name: plain(owner.name),
    titles: owner.titles.map(plain),
  }))
  return (name) => {
    const written = plain(name)
    if (written.length < 2) return []
    const near = WAYS.map((isNear) => candidates.filter((one) => isNear(written, one)))
    const nearest = near.find((ones) => ones.length > 0) ?? []
    return nearest.slice(0, MAX_SUGGESTED).map(({ owner }) => owner)
  }
}

type Way = (written: string, candidate: Candidate) => boolean

/** Several bear it as it is written. */
const bearsName: Way = (written, { name }) => name === written

/** 王建国（村书记）, 村委会李四 */
const standsWithin: Way = (written, { name }) => name.length >= 2 && written.includes(name)

/** 村书记, and 刘主任 where somebody 刘 is called 村委会主任. */
const bearsTitle: Way = (written, { name, titles }) => {
  if (titles.some((title) => title.endsWith(written))) return true
  const [, surname] = BY_ADDRESS.exec(written) ?? []
  return (
    surname !== undefined &&
    name.startsWith(surname) &&
    titles.some((title) => title.includes(written.slice(surname.length)))
  )
}

/** 老王, 王师傅 */
const bearsSurname: Way = (written, { name }) => {
  const surname = BY_AGE.exec(written)?.[1] ?? BY_ADDRESS.exec(written)?.[1]
  return surname !== undefined && name.length <= 4 && name.startsWith(surname)
}

/** 建国 of 王建国, 供电所 of 青石镇供电所 */
const isPartOf: Way = (written, { name }) => name.includes(written)

const WAYS: readonly Way[] = [bearsName, standsWithin, bearsTitle, bearsSurname, isPartOf]
