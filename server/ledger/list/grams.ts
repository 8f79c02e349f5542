import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { folded } from '../../../shared/kernel/text/folding.ts'
import { areGramsEnough, gramsAsked, gramsOf, type Gram } from '../../../shared/kernel/text/grams.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Reader, Work } from '../../storage/database.ts'
import type { AppContext } from '../../app/feature.ts'
import { isPostgres } from '../../storage/dialect.ts'

const NUMBER = /^[1-9][0-9]{0,5}$/
const DAY = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?$|^(?:(\d{4})-)(\d{2})-(\d{2})$/

const ofNumber = (no: number): Gram => `n${no}`
const ofDay = (day: string): Gram => `d${day.replaceAll('-', '')}`
/** A day is found with its year and without. */
const ofDays = (days: readonly Day[]): readonly Gram[] =>
  days.flatMap((day) => [ofDay(day), ofDay(day.slice('2026-'.length))])

/** What is asked for by itself, beside the letters: a matter's number, or a day on which something is due. */
interface Exact {
  readonly gram: Gram
  readonly isSo: RawBuilder<SqlBool>
}

/** The number of a matter, where nothing else is written. */
export const numberNamed = (text: string): number | null => (NUMBER.test(text) ? Number(text) : null)

/** The end of a day as it is kept: 2026-12-05, or 12-05 of any year. */
export function dayNamed(text: string): string | null {
  const day = DAY.exec(text)
  if (!day) return null
  const [year, month, date] = day[2] ? day.slice(1, 4) : day.slice(4, 7)
  return [...(year ? [year] : []), month!.padStart(2, '0'), date!.padStart(2, '0')].join('-')
}

function exactOf(text: string): Exact | null {
  const no = numberNamed(text)
  if (no !== null) return { gram: ofNumber(no), isSo: sql`"ledgerLines".no = ${no}` }
  const named = dayNamed(text)
  if (named === null) return null
  const isOn = (name: string): RawBuilder<SqlBool> =>
    sql`${sql.ref(`ledgerLines.${name}`)} like ${`%${named}`}`
  return { gram: ofDay(named), isSo: sql`(${isOn('dueOn')} or ${isOn('firstDueOn')})` }
}

/** What a search asks the two databases, each in its own words, and how to make sure of what came back. */
export interface Asked {
  readonly grams: string
  /** Null where the grams say enough. */
  readonly pattern: string | null
  readonly exact: Exact | null
}

export function askedOf(reader: Reader, q: string): Asked {
  const text = folded(q)
  const grams = gramsAsked(text)
  const exact = exactOf(text)
  return {
    grams: isPostgres(reader) ? `{${grams.join(',')}}` : matching(grams, exact),
    pattern: areGramsEnough(text) ? null : patternFor(text),
    exact,
  }
}

const quoted = (gram: Gram): string => `"${gram}"`

function matching(grams: readonly Gram[], exact: Exact | null): string {
  const all = grams.map(quoted).join(' AND ')
  return exact === null ? all : `(${all}) OR ${quoted(exact.gram)}`
}

/** Signs that LIKE would take for more than themselves stand for themselves. */
export const patternFor = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The lines whose grams are asked for, as a source to select from: `ledgerGrams` beside `ledgerLines`. */
export function linesHolding(reader: Reader, { grams, exact }: Asked): RawBuilder<unknown> {
  if (!isPostgres(reader))
    return sql`"ledgerGrams" join "ledgerLines" on "ledgerLines".line = "ledgerGrams".rowid and "ledgerGrams" match ${grams}`
  const holds = sql`"ledgerGrams".grams @> ${grams}::text[]`
  const found =
    exact === null ? holds : sql`(${holds} or "ledgerGrams".grams @> ${`{${exact.gram}}`}::text[])`
  return sql`"ledgerGrams" join "ledgerLines" on "ledgerLines".line = "ledgerGrams".line and ${found}`
}

/** Several grams of a text need not stand side by side there. */
export function surely({ pattern, exact }: Asked): RawBuilder<SqlBool> | null {
  if (pattern === null) return null
  const isSaid = sql<SqlBool>`exists (
    select 1 from "ledgerTexts" where "ledgerTexts".line = "ledgerLines".line and text like ${pattern} escape '\\'
  )`
  return exact === null ? isSaid : sql<SqlBool>`(${isSaid} or ${exact.isSo})`
}

interface Written {
  readonly no: number | null
  readonly days: readonly Day[]
}

export async function writeGrams(
  work: Work,
  line: number,
  text: string,
  { no, days }: Written,
): Promise<void> {
  const grams = [...new Set([...gramsOf(text), ...ofDays(days), ...(no === null ? [] : [ofNumber(no)])])]
  await eraseGrams(work, line)
  await (
    isPostgres(work)
      ? sql`insert into "ledgerGrams" (line, grams) values (${line}, ${grams}::text[])`
      : sql`insert into "ledgerGrams" (rowid, grams) values (${line}, ${grams.join(' ')})`
  ).execute(work)
}

export async function eraseGrams(work: Work, line: number): Promise<void> {
  await sql`delete from "ledgerGrams" where ${sql.ref(isPostgres(work) ? 'line' : 'rowid')} = ${line}`.execute(
    work,
  )
}

/** Deleted letters stay in an index of SQLite until its parts are merged (FTS5, section 6.7); PostgreSQL's vacuum needs no help. */
export async function forgetErasedGrams({ database }: Pick<AppContext, 'database'>): Promise<void> {
  if (database.dialect === 'postgres') return
  await database.write((work) =>
    sql`insert into "ledgerGrams" ("ledgerGrams") values ('optimize')`.execute(work),
  )
}
