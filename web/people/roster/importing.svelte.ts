import { parseRoster, type RosterLine, type RosterProblem } from '../../../shared/people/roster/roster.ts'
import type { RosterRow } from '../../../shared/people/schema.ts'
import { newId } from '../../sync/id.ts'
import { Submission } from '../../sync/submission.svelte.ts'
import type { Roster } from '../roster.svelte.ts'

// Small enough that the bar moves, large enough that two thousand rows take seconds.
const ROWS_AT_ONCE = 100

/** A list being taken over: what it says, what is wrong with which line, and how far it has been written down. */
export class Importing {
  text = $state('')
  isRunning = $state(false)
  done = $state(0)
  of = $state(0)
  #roster: Roster
  readonly #submission: Submission
  readonly #parsed = $derived.by(() => parseRoster(this.text, this.#known))
  // While rows arrive one after the other, each would else be found on the roster already.
  #frozen = $state.raw<Roster['known'] | null>(null)

  constructor(roster: Roster) {
    this.#roster = roster
    this.#submission = new Submission(() => roster.placeId)
  }

  get refusal() {
    return this.#submission.refusal
  }

  get isCutOff(): boolean {
    return this.#submission.isUnsent
  }

  get #known() {
    return this.#frozen ?? this.#roster.known
  }

  get rows(): readonly RosterLine[] {
    return this.#parsed.rows
  }

  get problems(): readonly RosterProblem[] {
    return this.#parsed.errors
  }

  problemsOf(line: number): readonly RosterProblem[] {
    return this.problems.filter((problem) => problem.line === line)
  }

  /** Rows that can be written down; a column nobody knows does not stop its row. */
  get good(): readonly RosterLine[] {
    const wrong = new Set(
      this.problems
        .filter(({ code }) => code !== 'column-unknown' && code !== 'identity-passed-over')
        .map(({ line }) => line),
    )
    const tooMany = this.problems.find(({ code }) => code === 'too-many-rows')
    return this.rows.filter(({ line }) => !wrong.has(line) && !(tooMany && line >= tooMany.line))
  }

  /** Resolves to the number of people written down; the lines that could not be stay in the text. */
  async run(): Promise<number> {
    const good = this.good
    const wrong = this.rows.filter((row) => !good.includes(row))
    this.#frozen = this.#roster.known
    this.isRunning = true
    this.done = 0
    this.of = good.length
    this.#submission.clear()
    for (let at = 0; at < good.length; at += ROWS_AT_ONCE) {
      const part = good.slice(at, at + ROWS_AT_ONCE)
      if (!(await this.#put(part))) break
      this.done += part.length
    }
    this.text = [...good.slice(this.done), ...wrong].map(lineOf).join('\n')
    this.#frozen = null
    this.isRunning = false
    return this.done
  }

  async #put(part: readonly RosterLine[]): Promise<boolean> {
    const rows: RosterRow[] = part.map(({ name, household, grid }) => ({
      personId: newId(),
      name,
      household,
      grid,
    }))
    return (await this.#submission.put('import-roster', { rows }, part.map(lineOf))) !== null
  }
}

const lineOf = ({ name, household, grid }: RosterLine): string =>
  [name, household ?? '', grid ?? ''].join('\t').trimEnd()
