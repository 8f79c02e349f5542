import type { CommitmentId } from '../../shared/kernel/id.ts'
import { DONE_ANSWERS, SATISFIED_ANSWERS, type HandsUnderWay } from '../../shared/ratings/rating.ts'
import { newId } from '../sync/id.ts'

/** A number of hands, also in full-width digits; null for a field that holds none. */
const numberIn = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null
}
const counted = (typed: string): number => numberIn(typed) ?? 0

/** Hands for one promise, as two tellers counted them. */
export class HandCount {
  readonly commitmentId: CommitmentId
  readonly done = $state({ done: '', partly: '', not: '' })
  readonly satisfied = $state({ satisfied: '', acceptable: '', not: '' })
  tellers = $state(['', ''])
  // Kept while the words stay the same, so that a lost answer never makes two counts of one.
  private readonly ratingId = newId()

  constructor(commitmentId: CommitmentId, tellers: readonly string[] = ['', '']) {
    this.commitmentId = commitmentId
    this.tellers = [...tellers]
  }

  get typed() {
    return { done: this.done, satisfied: this.satisfied, tellers: this.tellers }
  }
  set typed({ done, satisfied, tellers }) {
    Object.assign(this.done, done)
    Object.assign(this.satisfied, satisfied)
    this.tellers = tellers
  }

  get #done() {
    const { done, partly, not } = this.done
    return { done: counted(done), partly: counted(partly), not: counted(not) }
  }

  get #satisfied() {
    const { satisfied, acceptable, not } = this.satisfied
    return { satisfied: counted(satisfied), acceptable: counted(acceptable), not: counted(not) }
  }

  /** What the hall sees so far; a field that holds no number was not counted yet. */
  get underWay(): HandsUnderWay {
    const [done, satisfied] = [this.done, this.satisfied]
    return {
      done: { done: numberIn(done.done), partly: numberIn(done.partly), not: numberIn(done.not) },
      satisfied: {
        satisfied: numberIn(satisfied.satisfied),
        acceptable: numberIn(satisfied.acceptable),
        not: numberIn(satisfied.not),
      },
    }
  }

  /** How many hands went up for each question. */
  get hands(): readonly [number, number] {
    const [done, satisfied] = [this.#done, this.#satisfied]
    return [
      DONE_ANSWERS.reduce((sum, one) => sum + done[one], 0),
      SATISFIED_ANSWERS.reduce((sum, one) => sum + satisfied[one], 0),
    ]
  }

  /** Every field is empty or holds a number of hands. */
  get isNumbers(): boolean {
    const typed = [...Object.values(this.done), ...Object.values(this.satisfied)]
    return typed.every((one) => one.trim() === '' || numberIn(one) !== null)
  }

  /** Both questions were asked, and two people counted. */
  get isWhole(): boolean {
    const tellers = new Set(this.tellers.map((name) => name.trim()).filter(Boolean))
    return this.isNumbers && this.hands.every((sum) => sum > 0) && tellers.size > 1
  }

  body(meetingId: string) {
    return {
      ...{ ratingId: this.ratingId, concernId: null, commitmentId: this.commitmentId, meetingId },
      ...{ done: this.#done, satisfied: this.#satisfied },
      tellers: this.tellers.map((name) => name.trim()),
    }
  }
}
