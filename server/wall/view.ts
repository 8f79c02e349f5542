import { daysBetween } from '../../shared/kernel/day.ts'
import type { Comment } from '../../shared/comments/comment.ts'
import { IS_PUBLIC } from '../../shared/comments/state.ts'
import { isJudgedAt, shownAmong, type ReviewedPromise } from '../../shared/agenda/review.ts'
import { formatOf } from '../../shared/meetings/formats.ts'
import type { GivenOutcome } from '../../shared/concerns/concern.ts'
import { countLeft } from '../../shared/concerns/outcome.ts'
import type { MeetingSnapshot } from '../../shared/protocol/room.ts'
import { verdictsAmong } from '../../shared/ratings/rating.ts'
import type { WallPromise, WallReview, WallView, WallVoice } from '../../shared/protocol/wall.ts'

const MAX_VOICES = 3

/** What the hall's screen shows of an evening that was read as the hall may see it. */
export function wallOf(
  room: MeetingSnapshot,
  promises: readonly ReviewedPromise[],
  address: string,
): WallView {
  const { meeting, agenda } = room
  const judged = promises.filter((one) => isJudgedAt(one, meeting))
  const { name: formatName, mood, turnMs } = formatOf(meeting.format)
  const voices = onTheWall(room)
  const count = (outcome: GivenOutcome): number => countLeft(room.concerns, outcome, meeting)
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
    beginsAt: meeting.beginsAt,
    venue: meeting.venue,
    phase: meeting.phase,
    code: meeting.code,
    doorAddress: asTyped(address),
    agenda: agenda.map(({ title }) => title),
    itemNo: agenda.findIndex(({ id }) => id === meeting.currentAgendaItemId) + 1,
    floor: meeting.floor && { speaker: meeting.floor.speaker, since: meeting.floor.since },
    shown: voices.length,
    voices: voices.slice(-MAX_VOICES),
    // What is signed is not being read back any more.
    promise: meeting.phase === 'signed' ? null : promiseOf(room),
    review: reviewOn(room, promises),
    reviewed: verdictsAmong(judged.map(({ rating }) => rating!)),
    outcomes: { answered: count('answered'), promised: count('promised'), referred: count('referred') },
  }
}

/** Nobody types the scheme. */
const asTyped = (address: string): string => address.replace(/^https?:\/\//, '')

const onTheWall = ({ comments, meeting }: MeetingSnapshot): WallVoice[] =>
  comments
    .filter(({ state, shownSeq }) => IS_PUBLIC[state] && shownSeq > meeting.wallClearedSeq)
    .sort(byShown)
    .map(({ id, name, text }) => ({ id, name, text }))

const byShown = (one: Comment, other: Comment): number => one.shownSeq - other.shownSeq

function promiseOf(room: MeetingSnapshot): WallPromise | null {
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

function reviewOn(
  { meeting, today }: MeetingSnapshot,
  promises: readonly ReviewedPromise[],
): WallReview | null {
  const found = meeting.wall.kind === 'review' ? shownAmong(promises, meeting.wall.commitmentId) : null
  if (!found) return null
  const { commitment, concern, photos, rating, counting } = found.shown
  const { owner, ownerTitle, measure, firstDueOn, dueOn, timesMoved, state, doneOn, report } = commitment
  return {
    ...{ no: found.at + 1, of: promises.length, text: concern?.text ?? measure },
    ...{ owner, ownerTitle, measure, firstDueOn, dueOn, timesMoved, doneOn, report },
    daysLate: state === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0,
    photoId: photos[0]?.id ?? null,
    photos: photos.length,
    judged: rating && {
      ...{ done: rating.done, satisfied: rating.satisfied, hands: rating.hands },
      isTonight: rating.countedAtId === meeting.id,
    },
    counting,
    isReopened: state === 'open' && commitment.timesReopened > 0,
    isForRaisers: state === 'done' && concern !== null,
  }
}
