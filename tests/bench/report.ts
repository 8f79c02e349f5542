import type { Outcome } from './generator/job.ts'
import { median, type Outcomes } from './rounds.ts'

/** One figure of ours beside one of a peer, both medians of the same run. */
export interface Line {
  readonly bench: string
  readonly metric: string
  readonly ours: number
  readonly peer: string
  readonly peerValue: number
  readonly ratio: number
}

export type Figure = (outcome: Outcome) => number

export const cpuPerThousand: Figure = ({ cpuMs, deliveries }) => (cpuMs / deliveries) * 1000

export const figureOf = (outcomes: Outcomes, name: string, figure: Figure): number =>
  median(outcomes.get(name)!.map(figure))

const rounded = (value: number): number => Number(value.toPrecision(4))

export const line = (bench: string, metric: string, ours: number, peer: string, peerValue: number): Line => ({
  bench,
  metric,
  ours: rounded(ours),
  peer,
  peerValue: rounded(peerValue),
  ratio: rounded(ours / peerValue),
})

/** One line for each of the peers. */
export const linesFor = (
  bench: string,
  metric: string,
  outcomes: Outcomes,
  figure: Figure,
  peers: readonly string[],
  ours = 'ours',
): Line[] =>
  peers.map((peer) =>
    line(bench, metric, figureOf(outcomes, ours, figure), peer, figureOf(outcomes, peer, figure)),
  )

interface Column {
  readonly title: string
  readonly figure: Figure
  readonly digits: number
}

const perSecond =
  (figure: Figure): Figure =>
  (outcome) =>
    figure(outcome) / outcome.seconds

export const TYPING_COLUMNS: readonly Column[] = [
  { title: 'deliveries/s', figure: perSecond(({ deliveries }) => deliveries), digits: 0 },
  { title: 'frames/s', figure: perSecond(({ frames }) => frames), digits: 0 },
  { title: 'cpu ms/1000', figure: cpuPerThousand, digits: 2 },
  { title: 'cpu %', figure: ({ cpuMs, seconds }) => cpuMs / seconds / 10, digits: 1 },
  { title: 'p50', figure: ({ p50 }) => p50, digits: 1 },
  { title: 'p99', figure: ({ p99 }) => p99, digits: 1 },
  { title: 'p99 all', figure: ({ p99All }) => p99All, digits: 1 },
  { title: 'MiB', figure: ({ rssMiB }) => rssMiB, digits: 0 },
  { title: 'missing', figure: ({ missing }) => missing, digits: 0 },
  { title: 'closed', figure: ({ closed }) => closed, digits: 0 },
  { title: 'gen %', figure: ({ generatorPercent }) => generatorPercent, digits: 0 },
  { title: 'gen lag', figure: ({ generatorLagMs }) => generatorLagMs, digits: 1 },
]

export const JOIN_COLUMNS: readonly Column[] = [
  { title: 'all ms', figure: ({ p99All }) => p99All, digits: 0 },
  { title: 'p50', figure: ({ p50All }) => p50All, digits: 0 },
  { title: 'cpu ms', figure: ({ cpuMs }) => cpuMs, digits: 0 },
  { title: 'late p50', figure: ({ p50 }) => p50, digits: 2 },
  { title: 'MiB sent', figure: ({ wireMiB }) => wireMiB, digits: 1 },
  { title: 'MiB', figure: ({ rssMiB }) => rssMiB, digits: 0 },
  { title: 'gen %', figure: ({ generatorPercent }) => generatorPercent, digits: 0 },
]

/** The medians of every contender, for reading. */
export function table(title: string, outcomes: Outcomes, columns: readonly Column[]): string {
  const head = [title, ...columns.map((column) => column.title)]
  const rows = [...outcomes.keys()].map((name) => [
    name,
    ...columns.map(({ figure, digits }) => figureOf(outcomes, name, figure).toFixed(digits)),
  ])
  return drawn([head, ...rows])
}

export function drawn(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .map((text) => `${text.trimEnd()}\n`)
    .join('')
}
