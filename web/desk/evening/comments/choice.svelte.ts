interface Thing {
  readonly id: string
}

/** Which of a list is chosen; when it leaves the list, its neighbour takes its place. */
export class Choice<One extends Thing> {
  private list: () => readonly One[]
  #id = $state<string | null>(null)
  private at = $state(0)
  /** Counts the choices made with keys: only these move the focus. */
  moves = $state(0)

  constructor(list: () => readonly One[]) {
    this.list = list
  }

  get now(): One | undefined {
    const list = this.list()
    return list.find(({ id }) => id === this.#id) ?? list[Math.min(this.at, list.length - 1)]
  }

  /** Only what somebody chose, never a neighbour or the first by default. */
  get picked(): One | undefined {
    return this.list().find(({ id }) => id === this.#id)
  }

  choose(id: string | null): void {
    this.#id = id
    this.at = Math.max(
      0,
      this.list().findIndex((one) => one.id === id),
    )
  }

  /** Goes on with the next of the list, before this one leaves its place in it. */
  pass(id: string): void {
    const list = this.list()
    const at = list.findIndex((one) => one.id === id)
    const next = list[at + 1] ?? list[at - 1]
    if (at >= 0 && next) this.choose(next.id)
  }

  move(by: 1 | -1): void {
    const list = this.list()
    const now = this.now
    if (!now) return
    const at = list.findIndex(({ id }) => id === now.id)
    const isFirstMove = this.moves === 0 && this.#id === null
    const next = list[Math.min(list.length - 1, Math.max(0, at + (isFirstMove ? 0 : by)))]
    if (next) this.choose(next.id)
    this.moves++
  }
}
