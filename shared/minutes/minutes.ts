import type { Instant, NewEvent } from '../kernel/event.ts'
import type { ActorId, AgendaItemId, CommitmentId, ConcernId, MeetingId, PersonId } from '../kernel/id.ts'
import type { Meeting } from '../meetings/meeting.ts'

/** Raised when the document's nodes change; an older client may only read. */
export const MINUTES_SCHEMA_VERSION = 1
/** The shared type inside the Yjs document that holds the minutes. */
export const MINUTES_FRAGMENT = 'minutes'

/** A piece of a line: text, or a chip that stands for a row. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'concern'; readonly concernId: ConcernId }
  | { readonly kind: 'promise'; readonly commitmentId: CommitmentId }

/** A speaker turn or, without a speaker, a note of the recorder. */
export interface Line {
  /** Stable while the line exists. */
  readonly key: string
  readonly speaker: string | null
  readonly pieces: readonly Piece[]
}

/** One agenda item's stretch of the minutes; lines before the first item have no agenda item. */
export interface Section {
  readonly agendaItemId: AgendaItemId | null
  readonly lines: readonly Line[]
}

/** The minutes as phones, the wall and the public page read them, without Yjs. */
export interface RenderedMinutes {
  readonly meetingId: MeetingId
  /** Seq of the last committed update it contains; 0 for none. */
  readonly minutesSeq: number
  readonly sections: readonly Section[]
}

/** Lines of the minutes that changed since the frame before; `order` stands where lines came, went or moved. */
export interface MinutesFrame {
  readonly kind: 'minutes'
  readonly meetingId: MeetingId
  readonly minutesSeq: number
  readonly lines: readonly Line[]
  readonly order:
    readonly { readonly agendaItemId: AgendaItemId | null; readonly keys: readonly string[] }[] | null
}

/** The minutes that correct the last ones say why in so many letters. */
export const MAX_ERRATUM_LENGTH = 280

export type SignedAs = 'facilitator' | 'recorder'

export interface Signature {
  readonly meetingId: MeetingId
  readonly as: SignedAs
  readonly personId: PersonId
  readonly name: string
  readonly signedAt: Instant
  /** The state of the text that was signed. */
  readonly minutesSeq: number
}

/** How much of a late edit is shown; its bytes are kept whole. */
export const MAX_LATE_TEXT_LENGTH = 2_000

/** Something written before or while both signed that came after: in nobody's text, and not lost. */
export interface LateEdit {
  readonly id: string
  readonly meetingId: MeetingId
  readonly actorId: ActorId
  readonly name: string | null
  /** What it adds; empty for one that only takes away. */
  readonly text: string
  readonly receivedAt: Instant
  readonly readAt: Instant | null
}

export const MAX_POINT_NAME_LENGTH = 40

/** Why a state of the text can be looked at again: named by hand, signed, before the next agenda item, after some writing. */
export type PointKind = 'named' | 'signed' | 'agenda' | 'time'

/** A state of the text that can be looked at again and restored. */
export interface MinutesPoint {
  /** Seq of the last update that it contains. */
  readonly seq: number
  readonly kind: PointKind
  readonly name: string | null
  readonly at: Instant
  /** Who named or signed it. */
  readonly by: string | null
}

type On<Facts extends object = object> = { meetingId: MeetingId } & Facts

export type MinutesEvent =
  | NewEvent<
      'minutes-signed',
      On<{ as: SignedAs; personId: PersonId; minutesSeq: number; digest: string }>,
      { name: string }
    >
  | NewEvent<'signature-taken-back', On<{ as: SignedAs; personId: PersonId }>>
  | NewEvent<
      'minutes-published',
      On<{
        minutesSeq: number
        digest: string
        /** Those before there were several do not say it. */ version?: number
      }>
    >
  | NewEvent<'late-edit-read', On<{ lateEditId: string }>>
  | NewEvent<'late-edits-boxed', On<{ boxed: number }>>
  | NewEvent<'minutes-point-named', On<{ minutesSeq: number }>, { name: string; by: string }>

/** Which version of the minutes words are written for; an erratum that was cancelled and the next one are two. */
export const editionOf = ({
  minutesVersion,
  erratum,
}: Pick<Meeting, 'minutesVersion' | 'erratum'>): string =>
  erratum ? `${minutesVersion}-${Date.parse(erratum.openedAt)}` : String(minutesVersion)
export const EDITION_PATTERN = '^[0-9]{1,9}(-[0-9]{1,15})?$'
