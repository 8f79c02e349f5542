export interface Paired {
  /** The same in every state in which the line is there. */
  readonly key: string
  /** All that it says. */
  readonly reads: string
}

/**
 * Which line of one state is which of another, in order: the same line by its key,
 * or one that was written anew and reads the same. Null for a line that the other has not.
 */
export function pairsOf(ones: readonly Paired[], others: readonly Paired[]): (number | null)[] {
  const places = new Map(others.map(({ key }, at) => [key, at]))
  const pairs: (number | null)[] = []
  let last = -1
  for (const { key } of ones) {
    const at = places.get(key)
    const isBehind = at !== undefined && at > last
    if (isBehind) last = at
    pairs.push(isBehind ? at : null)
  }
  let from = 0
  ones.forEach(({ reads }, n) => {
    const known = pairs[n]
    if (known === null) {
      const end = pairs.find((pair, later) => later > n && pair !== null) ?? others.length
      const alike = others.findIndex((other, at) => at >= from && at < end && other.reads === reads)
      if (alike < 0) return
      pairs[n] = alike
    }
    from = pairs[n]! + 1
  })
  return pairs
}
