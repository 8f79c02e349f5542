import type { PointKind, SignedAs } from '../../../shared/minutes/minutes.ts'

/** The last committed update of each document; its row is the document's lock on PostgreSQL. */
export interface MinutesHeadRow {
  meetingId: string
  placeId: string
  seq: number
  /** The history that this document tells since somebody had read further than it goes; null for the instance's. */
  epoch: string | null
}

export interface MinutesUpdateRow {
  meetingId: string
  placeId: string
  seq: number
  bytes: Uint8Array
  actorId: string
  committedAt: string
}

/** Whose a client id of a document is; kept for good, so that a writer may come back with it. */
export interface MinutesAuthorRow {
  meetingId: string
  clientId: number
  actorId: string
}

export interface MinutesSnapshotRow {
  meetingId: string
  placeId: string
  /** Holds every update up to and including this seq. */
  seq: number
  bytes: Uint8Array
}

export interface SignatureRow {
  meetingId: string
  placeId: string
  as: SignedAs
  personId: string
  name: string
  signedAt: string
  minutesSeq: number
}

export interface PublishedMinutesRow {
  meetingId: string
  placeId: string
  minutesSeq: number
  /** JSON text of `RenderedMinutes`. */
  rendered: string
  digest: string
  publishedAt: string
  /** JSON text of the matters and promises as they stood; null where it was published before they were kept. */
  facts: string | null
}

/** What both signed before an erratum, by its number. */
export interface EarlierMinutesRow extends PublishedMinutesRow {
  version: number
}

/** What came after signing, for the recorder to read. */
export interface LateEditRow {
  id: string
  meetingId: string
  placeId: string
  /** Order within the meeting, from 1, without gaps. */
  position: number
  actorId: string
  bytes: Uint8Array
  text: string
  receivedAt: string
  readAt: string | null
}

/** A state of the text that is remembered: one that somebody named, or one whose updates are no longer there to tell. */
export interface MinutesPointRow {
  meetingId: string
  placeId: string
  seq: number
  kind: Exclude<PointKind, 'signed'>
  name: string | null
  /** Name of whoever named it. */
  by: string | null
  at: string
}
