/** What came of a fault: the counts every fault has, its own figures, and each threshold that was not kept. */
export interface Verdict {
  readonly fault: string
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly duplicated: number
  readonly corrupt: number
  readonly figures: Readonly<Record<string, Figure>>
  readonly missed: readonly string[]
}

export type Figure =
  number | string | boolean | null | Readonly<Record<string, number | string | boolean | null>>

/** What was acknowledged against what is there. */
export interface Tally {
  readonly acknowledged: number
  readonly lost: number
  readonly duplicated: number
  /** What is there and nobody wrote. */
  readonly strange: number
}

export const NOTHING: Tally = { acknowledged: 0, lost: 0, duplicated: 0, strange: 0 }

export function compare(
  acknowledged: Iterable<string>,
  written: ReadonlySet<string>,
  found: readonly string[],
): Tally {
  const there = new Set(found)
  const owed = [...acknowledged]
  return {
    acknowledged: owed.length,
    lost: owed.filter((one) => !there.has(one)).length,
    duplicated: found.length - there.size,
    strange: [...there].filter((one) => !written.has(one)).length,
  }
}

export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      acknowledged: sum.acknowledged + one.acknowledged,
      lost: sum.lost + one.lost,
      duplicated: sum.duplicated + one.duplicated,
      strange: sum.strange + one.strange,
    }),
    NOTHING,
  )

/** A figure and the most or least it may be. */
export type Limit = readonly [name: string, figure: number, sign: '<=' | '>=', threshold: number]

export const missedOf = (limits: readonly Limit[]): string[] =>
  limits
    .filter(([, figure, sign, threshold]) => !(sign === '<=' ? figure <= threshold : figure >= threshold))
    .map(([name, figure, sign, threshold]) => `${name} ${figure}, wanted ${sign} ${threshold}`)

export const isKept = ({ lost, duplicated, corrupt, missed }: Verdict): boolean =>
  lost === 0 && duplicated === 0 && corrupt === 0 && missed.length === 0

/** Several parts of one fault as one. */
export const joined = (fault: string, parts: readonly Verdict[]): Verdict => ({
  fault,
  rounds: parts[0]?.rounds ?? 0,
  acknowledged: parts.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
  lost: parts.reduce((sum, { lost }) => sum + lost, 0),
  duplicated: parts.reduce((sum, { duplicated }) => sum + duplicated, 0),
  corrupt: parts.reduce((sum, { corrupt }) => sum + corrupt, 0),
  figures: Object.fromEntries(
    parts.map(({ fault: part, rounds, figures }) => [part, { rounds, ...figures }]),
  ),
  missed: parts.flatMap(({ fault: part, missed }) => missed.map((what) => `${part}: ${what}`)),
})

export function lineOf({ figures, missed, ...counts }: Verdict): string {
  return JSON.stringify({ ...counts, ...figures, missed })
}

export function percentile(values: readonly number[], share: number): number {
  const order = [...values].sort((a, b) => a - b)
  return Math.round(order[Math.min(order.length - 1, Math.floor(order.length * share))] ?? 0)
}
