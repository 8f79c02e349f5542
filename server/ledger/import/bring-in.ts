import { isDay } from '../../../shared/kernel/day.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import {
  IMPORT_ROWS_AT_ONCE,
  type FactProblem,
  type ImportColumn,
  type ImportedView,
  type ImportFlag,
} from '../../../shared/ledger/import/import.ts'
import {
  guessedMapping,
  ledgerFile,
  linesOf,
  type ImportLine,
} from '../../../shared/ledger/import/import-reading.ts'
import type { BringIn, BroughtRow } from '../../app/feature.ts'
import { importedViewOf } from './imports.ts'

/** Columns by the names of the values that they fill. */
const VALUE_OF: Partial<Record<ImportColumn, string>> = { problem: 'text', closedOn: 'doneOn' }

/** Reads an old ledger as the page does and, unless it is only tried, writes its good rows down. */
export const bringLedger: BringIn = async (context, actor, sheets, { placeId, isDry, fileName }) => {
  const known = await context.database.snapshot((reader) =>
    importedViewOf(reader, placeId, context.clock.now()),
  )
  if (!known) return refuse('not-found', 'placeId')
  const file = ledgerFile(sheets, fileName)
  const lines = linesOf(file, guessedMapping(file), known)
  const good = lines.filter(({ problems }) => problems.length === 0)
  const importId = context.newId()
  for (let at = 0; !isDry && at < good.length; at += IMPORT_ROWS_AT_ONCE) {
    const rows = good.slice(at, at + IMPORT_ROWS_AT_ONCE).map(({ facts }) => ({
      ...{ ...facts, concernId: context.newId(), commitmentId: context.newId() },
    }))
    const command = { placeId, importId, rows }
    const outcome = await context.perform('import-ledger', command, actor, context.newId())
    if (isRefusal(outcome)) return outcome
  }
  return { rows: lines.map((line) => broughtRow(line, known)), passedOver: file.passedOver.length }
}

const told = ({ column, code }: FactProblem | ImportFlag): { column: string | null; code: string } => ({
  column: column && (VALUE_OF[column] ?? column),
  code,
})

function broughtRow(
  { line, cells: _cells, facts, problems, flags }: ImportLine,
  known: ImportedView,
): BroughtRow {
  const { promise } = facts
  const day = (text: string | null | undefined): string | null => (text && isDay(text) ? text : null)
  return {
    ...{ row: line, ok: problems.length === 0, problems: problems.map(told), flags: flags.map(told) },
    values: {
      ...{ text: facts.text || null, raisedBy: facts.raisedBy, raisedOn: day(facts.raisedOn) },
      grid: known.grids.find(({ id }) => id === facts.gridId)?.name ?? null,
      ...{ measure: promise?.measure || null, owner: promise?.owner || null },
      ...{ firstDueOn: day(promise?.firstDueOn), dueOn: day(promise?.dueOn), doneOn: day(facts.doneOn) },
      ...{ report: promise?.report ?? null, remark: facts.remark },
    },
  }
}
