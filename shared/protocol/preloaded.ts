/** What a page asks first, with its answers for whoever asks for the page. */
export interface Preloaded {
  readonly at: string
  /** By the address of the read. */
  readonly answers: Readonly<Record<string, unknown>>
}

/** For whom and where a page is drawn on the server. */
export interface DrawnFor {
  readonly path: string
  /** What stands behind the question mark. */
  readonly search: string
  readonly letters: 'off' | '24' | '30'
}

/** What stands in a page before its scripts are there; the rest of its frame stays as it is. */
export interface DrawnPage {
  readonly body: string
  readonly title?: string
  readonly mood?: 'day' | 'night'
  /** Drawn with the part that opens without any input, for whoever comes back. */
  readonly isNext?: boolean
}
