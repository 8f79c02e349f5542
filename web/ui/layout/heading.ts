/** What a page of the desk is called in the bar, where it has no heading of its own. */
export interface Heading {
  readonly title: string
  readonly about: string
}
