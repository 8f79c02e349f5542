import type { DoneAnswer, RatingChannel, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'

/** Hands that an evening is counting for one promise. */
export interface HandCountRow {
  meetingId: string
  commitmentId: string
  placeId: string
  /** JSON text of `HandsUnderWay`. */
  hands: string
}

export interface RatingRow {
  id: string
  placeId: string
  concernId: string | null
  commitmentId: string | null
  meetingId: string | null
  countedAtId: string | null
  channel: RatingChannel
  done: DoneAnswer
  satisfied: SatisfiedAnswer
  /** JSON text of `Hands`. */
  hands: string | null
  round: number
  ratedOn: string
  ratedAt: string
  ratedById: string | null
  word: string | null
  witness: string | null
  /** JSON text of names. */
  tellers: string
}
