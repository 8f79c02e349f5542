/** What only the pages without scripts say: there one button serves both lanes. */
export interface PlainOwnWords {
  send: string
  putIn: string
}
