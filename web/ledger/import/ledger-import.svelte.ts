import { csvText } from '../../../shared/kernel/text/csv.ts'
import {
  IMPORT_ROWS_AT_ONCE,
  type ImportColumn,
  type ImportedBatch,
  type ImportedView,
  type ImportFlagCode,
  type Mapping,
} from '../../../shared/ledger/import/import.ts'
import {
  guessedMapping,
  ledgerFile,
  linesOf,
  NO_FILE,
  type ImportLine,
  type LedgerFile,
} from '../../../shared/ledger/import/import-reading.ts'
import { withNameFor } from '../../../shared/ledger/import/import-co-owners.ts'
import type { RawRow, Unreadable } from '../../../shared/tables/table.ts'
import type { ToldRefusal } from '../../sync/ask.ts'
import { read } from '../../sync/read.ts'
import { newId } from '../../sync/id.ts'
import { Submission } from '../../sync/submission.svelte.ts'
import { clock } from '../../sync/clock.svelte.ts'
import { keepFile, recallFile, type KeptFile } from './kept-file.ts'
import { keyOfRepeat, repeatsIn, unlinkedIn, type Correction, type Repeat } from './repeats.ts'
import { sheetsOfFile } from '../../sync/sheets.ts'

/** An old ledger on its way in: what it says, what is wrong with which row, and how far it has been written down. */
export class LedgerImport {
  file = $state.raw<LedgerFile>(NO_FILE)
  fileName = $state('')
  mapping = $state.raw<Mapping>([])
  problem = $state<Unreadable | 'nothing' | null>(null)
  known = $state.raw<ImportedView | null>(null)
  isRunning = $state(false)
  done = $state(0)
  of = $state(0)
  broughtIn = $state(0)
  readonly submission = new Submission(() => this.#placeId)
  #shut = $state.raw<ToldRefusal>()
  /** How long the rest will take, once that can be told. */
  secondsLeft = $state<number | null>(null)
  /** What was put right for several rows at once, the latest last. */
  corrections = $state.raw<readonly Correction[]>([])
  /** How many rows were taken out again. */
  takenOut = $state(0)
  #importId = newId()
  /** It was left here before, on this machine. */
  isRecalled = $state(false)
  readonly #placeId: string
  readonly #lines = $derived(this.known ? linesOf(this.file, this.mapping, this.known) : [])
  readonly #unlinked = $derived(this.known ? unlinkedIn(this.#lines, this.known) : [])

  constructor(placeId: string) {
    this.#placeId = placeId
  }

  get refusal(): ToldRefusal | undefined {
    return this.#shut ?? this.submission.refusal
  }

  /** Nobody knows whether the last rows arrived. */
  get isCutOff(): boolean {
    return this.submission.isUnsent
  }

  /** Resolves to whether the place told what came in before. */
  async open(): Promise<boolean> {
    const answer = await read('/api/places/:placeId/ledger/imported', { placeId: this.#placeId })
    this.#shut = answer.kind === 'refused' ? answer.refusal : undefined
    if (answer.kind === 'told') {
      const sent = this.file === NO_FILE ? await this.#recall() : []
      this.known = answer.value
      this.#leaveOut(
        this.#lines.filter(({ line, key }) => sent.includes(line) && answer.value.keys.includes(key)),
      )
    }
    return answer.kind === 'told'
  }

  /**
   * A page that was loaded anew goes on where it was left, with everything that was put right by hand.
   * Resolves to the rows of which it never heard whether they arrived.
   */
  async #recall(): Promise<readonly number[]> {
    const kept = await recallFile(this.#placeId, clock.read())
    // Kept by an older version of this page, it may lack what is needed.
    if (!kept?.file.titles || this.file !== NO_FILE) return []
    this.file = kept.file
    this.mapping = kept.mapping
    this.fileName = kept.fileName
    this.isRecalled = true
    // What comes in after the page was closed belongs to what came in before.
    this.#importId = kept.importId ?? this.#importId
    return kept.sentLines ?? []
  }

  #keep(sentLines: readonly number[] = []): Promise<void> {
    const { file, mapping, fileName } = this
    const importId = this.#importId
    const kept = { file, mapping, fileName, importId, sentLines, keptAt: clock.read() }
    const isOver = file.rows.length === 0
    return keepFile(this.#placeId, isOver ? null : ($state.snapshot(kept) as KeptFile))
  }

  #leaveOut(written: readonly ImportLine[]): void {
    if (written.length === 0) return
    const lines = new Set(written.map(({ line }) => line))
    this.file = { ...this.file, rows: this.file.rows.filter(({ line }) => !lines.has(line)) }
  }

  get good(): readonly ImportLine[] {
    return this.#lines.filter(({ problems }) => problems.length === 0)
  }

  /** How many rows the file held when it was read. */
  get total(): number {
    return this.#lines.length
  }

  /** What is wrong alike in several rows, and whom a name may mean: each is put right at once. */
  get repeats(): readonly Repeat[] {
    return [...this.wrongAlike, ...this.#unlinked.filter(({ choices }) => choices.length > 0)]
  }

  get wrongAlike(): readonly Repeat[] {
    return this.known ? repeatsIn(this.wrong, this.known) : []
  }

  /** Owners who stay a name: nobody here or above is called so. */
  get plainNames(): readonly Repeat[] {
    return this.#unlinked.filter(({ choices }) => choices.length === 0)
  }

  /** Rows of which something was understood that is not written there, by what it was. */
  get understood(): readonly (readonly [ImportFlagCode, number])[] {
    const counts = new Map<ImportFlagCode, number>()
    for (const { flags } of this.good)
      for (const code of new Set(flags.map((flag) => flag.code)))
        counts.set(code, (counts.get(code) ?? 0) + 1)
    // Who stays a name is told by name.
    counts.delete('owner-unlinked')
    return [...counts]
  }

  get wrong(): readonly ImportLine[] {
    return this.#lines.filter(({ problems }) => problems.length > 0)
  }

  /** Those with something wrong that no other row has alike. */
  get wrongAlone(): readonly ImportLine[] {
    const alike = this.wrongAlike.flatMap(({ lines }) => lines)
    return this.wrong.filter(({ line }) => !alike.includes(line))
  }

  async read(file: File): Promise<void> {
    this.problem = null
    const sheets = await sheetsOfFile(file)
    if (typeof sheets === 'string') this.problem = sheets
    else {
      const read = ledgerFile(sheets, file.name)
      if (read.rows.length === 0) this.problem = 'nothing'
      else this.#open(read, file.name)
    }
    if (!this.problem) await this.#keep()
  }

  #open(file: LedgerFile, name: string): void {
    this.file = file
    this.mapping = guessedMapping(file)
    this.fileName = name
    this.broughtIn = 0
    this.takenOut = 0
    this.isRecalled = false
    this.corrections = []
    this.#importId = newId()
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

  /** What stands on one line of the file. */
  cellsAt(line: number): readonly string[] {
    return this.file.rows.find((row) => row.line === line)?.cells ?? []
  }

  /** Puts one cell right; a column that the file does not have is added to it. */
  change({ line }: RawRow, column: ImportColumn, text: string): void {
    this.#changeRows(column, text, (row) => row.line === line)
  }

  /** Puts everything right that is written alike in one column. */
  changeAll(repeat: Repeat, to: string): void {
    this.#putAll(repeat, repeat.text, to)
    this.corrections = [...this.corrections.filter((one) => !isSame(one.repeat, repeat)), { repeat, to }]
  }

  changeBack({ repeat, to }: Correction): void {
    this.#putAll(repeat, to, repeat.text)
    this.corrections = this.corrections.filter((one) => !isSame(one.repeat, repeat))
  }

  #putAll({ column, code, lines }: Repeat, from: string, to: string): void {
    const among = new Set(lines)
    // One of several names in a cell; the others stay.
    const isOneOfMany = column === 'coOwners' && code === 'owner-unlinked'
    const text = (cell: string): string => (isOneOfMany ? withNameFor(cell, from, to) : to)
    this.#changeRows(column, text, ({ line }) => among.has(line))
  }

  #changeRows(
    column: ImportColumn,
    text: string | ((cell: string) => string),
    isMeant: (row: RawRow) => boolean,
  ): void {
    const at = this.mapping.includes(column) ? this.mapping.indexOf(column) : this.mapping.length
    if (at === this.mapping.length) this.mapping = [...this.mapping, column]
    const rows = this.file.rows.map((row) => {
      if (!isMeant(row)) return row
      const width = Math.max(row.cells.length, at + 1)
      const cells = Array.from({ length: width }, (_, one) => row.cells[one] ?? '')
      cells[at] = typeof text === 'string' ? text : text(cells[at]!)
      return { ...row, cells }
    })
    this.file = { ...this.file, rows }
    void this.#keep()
  }

