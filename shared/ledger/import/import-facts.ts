import { isDay, type Day } from '../../kernel/day.ts'
import { graphemeLength } from '../../kernel/text/text.ts'
import type { PlaceId } from '../../kernel/id.ts'
import { MAX_REASON_LENGTH } from '../../commitments/commitment.ts'
import { coOwnersIn } from './import-co-owners.ts'
import type { KnownOwner } from '../../people/roster/owner-suggestions.ts'
import { dayInCell, dueDayInCell, type DayCell, type DayContext } from './import-days.ts'
import { gridNamed } from './import-grids.ts'
import { standingIn, type Standing } from './import-standing.ts'
import { categoryNamed, NOBODY, NOT_AGREED } from './import-words.ts'
import { asMeasure } from './import.ts'
import type {
  FactProblem,
  ImportColumn,
  ImportFacts,
  ImportFlag,
  ImportFlagCode,
  ImportProblemCode,
  ImportPromise,
} from './import.ts'

export interface ReadingContext extends DayContext {
  readonly grids: readonly { readonly id: PlaceId; readonly name: string }[]
  /** Whom of the roster or which partner a name means, if it is one. */
  readonly ownerOf: (name: string) => KnownOwner | null
  readonly has: (column: ImportColumn) => boolean
  readonly headingOf: (column: ImportColumn) => string
  /** A table that was taken away from here. */
  readonly isOwn: boolean
}

type CellOf = (column: ImportColumn) => string

/** One row being understood: what it says, what is wrong with it and what somebody may want to know. */
class Row {
  readonly problems: FactProblem[] = []
  readonly flags: ImportFlag[] = []
  readonly remarks: string[] = []
  readonly cellOf: CellOf
  readonly context: ReadingContext

  constructor(cellOf: CellOf, context: ReadingContext) {
    this.cellOf = cellOf
    this.context = context
  }

  wrong(column: ImportColumn, code: ImportProblemCode): void {
    this.problems.push({ column, code, text: this.cellOf(column) })
  }

  note(column: ImportColumn | null, code: ImportFlagCode): void {
    this.flags.push({ column, code })
  }

  keep(column: ImportColumn): void {
    this.remarks.push([this.context.headingOf(column), this.cellOf(column)].filter(Boolean).join('：'))
  }

  /** The day of a cell; what cannot be read stays as it is written, for the judgement to name it. */
  day(column: ImportColumn, found: DayCell): string {
    if (found.found !== null && found.found !== 'written') this.note(column, found.found)
    if (found.rest !== '') {
      this.keep(column)
      this.note(column, 'kept-as-remark')
    }
    return found.day ?? this.cellOf(column)
  }
}

export function factsIn(
  cellOf: CellOf,
  context: ReadingContext,
): { facts: ImportFacts; problems: readonly FactProblem[]; flags: readonly ImportFlag[] } {
  const row = new Row(cellOf, context)
  const category = cellOf('category') === '' ? 'other' : categoryNamed(cellOf('category'))
  if (category === null) row.wrong('category', 'category-unknown')
  const raisedOn = row.day('raisedOn', dayInCell(cellOf('raisedOn'), context))
  const raised = isDay(raisedOn) ? raisedOn : null
  const ended = endIn(row, raised)
  judged(row)
  const promise = promiseIn(row, raised, ended)
  const raisedBy = cellOf('raisedBy')
  const gridId = gridIn(row)
  const facts: ImportFacts = {
    text: cellOf('problem') || (context.isOwn ? cellOf('measure') : ''),
    raisedBy: raisedBy === '' || NOBODY.test(raisedBy) ? null : raisedBy,
    raisedOn,
    category: category ?? 'other',
    gridId,
    answer: cellOf('answer') || (promise === null && ended.isDone ? cellOf('done') || null : null),
    promise,
    isDone: ended.isDone,
    doneOn: ended.doneOn,
    remark: row.remarks.join('；') || null,
  }
  return { facts, problems: row.problems, flags: row.flags }
}

function gridIn(row: Row): PlaceId | null {
  const { grids } = row.context
  const name = row.cellOf('grid')
  if (name === '') return null
  const grid = gridNamed(name, grids)
  if (grid && grid.name !== name) row.note('grid', 'grid-matched')
  if (grid) return grid.id
  // A place that has drawn no grids yet keeps what was written.
  if (grids.length > 0) row.wrong('grid', 'grid-unknown')
  else {
    row.keep('grid')
    row.note('grid', 'grid-unknown')
  }
  return null
}

/** Who judged, and for whom, an old ledger does not say: what it has stands in the story as it was written. */
function judged(row: Row): void {
  if (row.cellOf('rating') !== '') row.keep('rating')
  if (!/^0*$/.test(row.cellOf('timesReopened'))) row.keep('timesReopened')
}

interface End extends Standing {
  readonly doneOn: Day | null
}

