import writeWorkbook, { type CellObject } from 'write-excel-file/node'
import type { Cell } from '../../../shared/kernel/text/csv.ts'
import { isDay } from '../../../shared/kernel/day.ts'
import type { SheetColumn } from '../../../shared/ledger/table.ts'

/** What a sheet's name may not hold, and how long it may be. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g
const MAX_NAME_LENGTH = 31

/** A table, its heading first, and how its columns are drawn. */
export interface Workbook {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A workbook of one sheet that prints across A4. Text stays text: no cell is ever a formula. */
export const writtenWorkbook = ({
  name,
  columns,
  rows: [heading = [], ...rows],
}: Workbook): Promise<Buffer> =>
  writeWorkbook(
    [heading.map(headOf), ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at])))],
    {
      sheet: name.replace(NOT_IN_NAMES, ' ').slice(0, MAX_NAME_LENGTH),
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 1,
    },
  ).toBuffer()

const headOf = (cell: Cell): CellObject => ({
  value: String(cell ?? ''),
  type: String,
  fontWeight: 'bold',
  align: 'center',
  wrap: true,
})

function cellOf(cell: Cell, column: SheetColumn | undefined): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' }
  if (column?.isDay && isDay(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
  return { value: cell, type: String, wrap: true, alignVertical: 'top' }
}
