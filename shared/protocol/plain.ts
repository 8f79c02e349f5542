import type { Lane } from '../comments/comment.ts'
import type { Instant } from '../kernel/event.ts'
import type { ActorId } from '../kernel/id.ts'
import type { MineView } from '../ledger/mine.ts'
import type { Language } from '../words/language.ts'
import type { MeetingSnapshot } from './room.ts'

/** What was typed into a form that was refused: it stands there again. */
export interface Typed {
  readonly text: string
  readonly lane: Lane
  readonly name: string
}

interface Form {
  /** Where the page is read again, and most forms are sent to. */
  readonly address: string
  /** Why what was sent did not count, in the reader's language. */
  readonly problem: string | null
  /** A new id for every form: what it sends carries it, so that a second press makes nothing twice. */
  readonly newId: () => string
}

export interface DoorPage extends Form {
  readonly kind: 'door'
  /** The evening that the address names, if it names one. */
  readonly invitation: { readonly placeName: string; readonly title: string } | null
  readonly code: string
  readonly name: string
  /** Its form was sent by the page with scripts before they were there; there the reader goes on. */
  readonly isFull: boolean
}

export interface EveningPage extends Form {
  readonly kind: 'evening'
  readonly room: MeetingSnapshot
  readonly readerId: ActorId | null
  readonly readAt: Instant
  readonly typed: Typed
}

export interface MinePage extends Form {
  readonly kind: 'mine'
  readonly view: MineView
  readonly readAt: Instant
}

export interface BoxPage extends Form {
  readonly kind: 'box'
  readonly view: MineView
  readonly typed: Typed
  /** What was just put in. */
  readonly isSent: boolean
}

/** A page that works without scripts: rendered whole by the server, for one reader, with plain forms. */
export type PlainPage = DoorPage | EveningPage | MinePage | BoxPage

/** How somebody reads, as chosen on their browser. */
export interface Reading {
  readonly language: Language
  readonly isLarge: boolean
}

export interface RenderedPage {
  readonly title: string
  readonly body: string
}
