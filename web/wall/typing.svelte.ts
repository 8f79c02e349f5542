/** What is being typed at the wall, from the first letter on. */
export class Typing {
  text = $state('')
  isOpen = $state(false)
  field = $state.raw<HTMLInputElement>()

  close(): void {
    this.isOpen = false
    this.text = ''
    this.field?.focus()
  }
}
