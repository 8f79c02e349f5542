import type { Meeting } from '../../shared/meetings/meeting.ts'
import type { MeetingRow } from '../storage/tables/meetings.ts'

export function meetingFrom(row: MeetingRow): Meeting {
  const { floorSpeaker, floorPersonId, floorSince, wallCommitmentId, wallKind, isFrozen, ...rest } = row
  const { erratumReason, erratumBy, erratumAt, ...same } = rest
  return {
    ...same,
    isFrozen: isFrozen === 1,
    erratum:
      erratumAt === null ? null : { reason: erratumReason ?? '', by: erratumBy ?? '', openedAt: erratumAt },
    floor:
      floorSpeaker !== null && floorSince !== null
        ? { speaker: floorSpeaker, personId: floorPersonId, since: floorSince }
        : null,
    wall: wallCommitmentId === null ? { kind: 'talk' } : { kind: wallKind, commitmentId: wallCommitmentId },
  }
}

/** The columns of what is said of a meeting: all of them for a whole one. */
export function rowOf(meeting: Meeting): MeetingRow
export function rowOf(change: Partial<Meeting>): Partial<MeetingRow>
export function rowOf({ floor, wall, erratum, isFrozen, ...same }: Partial<Meeting>): Partial<MeetingRow> {
  return {
    ...same,
    ...(isFrozen !== undefined && { isFrozen: isFrozen ? 1 : 0 }),
    ...(floor !== undefined && {
      floorSpeaker: floor?.speaker ?? null,
      floorPersonId: floor?.personId ?? null,
      floorSince: floor?.since ?? null,
    }),
    ...(wall !== undefined && {
      wallCommitmentId: wall.kind === 'talk' ? null : wall.commitmentId,
      wallKind: wall.kind === 'talk' ? 'promise' : wall.kind,
    }),
    ...(erratum !== undefined && {
      erratumReason: erratum?.reason ?? null,
      erratumBy: erratum?.by ?? null,
      erratumAt: erratum?.openedAt ?? null,
    }),
  }
}