  /** Writes the good rows down; the others stay. A page closed meanwhile goes on with what is left. */
  async run(): Promise<void> {
    const good = this.good
    const startedAt = clock.read()
    this.isRunning = true
    ;[this.done, this.of, this.secondsLeft] = [0, good.length, null]
    this.corrections = []
    let sent: readonly number[] = []
    while (this.done < good.length) {
      const part = good.slice(this.done, this.done + IMPORT_ROWS_AT_ONCE)
      sent = part.map(({ line }) => line)
      await this.#keep(sent)
      if (!(await this.#put(part))) break
      this.#written(part)
      const msEach = (clock.read() - startedAt) / this.done
      this.secondsLeft = Math.ceil((msEach * (this.of - this.done)) / 1000)
    }
    await this.#keep(this.isCutOff ? sent : [])
    this.isRunning = false
    // How it can be undone is told by the place.
    if (this.done > 0 && !this.isCutOff) await this.open()
  }

  #written(part: readonly ImportLine[]): void {
    this.#leaveOut(part)
    if (this.known) this.known = { ...this.known, keys: [...this.known.keys, ...part.map(({ key }) => key)] }
    this.done += part.length
    this.broughtIn += part.length
  }

  async #put(part: readonly ImportLine[]): Promise<boolean> {
    const facts = part.map((line) => line.facts)
    const rows = facts.map((one) => ({ ...one, concernId: newId(), commitmentId: newId() }))
    const importId = this.#importId
    return !!(await this.submission.put('import-ledger', { importId, rows }, { importId, facts }))
  }

  /** Takes a whole import out again, as long as nobody has worked with any of its rows. */
  async undo({ importId, count }: ImportedBatch): Promise<void> {
    if (!(await this.submission.put('undo-import', { importId }))) return
    this.takenOut = count
    this.broughtIn = 0
    if (importId === this.#importId) this.#importId = newId()
    await this.open()
  }

  /** The rows that are left, as they stand now, each with why, under the headings of their file. */
  restAsTable(reason: string, why: (line: ImportLine) => string): string {
    const heading = this.mapping.map((column, at) => this.file.heading?.cells[at] || column || '')
    const rest = this.wrong.map((line) => [
      ...Array.from({ length: heading.length }, (_, at) => line.cells[at] ?? ''),
      why(line),
    ])
    return csvText([[...heading, reason], ...rest])
  }
}

const isSame = (one: Repeat, other: Repeat): boolean => keyOfRepeat(one) === keyOfRepeat(other)
