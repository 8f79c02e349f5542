import type { AgendaKind, Meeting, WallShows } from '../../../shared/meetings/meeting.ts'

type Written<Thing> = { -readonly [Field in keyof Thing]: Thing[Field] }

/** A field of a meeting is a column, but for those that take several. */
export interface MeetingRow extends Written<Omit<Meeting, 'floor' | 'wall' | 'isFrozen' | 'erratum'>> {
  floorSpeaker: string | null
  floorPersonId: string | null
  floorSince: string | null
  wallCommitmentId: string | null
  /** What the promise on the wall is there for. */
  wallKind: Exclude<WallShows['kind'], 'talk'>
  isFrozen: number
  erratumReason: string | null
  erratumBy: string | null
  erratumAt: string | null
}

export interface AgendaItemRow {
  id: string
  placeId: string
  meetingId: string
  title: string
  position: number
  startedAt: string | null
  kind: AgendaKind
  concernId: string | null
}

export interface AgendaPromiseRow {
  placeId: string
  meetingId: string
  commitmentId: string
  position: number
}
