import { whoIsMeant, type NameChoice, type WhoIsMeant } from './names.ts'

/** A name being typed, and whom of the roster it means. */
export class Who {
  #text = $state('')
  #picked = $state.raw<NameChoice | null>(null)
  private choices: () => readonly NameChoice[]

  constructor(choices: () => readonly NameChoice[], text = '') {
    this.choices = choices
    this.#text = text
  }

  get text(): string {
    return this.#text
  }
  set text(text: string) {
    this.#text = text
    this.#picked = null
  }

  get meant(): WhoIsMeant {
    if (this.#picked) return { name: this.#picked.name, personId: this.#picked.personId, several: [] }
    return whoIsMeant(this.#text, this.choices())
  }

  /** The beginning of a name on the roster: it is still being typed. */
  get isBegun(): boolean {
    const typed = this.#text.trim()
    return typed !== '' && this.choices().some(({ name }) => name !== typed && name.startsWith(typed))
  }

  get isBlank(): boolean {
    return this.#text.trim() === ''
  }

  /** Says which of several people with one name is meant. */
  pick(choice: NameChoice): void {
    this.#text = choice.shown
    this.#picked = choice
  }
}
