import type { CommandFields, CommandName } from '../../../shared/api.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { decideMoveDueDate } from '../../../shared/commitments/decisions/decide-open.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { WaitingMatter, WaitingView } from '../../../shared/ledger/waiting.ts'
import { preloaded } from '../../sync/live/preloaded.ts'
import { ask } from '../../sync/ask.ts'
import { clock } from '../../sync/clock.svelte.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { reloadOften } from '../../sync/live/reload-often.ts'
import { Submission } from '../../sync/submission.svelte.ts'

const act =
  <Name extends CommandName>(name: Name, fields: (about: Commitment, said: string) => CommandFields<Name>) =>
  ({ commitment }: WaitingMatter, said: string, submission: Submission) =>
    submission.put(name, fields(commitment, said))

const granted = ({ id, askedDueOn, askedReason, dueOn }: Commitment) => ({
  commitmentId: id,
  dueOn: askedDueOn ?? dueOn,
  reason: askedReason ?? '',
})

/** What may be said to a row. */
const ROW_ACTS = {
  order: act('order-commitment', ({ id: commitmentId }, order) => ({ commitmentId, order })),
  ask: act('request-evidence', ({ id: commitmentId }, said) => ({ commitmentId, said })),
  remind: act('remind-owner', ({ id: commitmentId }, said) => ({ commitmentId, said })),
  refuse: act('refuse-extension', ({ id: commitmentId }, reason) => ({ commitmentId, reason })),
  grant: act('move-due-date', granted),
} as const
export type RowAct = keyof typeof ROW_ACTS

/** Whether words are asked for first. */
export const needsWords = (act: RowAct): boolean => act !== 'grant'

/** What the level above has to do today. */
export class Waiting extends LiveQuery<WaitingView> {
  readonly placeId: string
  readonly #person: Actor
  readonly #submissions = new Map<string, Submission>()

  constructor(placeId: string, person: Actor) {
    const path = `/api/places/${placeId}/waiting` as const
    super({ read: () => ask('GET', path) })
    this.view = preloaded<WaitingView>(path)
    this.placeId = placeId
    this.#person = person
  }

  /** Reads, and goes on reading: what happens below is not heard here. */
  follow(): () => void {
    void this.open()
    const stop = reloadOften(this)
    return () => (stop(), this.close())
  }

  /** What can still be done to a row, the main one last. */
  actsFor(matter: WaitingMatter): readonly RowAct[] {
    if (matter.kind === 'red') return ['order']
    if (matter.kind === 'late') return ['remind']
    if (this.#mayGrant(matter)) return ['refuse', 'grant']
    return matter.stage === 'red' ? ['ask', 'order'] : ['ask']
  }

  #mayGrant(matter: WaitingMatter): boolean {
    const { commitment, placeId } = matter
    const actor: Actor = { ...this.#person, placeId, roles: ['township'] }
    const moment = { at: new Date(clock.read()).toISOString(), today: this.view?.today ?? '' }
    const state = { commitment, place: { parentId: this.placeId } }
    return !isRefusal(decideMoveDueDate({ placeId, ...granted(commitment) }, state, actor, moment))
  }

  /** What is said to one row is one submission, however often the rows are read. */
  submissionFor({ commitment: { id }, placeId }: WaitingMatter): Submission {
    const submission = this.#submissions.get(id) ?? new Submission(() => placeId)
    this.#submissions.set(id, submission)
    return submission
  }

  async act(matter: WaitingMatter, act: RowAct, said: string): Promise<boolean> {
    if (!(await ROW_ACTS[act](matter, said, this.submissionFor(matter)))) return false
    await this.reload()
    return true
  }
}
