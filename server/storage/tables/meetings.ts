import type { AgendaKind, Moderation, Phase, WallShows } from '../../../shared/meetings/meeting.ts'

export interface MeetingRow {
  id: string
  placeId: string
  format: string
  title: string
  onDay: string
  beginsAt: string | null
  venue: string | null
  phase: Phase
  moderation: Moderation
  code: string | null
  openedAt: string | null
  closedAt: string | null
  currentAgendaItemId: string | null
  floorSpeaker: string | null
  floorPersonId: string | null
  floorSince: string | null
  wallCommitmentId: string | null
  /** What the promise on the wall is there for. */
  wallKind: Exclude<WallShows['kind'], 'talk'>
  wallClearedSeq: number
  isFrozen: number
  minutesVersion: number
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
