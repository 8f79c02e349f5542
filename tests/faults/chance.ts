/** Chance that can be repeated: the same seed draws the same numbers (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.share() * limit)
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  happens(probability: number): boolean {
    return this.share() < probability
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!
  }

  shuffled<Thing>(things: readonly Thing[]): Thing[] {
    const order = [...things]
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const kept = order[last]!
      order[last] = order[other]!
      order[other] = kept
    }
    return order
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256))
  }
}
