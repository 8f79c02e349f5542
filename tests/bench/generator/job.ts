/** What is spoken on a socket: y-protocols, the same behind a document name, or JSON frames of a feed. */
export type Dialect = 'editor' | 'hocuspocus' | 'feed'

export interface Seat {
  readonly path: string
  readonly cookie: string | null
  readonly dialect: Dialect
  /** Which text it follows; of several, each is a room of its own. */
  readonly room: number
  /** Types into its room. */
  readonly isWriter: boolean
  /** Waits for the text before it counts as joined; a re-broadcaster has none to send. */
  readonly expectsText: boolean
}

/** How comments are said: over HTTP to a feed, or as a message on the first socket. */
export interface Saying {
  readonly posts: readonly { readonly cookie: string }[]
  readonly placeId: string
  readonly meetingId: string
}

export interface Job {
  readonly kind: 'typing' | 'comments' | 'joins'
  readonly port: number
  /** The server's, whose processor time and memory are read. */
  readonly pid: number
  readonly seats: readonly Seat[]
  /** Keystrokes of one writer, or comments of all, in a second. */
  readonly perSecond: number
  readonly warmUpMs: number
  readonly measureMs: number
  readonly seed: number
  readonly saying: Saying | null
  /** State of the text that a first socket brings before the others join. */
  readonly text: string | null
}

export interface Outcome {
  readonly deliveries: number
  readonly missing: number
  readonly frames: number
  readonly seconds: number
  /** Of the server, while it was measured. */
  readonly cpuMs: number
  readonly rssMiB: number
  /** Of single deliveries: from the key to one subscriber. */
  readonly p50: number
  readonly p99: number
  /** From the key to the last of all its subscribers. */
  readonly p50All: number
  readonly p99All: number
  readonly generatorPercent: number
  readonly generatorLagMs: number
  readonly closed: number
  readonly wireMiB: number
}

export type Said =
  | { readonly kind: 'joined'; readonly count: number; readonly of: number }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly why: string }

/** The name under which hocuspocus and y-websocket know a room. */
export const docNameOf = (room: number): string => `r${room}`
