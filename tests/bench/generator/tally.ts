const BUCKETS_PER_MS = 10
const MAX_MS = 10_000

/** How long things took, in tenths of a millisecond. */
export class Times {
  readonly #buckets = new Uint32Array(MAX_MS * BUCKETS_PER_MS + 1)
  count = 0

  add(ms: number): void {
    this.#buckets[Math.max(0, Math.min(this.#buckets.length - 1, Math.floor(ms * BUCKETS_PER_MS)))]!++
    this.count++
  }

  at(share: number): number {
    if (this.count === 0) return NaN
    let left = Math.ceil(this.count * share)
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      left -= this.#buckets[bucket]!
      if (left <= 0) return bucket / BUCKETS_PER_MS
    }
    return MAX_MS
  }
}

interface Sent {
  /** When each keystroke went out. */
  readonly atMs: number[]
  /** How many have seen it, and when the latest did. */
  readonly seenBy: number[]
  readonly lastSeenMs: number[]
  /** How many there are who can see it. */
  readonly audience: number
}

/** Who has seen which keystroke: each counts once for each subscriber who did not write it. */
export class Tally {
  readonly #sent: Sent[]
  readonly #seen: Int32Array
  readonly #writers: number
  #isMeasuring = false
  #fromMs = Infinity
  readonly times = new Times()
  /** All deliveries, and those while it was measured. */
  delivered = 0
  measured = 0
  frames = 0

  constructor(subscribers: number, audiences: readonly number[]) {
    this.#writers = audiences.length
    this.#seen = new Int32Array(subscribers * this.#writers)
    this.#sent = audiences.map((audience) => ({ atMs: [], seenBy: [], lastSeenMs: [], audience }))
  }

  get expected(): number {
    return this.#sent.reduce((sum, { atMs, audience }) => sum + atMs.length * audience, 0)
  }

  begin(nowMs: number): void {
    this.#isMeasuring = true
    this.#fromMs = nowMs
  }

  end(): void {
    this.#isMeasuring = false
  }

  /** Answers the number of this keystroke. */
  sent(writer: number, nowMs: number): number {
    const { atMs, seenBy, lastSeenMs } = this.#sent[writer]!
    seenBy.push(0)
    lastSeenMs.push(0)
    return atMs.push(nowMs) - 1
  }

  /** `own` is the writer on this socket itself, or -1. */
  received(subscriber: number, own: number, reaches: readonly number[], nowMs: number): void {
    if (this.#isMeasuring) this.frames++
    for (let pair = 0; pair < reaches.length; pair += 2) {
      const writer = reaches[pair]!
      if (writer === own) continue
      const upTo = reaches[pair + 1]!
      const cell = subscriber * this.#writers + writer
      for (let key = this.#seen[cell]!; key < upTo; key++) this.#deliver(this.#sent[writer]!, key, nowMs)
      if (upTo > this.#seen[cell]!) this.#seen[cell] = upTo
    }
  }

  #deliver({ atMs, seenBy, lastSeenMs }: Sent, key: number, nowMs: number): void {
    this.delivered++
    seenBy[key]!++
    lastSeenMs[key] = nowMs
    if (!this.#isMeasuring) return
    this.measured++
    this.times.add(nowMs - atMs[key]!)
  }

  /** From each key to the last of all who can see it, for keys of the time that was measured. */
  untilAll(untilMs: number): Times {
    const times = new Times()
    for (const { atMs, seenBy, lastSeenMs, audience } of this.#sent)
      for (const [key, sentMs] of atMs.entries())
        if (sentMs >= this.#fromMs && sentMs <= untilMs && seenBy[key] === audience)
          times.add(lastSeenMs[key]! - sentMs)
    return times
  }
}