/** Whether and when it was done: by its own column, by what stands beside it, or by a day beside the word. */
function endIn(row: Row, raisedOn: Day | null): End {
  const [said, closedOn] = [row.cellOf('done'), row.cellOf('closedOn')]
  const open: End = { isDone: false, day: null, report: null, doneOn: null }
  // A day alone, where it should say whether it is done: then it was done.
  const alone = said !== '' && closedOn === '' ? dayInCell(said, row.context, raisedOn) : null
  if (alone?.day && alone.rest === '') return { ...open, isDone: true, doneOn: row.day('done', alone) }
  const standing = said === '' ? { ...open, isDone: closedOn !== '' } : standingIn(said)
  if (!standing) {
    row.wrong('done', 'standing-unknown')
    return open
  }
  if (!standing.isDone) {
    if (
      standing.report !== null &&
      /完成|解决|解決|办|辦|%/.test(standing.report) &&
      standing.report.length > 6
    )
      row.note('done', 'partly-done')
    return { ...standing, doneOn: null }
  }
  const beside = standing.day === null ? null : dayInCell(standing.day, row.context, raisedOn)
  if (beside) return { ...standing, doneOn: row.day('done', { ...beside, day: beside.day ?? standing.day }) }
  if (closedOn !== '')
    return { ...standing, doneOn: row.day('closedOn', dayInCell(closedOn, row.context, raisedOn)) }
  row.note('closedOn', 'done-day-unknown')
  return { ...standing, doneOn: null }
}

function promiseIn(row: Row, raisedOn: Day | null, ended: End): ImportPromise | null {
  const { cellOf, context } = row
  const [first, due] = [
    dueDayInCell(cellOf('firstDueOn'), context, raisedOn),
    dueDayInCell(cellOf('dueOn'), context, raisedOn),
  ]
  const isNone = ['measure', 'owner', 'firstDueOn', 'dueOn'] as const
  if (isNone.every((column) => cellOf(column) === '') || NOT_AGREED.test(cellOf('done'))) return null
  const written = cellOf('firstDueOn') === '' ? '' : row.day('firstDueOn', first)
  const later = cellOf('dueOn') === '' ? '' : row.day('dueOn', due)
  if (first.movedTo !== null) row.note('firstDueOn', 'day-moved')
  const firstDueOn = written || later
  const dueOn = later || first.movedTo || written
  const owner = cellOf('owner')
  return {
    ...{ measure: measureIn(row), firstDueOn, dueOn },
    ...ownersIn(row, owner),
    timesMoved: timesIn(row, firstDueOn !== dueOn),
    progress: stepsIn(cellOf('progress'), context.isOwn),
    report: ended.report,
  }
}

/** Who is told apart by more than the name is written down by the name. */
function ownersIn(row: Row, owner: string): Pick<ImportPromise, 'owner' | 'ownerId' | 'coOwners'> {
  const { cellOf, context } = row
  const meant = (column: 'owner' | 'coOwners', written: string) => {
    const known = context.ownerOf(written)
    if (known === null && written !== '') row.note(column, 'owner-unlinked')
    const isToldApart = known !== null && context.ownerOf(known.name) === null
    return { name: isToldApart ? known.name : written, id: known?.id ?? null }
  }
  const { name, id } = meant('owner', owner)
  const others = coOwnersIn(cellOf('coOwners'), cellOf('measure') || cellOf('problem'))
  return {
    owner: name,
    ...(id === null ? {} : { ownerId: id }),
    coOwners: others.map((one) => {
      const { name: own, id: personId } = meant('coOwners', one.name)
      return { name: own, part: one.part, ...(personId === null ? {} : { personId }) }
    }),
  }
}

function measureIn(row: Row): string | null {
  const [written, { has, isOwn }] = [row.cellOf('measure'), row.context]
  const isMatterItself = isOwn && written === asMeasure(row.cellOf('problem'))
  if (has('measure') && !isMatterItself && (written !== '' || !isOwn)) return written
  row.note('measure', 'measure-unknown')
  return null
}

function timesIn(row: Row, isMoved: boolean): number {
  const cell = row.cellOf('timesMoved')
  const times = cell === '' ? Number(isMoved) : Number(/^(\d{1,2})次?$/.exec(cell)?.[1] ?? Number.NaN)
  if (!Number.isNaN(times)) return times
  row.wrong('timesMoved', 'times-unreadable')
  return 0
}

/** Steps on the way are parted in our own tables, and in none is one longer than it may be. */
function stepsIn(cell: string, isOwn: boolean): readonly string[] {
  if (cell === '') return []
  if (!isOwn && graphemeLength(cell) <= MAX_REASON_LENGTH) return [cell]
  return cell.split(/[；;\n](?=\s*\d{4}-\d\d-\d\d)/).map((step) => step.trim())
}
