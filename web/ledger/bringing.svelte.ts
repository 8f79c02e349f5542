import { csvText } from '../../shared/kernel/csv.ts'
import {
  IMPORT_ROWS_AT_ONCE,
  type ImportColumn,
  type ImportedView,
  type Mapping,
} from '../../shared/ledger/import.ts'
import {
  guessedMapping,
  ledgerFile,
  linesOf,
  type ImportLine,
  type LedgerFile,
  type RawRow,
} from '../../shared/ledger/import-reading.ts'
import { ask, type ToldRefusal } from '../sync/ask.ts'
import { newId } from '../sync/id.ts'
import { send } from '../sync/send.ts'
import { clock } from '../sync/clock.svelte.ts'
import { keepFile, recallFile, type KeptFile } from './kept-file.ts'
import { rowsIn, type Unreadable } from './unpack.ts'

const EMPTY: LedgerFile = { heading: null, rows: [] }

/** An old ledger on its way in: what it says, what is wrong with which row, and how far it has been written down. */
export class Bringing {
  file = $state.raw<LedgerFile>(EMPTY)
  fileName = $state('')
  mapping = $state.raw<Mapping>([])
  problem = $state<Unreadable | 'nothing' | null>(null)
  known = $state.raw<ImportedView | null>(null)
  isRunning = $state(false)
  done = $state(0)
  of = $state(0)
  broughtIn = $state(0)
  refusal = $state.raw<ToldRefusal>()
  isCutOff = $state(false)
  /** It was left here before, on this machine. */
  isRecalled = $state(false)
  readonly #placeId: string
  readonly #lines = $derived(this.known ? linesOf(this.file, this.mapping, this.known) : [])

  constructor(placeId: string) {
    this.#placeId = placeId
  }

  /** Resolves to whether the place told what came in before. */
  async open(): Promise<boolean> {
    const answer = await ask<ImportedView>('GET', `/api/places/${this.#placeId}/ledger/imported`)
    this.refusal = answer.kind === 'refused' ? answer.refusal : undefined
    if (answer.kind === 'told') {
      if (this.file === EMPTY) await this.#recall()
      this.known = answer.value
    }
    return answer.kind === 'told'
  }

  /** A page that was loaded anew goes on where it was left, with everything that was put right by hand. */
  async #recall(): Promise<void> {
    const kept = await recallFile(this.#placeId, clock.read())
    if (!kept || this.file !== EMPTY) return
    this.file = kept.file
    this.mapping = kept.mapping
    this.fileName = kept.fileName
    this.isRecalled = true
  }

  #keep(): Promise<void> {
    const { file, mapping, fileName } = this
    const isOver = file.rows.length === 0
    return keepFile(
      this.#placeId,
      isOver ? null : ($state.snapshot({ file, mapping, fileName, keptAt: clock.read() }) as KeptFile),
    )
  }

  get good(): readonly ImportLine[] {
    return this.#lines.filter(({ problems }) => problems.length === 0)
  }

  get wrong(): readonly ImportLine[] {
    return this.#lines.filter(({ problems }) => problems.length > 0)
  }

  async read(file: File): Promise<void> {
    this.problem = null
    const rows = await rowsIn(file)
    if (typeof rows === 'string') this.problem = rows
    else if (rows.length < 2) this.problem = 'nothing'
    else {
      this.file = ledgerFile(rows)
      this.mapping = guessedMapping(this.file)
      this.fileName = file.name
      this.broughtIn = 0
      this.isRecalled = false
      await this.#keep()
    }
  }

  /** A column is taken from one place only. */
  map(at: number, column: ImportColumn | null): void {
    const width = Math.max(this.mapping.length, at + 1)
    this.mapping = Array.from({ length: width }, (_, one) => {
      if (one === at) return column
      const before = this.mapping[one] ?? null
      return before === column ? null : before
    })
    void this.#keep()
  }

  cellOf(line: ImportLine, column: ImportColumn): string {
    return line.cells[this.mapping.indexOf(column)] ?? ''
  }

  /** Puts one cell right; a column that the file does not have is added to it. */
  change({ line }: RawRow, column: ImportColumn, text: string): void {
    const at = this.mapping.includes(column) ? this.mapping.indexOf(column) : this.mapping.length
    if (at === this.mapping.length) this.mapping = [...this.mapping, column]
    const rows = this.file.rows.map((row) => {
      if (row.line !== line) return row
      const cells = Array.from(
        { length: Math.max(row.cells.length, at + 1) },
        (_, one) => row.cells[one] ?? '',
      )
      cells[at] = text
      return { ...row, cells }
    })
    this.file = { ...this.file, rows }
    void this.#keep()
  }

  /** Writes the good rows down; the others stay. */
  async run(): Promise<void> {
    const good = this.good
    this.isRunning = true
    this.done = 0
    this.of = good.length
    this.refusal = undefined
    this.isCutOff = false
    for (let at = 0; at < good.length; at += IMPORT_ROWS_AT_ONCE) {
      const part = good.slice(at, at + IMPORT_ROWS_AT_ONCE)
      if (!(await this.#put(part))) break
      this.done += part.length
    }
    const written = new Set(good.slice(0, this.done).map(({ line }) => line))
    this.file = { ...this.file, rows: this.file.rows.filter(({ line }) => !written.has(line)) }
    if (this.known)
      this.known = {
        ...this.known,
        keys: [...this.known.keys, ...good.slice(0, this.done).map(({ key }) => key)],
      }
    this.broughtIn += this.done
    await this.#keep()
    this.isRunning = false
  }

  async #put(part: readonly ImportLine[]): Promise<boolean> {
    const rows = part.map(({ facts }) => ({ ...facts, concernId: newId(), commitmentId: newId() }))
    const answer = await send('import-ledger', { placeId: this.#placeId, rows })
    if (answer.kind === 'refused') this.refusal = answer.refusal
    this.isCutOff = answer.kind === 'unreachable'
    return answer.kind === 'told'
  }

  /** The rows that are left, as they stand now. */
  restAsTable(): string {
    const heading = Array.from(
      { length: this.mapping.length },
      (_, at) => this.file.heading?.cells[at] || this.mapping[at] || '',
    )
    return csvText([heading, ...this.wrong.map(({ cells }) => cells)])
  }
}
