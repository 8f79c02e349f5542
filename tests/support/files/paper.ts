import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { isConfirmed, type Commitment } from '../../../shared/commitments/commitment.ts'
import * as promises from '../../../shared/commitments/decide.ts'
import * as unconfirmed from '../../../shared/commitments/decisions/decide-unconfirmed.ts'
import * as course from '../../../shared/commitments/decisions/decide-course.ts'
import * as open from '../../../shared/commitments/decisions/decide-open.ts'
import { evolveCommitments } from '../../../shared/commitments/evolve.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import * as concerns from '../../../shared/concerns/decide.ts'
import * as outcomes from '../../../shared/concerns/decide-outcome.ts'
import * as over from '../../../shared/concerns/decide-over.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import type { Custody } from '../../../shared/custody/custody.ts'
import * as custody from '../../../shared/custody/decide.ts'
import { evolveCustodies, evolveCustodySteps } from '../../../shared/custody/evolve.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { NewEvent, RecordedEvent } from '../../../shared/kernel/event.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import * as ratings from '../../../shared/ratings/decide.ts'
import { evolveRatings } from '../../../shared/ratings/evolve.ts'
import type { Rating } from '../../../shared/ratings/rating.ts'
import {
  calendar,
  comment,
  meeting,
  onDay,
  owner,
  PLACE,
  recorded,
  township,
  village,
} from '../villages/given.ts'
import { COUNTY, TOWN, type Wish } from '../villages/matters.ts'

/** All matters of a village as they stand. */
export interface Matters {
  readonly concerns: readonly Concern[]
  readonly commitments: readonly Commitment[]
  readonly custodies: readonly Custody[]
  readonly steps: ReturnType<typeof evolveCustodySteps>
  readonly ratings: readonly Rating[]
}

export const NOTHING: Matters = { concerns: [], commitments: [], custodies: [], steps: [], ratings: [] }

export const evolveMatters = (matters: Matters, event: RecordedEvent<any>): Matters => ({
  concerns: evolveConcerns(matters.concerns, event),
  commitments: evolveCommitments(matters.commitments, event),
  custodies: evolveCustodies(matters.custodies, event),
  steps: evolveCustodySteps(matters.steps, event),
  ratings: evolveRatings(matters.ratings, event),
})

const RULES: Readonly<Record<string, (command: any, state: any, actor: any, moment: any) => unknown>> = {
  'raise-concern': concerns.decideRaiseConcern,
  'agree-wording': concerns.decideAgreeWording,
  'reword-concern': concerns.decideRewordConcern,
  'answer-concern': outcomes.decideAnswerConcern,
  'refer-concern': outcomes.decideReferConcern,
  'put-to-assembly': outcomes.decidePutToAssembly,
  'decline-concern': outcomes.decideDeclineConcern,
  'take-back-outcome': outcomes.decideTakeBackOutcome,
  'withdraw-concern': over.decideWithdrawConcern,
  'merge-concerns': over.decideMergeConcerns,
  'take-back-merge': over.decideTakeBackMerge,
  'close-concern': over.decideCloseConcern,
  'record-commitment': promises.decideRecordCommitment,
  'take-on': promises.decideTakeOn,
  'read-back-commitment': promises.decideReadBackCommitment,
  'confirm-commitment': promises.decideConfirmCommitment,
  'take-back-confirmation': unconfirmed.decideTakeBackConfirmation,
  'drop-commitment': unconfirmed.decideDropCommitment,
  'put-off-commitment': unconfirmed.decidePutOffCommitment,
  'restore-commitment': unconfirmed.decideRestoreCommitment,
  'ask-extension': open.decideAskExtension,
  'refuse-extension': open.decideRefuseExtension,
  'move-due-date': open.decideMoveDueDate,
  'report-part': course.decideReportPart,
  'report-done': open.decideReportDone,
  'take-back-report': open.decideTakeBackReport,
  'settle-commitment': course.decideSettleCommitment,
  'rate-outcome': ratings.decideRateOutcome,
  'change-rating': ratings.decideChangeRating,
  'note-rating': ratings.decideNoteRating,
  'offer-matter': custody.decideOfferMatter,
  'accept-matter': custody.decideAcceptMatter,
  'return-matter': custody.decideReturnMatter,
}

/** The same village without any database: rules and folds alone. */
export class Paper {
  matters: Matters = NOTHING
  readonly story: RecordedEvent<any>[] = []
  today: Day = '2026-11-22'

