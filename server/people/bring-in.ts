import { isRefusal, refuse } from '../../shared/kernel/refusal.ts'
import { parseRoster } from '../../shared/people/roster/roster.ts'
import type { BringIn } from '../app/feature.ts'
import { findPlace } from '../places/queries.ts'
import { neighboursOf } from './queries.ts'

const ROWS_AT_ONCE = 100

/** Reads a roster as the page does and, unless it is only tried, writes its good rows down. */
export const bringRoster: BringIn = async (context, actor, sheets, { placeId, isDry }) => {
  const { reader } = context.database
  if (!(await findPlace(reader, placeId))) return refuse('not-found', 'placeId')
  const { rows, errors, passedOver } = parseRoster(sheets, await neighboursOf(reader, placeId))
  const flags = errors
    .filter(({ code }) => code === 'identity-passed-over')
    .map(({ code }) => ({ column: null, code }))
  const lines = rows.map(({ line, name, household, grid }) => {
    const problems = errors
      .filter((one) => one.line === line && one.code !== 'column-unknown')
      .map(({ column, code }) => ({ column, code }))
    const values = { name: name || null, household, grid }
    return { row: line, ok: problems.length === 0, problems, flags, values }
  })
  const good = lines.filter(({ ok }) => ok)
  for (let at = 0; !isDry && at < good.length; at += ROWS_AT_ONCE) {
    const people = good.slice(at, at + ROWS_AT_ONCE)
    const command = { placeId, rows: people.map(({ values }) => ({ ...values, personId: context.newId() })) }
    const outcome = await context.perform('import-roster', command, actor, context.newId())
    if (isRefusal(outcome)) return outcome
  }
  return { rows: lines, passedOver }
}
