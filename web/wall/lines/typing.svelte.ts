/** Says across visits that words typed here still wait for the line. */
export const UNSENT = 'unsent'

/** What is being typed at the wall, from the first letter on. */
export class Typing {
  text = $state('')
  name = $state('')
  isOpen = $state(false)
  /** Enter was pressed; the slip sends it as soon as it is there. */
  isDone = $state(false)
  field = $state.raw<HTMLInputElement>()

  close(): void {
    this.isOpen = false
    this.text = ''
    this.name = ''
    this.field?.focus()
  }
}
