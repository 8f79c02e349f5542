import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { areGramsEnough, folded, gramsAsked, gramsOf, type Gram } from '../../shared/kernel/grams.ts'
import type { Reader, Work } from '../storage/database.ts'
import { isPostgres } from '../storage/dialect.ts'

const NUMBER = /^[1-9][0-9]{0,5}$/
const ofNumber = (no: number | string): Gram => `n${no}`

/** What a search asks the two databases, each in its own words, and how to make sure of what came back. */
export interface Asked {
  readonly grams: string
  /** Null where the grams say enough. */
  readonly pattern: string | null
  readonly no: number | null
}

export function askedOf(reader: Reader, q: string): Asked {
  const text = folded(q)
  const grams = gramsAsked(text)
  const no = NUMBER.test(text) ? Number(text) : null
  return {
    grams: isPostgres(reader) ? `{${grams.join(',')}}` : matching(grams, no),
    pattern: areGramsEnough(text) ? null : patternFor(text),
    no,
  }
}

const quoted = (gram: Gram): string => `"${gram}"`

function matching(grams: readonly Gram[], no: number | null): string {
  const all = grams.map(quoted).join(' AND ')
  return no === null ? all : `(${all}) OR ${quoted(ofNumber(no))}`
}

/** Signs that LIKE would take for more than themselves stand for themselves. */
export const patternFor = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The lines whose grams are asked for, as a source to select from: `ledgerGrams` beside `ledgerLines`. */
export function linesHolding(reader: Reader, { grams, no }: Asked): RawBuilder<unknown> {
  if (!isPostgres(reader))
    return sql`"ledgerGrams" join "ledgerLines" on "ledgerLines".line = "ledgerGrams".rowid and "ledgerGrams" match ${grams}`
  const holds = sql`"ledgerGrams".grams @> ${grams}::text[]`
  const found = no === null ? holds : sql`(${holds} or "ledgerGrams".grams @> ${`{${ofNumber(no)}}`}::text[])`
  return sql`"ledgerGrams" join "ledgerLines" on "ledgerLines".line = "ledgerGrams".line and ${found}`
}

/** Several grams of a text need not stand side by side there. */
export function surely({ pattern, no }: Asked): RawBuilder<SqlBool> | null {
  if (pattern === null) return null
  const isSaid = sql<SqlBool>`exists (
    select 1 from "ledgerTexts" where "ledgerTexts".line = "ledgerLines".line and text like ${pattern} escape '\\'
  )`
  return no === null ? isSaid : sql<SqlBool>`(${isSaid} or "ledgerLines".no = ${no})`
}

export async function writeGrams(work: Work, line: number, text: string, no: number | null): Promise<void> {
  const grams = [...gramsOf(text), ...(no === null ? [] : [ofNumber(no)])]
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