  /** Every event of one wish, or why not; each event is handed to `seen` with what stood before and after it. */
  act(
    wish: Wish,
    seen?: (event: RecordedEvent<any>, before: Matters, after: Matters) => void,
  ): Refusal | null {
    const command = { placeId: PLACE, ...wish.fields }
    const decide = RULES[wish.name]
    if (!decide) throw new Error(`expected a rule for ${wish.name}, found none`)
    const outcome = decide(command, this.#load(wish), wish.by, onDay(this.today))
    if (isRefusal(outcome)) return outcome
    this.#tell(outcome as readonly NewEvent[], wish.by, seen)
    return null
  }

  /** As the sweep does on every day. */
  noteOverdue(): void {
    const late = [...this.matters.commitments].sort((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
    for (const commitment of late) {
      const wish = { placeId: PLACE, commitmentId: commitment.id, dueOn: commitment.dueOn }
      if (this.#noted.has(JSON.stringify([wish, commitment.timesReopened]))) continue
      const outcome = open.decideNoteOverdue(wish, { commitment }, calendar, onDay(this.today))
      if (isRefusal(outcome)) continue
      this.#noted.add(JSON.stringify([wish, commitment.timesReopened]))
      this.#tell(outcome, calendar)
    }
  }
  #noted = new Set<string>()

  #tell(
    events: readonly NewEvent[],
    by: Wish['by'],
    seen?: (event: RecordedEvent<any>, before: Matters, after: Matters) => void,
  ): void {
    for (const event of events) {
      const told = recorded(event, this.story.length + 1, by, onDay(this.today).at) as RecordedEvent<any>
      const before = this.matters
      this.matters = evolveMatters(before, told)
      this.story.push(told)
      seen?.(told, before, this.matters)
    }
  }

  /** A change names the answer alone; what was answered about is read from it. */
  #fieldsOf({ name, fields }: Wish): Record<string, unknown> {
    const said = this.matters.ratings.find(({ id }) => id === fields['ratingId'])
    if (name !== 'change-rating' || !said) return fields
    return { ...fields, concernId: said.concernId, commitmentId: said.commitmentId }
  }

  #load(wish: Wish): object {
    const { name, by } = wish
    const fields = this.#fieldsOf(wish)
    const one = (list: readonly { id: string }[], key: unknown) =>
      list.find((item) => item.id === key) ?? null
    const { concerns: all, commitments, custodies, steps, ratings: judged } = this.matters
    const commitment = one(commitments, fields['commitmentId']) as Commitment | null
    const isPutOff = name === 'put-off-commitment'
    const isNew = name === 'record-commitment' || name === 'take-on'
    const about = (isPutOff ? null : fields['concernId']) ?? (isNew ? null : (commitment?.concernId ?? null))
    const named = one(all, about) as Concern | null
    const joined = LOOKED_FOR_WHERE_IT_WENT.has(name) && named?.mergedIntoId
    const concern = joined ? (one(all, joined) as Concern | null) : named
    const others = commitments.filter(
      (item) => concern && item.concernId === concern.id && item !== commitment,
    )
    const { commentId } = fields
    return {
      ...{
        concern,
        commitment,
        ...{ others, promises: others },
        meeting: isBetween(fields, commitment ?? concern) ? null : meeting(),
        place: village,
        placeId: PLACE,
        calendar: COUNTRY,
      },
      into: one(all, name === 'take-back-merge' ? concern?.mergedIntoId : fields['intoId']),
      before: name === 'take-back-merge' && concern ? this.#beforeMerge(concern) : null,
      atBoth: concern ? this.#atBoth(wish, concern) : 0,
      isConcernTaken: one(all, fields['concernId']) !== null,
      comment: commentId ? comment({ id: commentId as string, state: 'held', agendaItemId: null }) : null,
      agendaItem: null,
      isRaised: commentId !== null && all.some((item) => item.commentId === commentId),
      nextNo: all.length + 1,
      grid: null,
      formsAt: [],
      isTaken:
        name === 'raise-concern'
          ? concern !== null
          : isNew
            ? commitment !== null
            : one([...judged, ...all], fields['ratingId']) !== null,
      entry: null,
      people: [{ id: owner.personId, name: '王书记', title: '村书记' }],
      hasOther: others.some(isConfirmed),
      hasUnsettled: others.some(({ state }) => state !== 'settled' && state !== 'dropped'),
      voices: concern ? this.#voices(concern.id) : [],
      ratings: judged.filter((item) =>
        fields['commitmentId'] ? item.commitmentId === fields['commitmentId'] : item.concernId === about,
      ),
      custody: one(custodies, about),
      steps: steps.filter((step) => step.concernId === about),
      ladder: [PLACE, TOWN, COUNTY],
      actsFor: by.roles.some((role) => role === 'facilitator' || role === 'cadre')
        ? [PLACE]
        : by === township
          ? [TOWN]
          : [],
      nextMeeting: null,
    }
  }

  #beforeMerge({ id, state }: Concern) {
    if (state !== 'merged') return null
    const at = this.story.findLastIndex(
      ({ type, data }) => type === 'concern-merged' && data.concernId === id,
    )
    const { concerns: then } = this.story.slice(0, at).reduce(evolveMatters, NOTHING)
    const followerIds = then.filter(({ mergedIntoId }) => mergedIntoId === id).map((one) => one.id)
    return { state: then.find((one) => one.id === id)?.state, followerIds }
  }

  /** How many raised something on both sides of a merge, before it or after it. */
  #atBoth({ name, fields }: Wish, concern: Concern): number {
    const isParting = name === 'take-back-merge'
    const followers = (isParting && this.#beforeMerge(concern)?.followerIds) || []
    const goes = ({ id, mergedIntoId }: Concern): boolean =>
      id === concern.id || (isParting ? followers.includes(id) : mergedIntoId === concern.id)
    const intoId = isParting ? concern.mergedIntoId : fields['intoId']
    const stays = this.matters.concerns.filter(
      (item) => !goes(item) && (item.id === intoId || item.mergedIntoId === intoId),
    )
    const raisers = (list: readonly Concern[]) => new Set(list.map(({ raisedById }) => raisedById))
    const there = raisers(stays)
    return [...raisers(this.matters.concerns.filter(goes))].filter((id) => id !== null && there.has(id))
      .length
  }

  #voices(concernId: string): readonly string[] {
    const asked = this.matters.concerns.filter(
      (item) => item.id === concernId || item.mergedIntoId === concernId,
    )
    return [...new Set(asked.map(({ raisedById }) => raisedById).filter((raiser) => raiser !== null))]
  }
}

const LOOKED_FOR_WHERE_IT_WENT = new Set([
  'confirm-commitment',
  'drop-commitment',
  'put-off-commitment',
  'restore-commitment',
  'take-back-confirmation',
])

const isBetween = (
  fields: Record<string, unknown>,
  item: { readonly meetingId: string | null } | null,
): boolean => ('meetingId' in fields ? fields['meetingId'] : item?.meetingId) === null
