import { daysBetween } from '../../shared/kernel/day.ts'
import type { Comment } from '../../shared/comments/comment.ts'
import { formatOf } from '../../shared/meetings/formats.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Room } from '../../shared/protocol/room.ts'
import type { WallPromise, WallView, WallVoice } from '../../shared/protocol/wall.ts'

const VOICES_MOST = 3

/** What the hall's screen shows of an evening that was read as the hall may see it. */
export function wallOf(room: Room): WallView {
  const { meeting, agenda } = room
  const { name: formatName, mood, turnMs } = formatOf(meeting.format)
  const voices = onTheWall(room)
  const count = (state: Concern['state']): number => room.concerns.filter((one) => one.state === state).length
  return {
    asOf: room.asOf,
    today: room.today,
    timeZone: room.place.timeZone,
    placeName: room.place.name,
    formatName,
    mood,
    turnMs,
    title: meeting.title,
    onDay: meeting.onDay,
    phase: meeting.phase,
    code: meeting.code,
    agenda: agenda.map(({ title }) => title),
    itemNo: agenda.findIndex(({ id }) => id === meeting.currentAgendaItemId) + 1,
    floor: meeting.floor && { speaker: meeting.floor.speaker, since: meeting.floor.since },
    shown: voices.length,
    voices: voices.slice(-VOICES_MOST),
    // What is signed is not being read back any more.
    promise: meeting.phase === 'signed' ? null : promiseOf(room),
    outcomes: { answered: count('answered'), promised: count('promised'), referred: count('referred') },
  }
}

const onTheWall = ({ comments, meeting }: Room): WallVoice[] =>
  comments
    .filter(({ state, shownSeq }) => state === 'shown' && shownSeq > meeting.wallClearedSeq)
    .sort(byShown)
    .map(({ id, name, text }) => ({ id, name, text }))

const byShown = (one: Comment, other: Comment): number => one.shownSeq - other.shownSeq

function promiseOf(room: Room): WallPromise | null {
  const { wall } = room.meeting
  if (wall.kind !== 'promise') return null
  const promise = room.commitments.find(({ id }) => id === wall.commitmentId)
  if (!promise) return null
  const concern = room.concerns.find(({ id }) => id === promise.concernId)
  return {
    owner: promise.owner,
    ownerTitle: promise.ownerTitle,
    others: promise.coOwners.map(({ name }) => name),
    measure: promise.measure,
    dueOn: promise.dueOn,
    daysLeft: daysBetween(room.today, promise.dueOn),
    isConfirmed: promise.confirmedAt !== null,
    heard: concern
      ? { name: concern.raisedBy, text: concern.text }
      : { name: promise.owner, text: promise.verbatim },
  }
}
