import { afterDrawing } from './after-drawing.ts'

/** More than the highest screen shows at once. */
const FIRST = 24

/** How many rows of a list are drawn: at first as many as are seen, so that they can be pressed the sooner. */
export class Drawn {
  #isWhole = $state(false)

  of<Row>(rows: readonly Row[]): readonly Row[] {
    return this.#isWhole ? rows : rows.slice(0, FIRST)
  }

  /** Draws the others once the first stand there. */
  goOn(): () => void {
    return afterDrawing(() => {
      this.#isWhole = true
    })
  }
}
