import type { CommandFields } from '../../../shared/api.ts'
import type { Custody } from '../../../shared/custody/custody.ts'
import type { ConcernId } from '../../../shared/kernel/id.ts'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { Answer } from '../../sync/ask.ts'
import { Submission } from '../../sync/submission.svelte.ts'
import type { Hands } from '../../custody/hands.svelte.ts'

/** How one row of several fared. */
export type SendStatus = 'waiting' | 'sending' | 'told' | 'unsent' | Refusal

type CustodyCommand = 'accept-matter' | 'return-matter' | 'take-back-acceptance'
type MoreOf<Name extends CustodyCommand> = Omit<CommandFields<Name>, 'concernId'>

/** What was offered to a place is answered, several at once. */
export class Answering {
  statuses = $state.raw<ReadonlyMap<ConcernId, SendStatus>>(new Map())
  /** All of them, one after the other. */
  busy = $derived.by(() => [...this.statuses.values()].some((one) => one === 'waiting' || one === 'sending'))
  #ticked = $state.raw<ReadonlySet<ConcernId>>(new Set())
  readonly #hands: Hands
  readonly #submissions = new Map<ConcernId, Submission>()

  constructor(hands: Hands) {
    this.#hands = hands
  }

  /** Those that still wait. */
  get chosen(): ReadonlySet<ConcernId> {
    const waiting = new Set(this.#hands.offers.map(({ custody }) => custody.id))
    return new Set([...this.#ticked].filter((id) => waiting.has(id)))
  }

  choose(id: ConcernId, isChosen: boolean): void {
    const chosen = new Set(this.chosen)
    if (isChosen) chosen.add(id)
    else chosen.delete(id)
    this.#ticked = chosen
  }

  chooseAll(isChosen: boolean): void {
    this.#ticked = new Set(isChosen ? this.#hands.offers.map(({ custody }) => custody.id) : [])
  }

  get doneCount(): number {
    return [...this.statuses.values()].filter((status) => status !== 'waiting' && status !== 'sending').length
  }

  /** Gives those that were accepted. */
  acceptChosen(): Promise<readonly Custody[]> {
    return this.#answerChosen('accept-matter', {})
  }

  /** Gives those that went back. */
  returnChosen(reason: string): Promise<readonly Custody[]> {
    return this.#answerChosen('return-matter', { reason })
  }

  /** Gives back what was accepted by a slip; true where every one of them went back. */
  async takeBack(custodies: readonly Custody[]): Promise<boolean> {
    const taken = await this.#answerAll(custodies, 'take-back-acceptance', {})
    const isWhole = taken.length === custodies.length
    if (isWhole) this.statuses = new Map()
    return isWhole
  }

  #answerChosen<Name extends CustodyCommand>(command: Name, more: MoreOf<Name>): Promise<readonly Custody[]> {
    const { chosen } = this
    const rows = this.#hands.offers.map(({ custody }) => custody).filter(({ id }) => chosen.has(id))
    return this.#answerAll(rows, command, more)
  }

  /** One after the other; what is refused or lost does not stop the others. */
  async #answerAll<Name extends CustodyCommand>(
    rows: readonly Custody[],
    command: Name,
    more: MoreOf<Name>,
  ): Promise<readonly Custody[]> {
    if (this.busy) return []
    this.statuses = new Map(rows.map(({ id }) => [id, 'waiting']))
    const answered: Custody[] = []
    for (const custody of rows) {
      this.#setStatus(custody.id, 'sending')
      const fields = { concernId: custody.id, ...more } as CommandFields<Name>
      const answer = await this.#submissionFor(custody).run((send) => send(command, fields))
      this.#setStatus(custody.id, statusOf(answer))
      if (answer?.kind === 'told') answered.push(custody)
    }
    await this.#hands.reload()
    return answered
  }

  #submissionFor({ id, firstPlaceId }: Custody): Submission {
    const submission = this.#submissions.get(id) ?? new Submission(() => firstPlaceId)
    this.#submissions.set(id, submission)
    return submission
  }

  #setStatus(id: ConcernId, status: SendStatus): void {
    this.statuses = new Map(this.statuses).set(id, status)
  }
}

const statusOf = (answer: Answer<Receipt> | null): SendStatus =>
  answer?.kind === 'told' ? 'told' : answer?.kind === 'refused' ? answer.refusal : 'unsent'

const known = new WeakMap<Hands, Answering>()

/** What was chosen stays chosen, wherever on the page the offers stand. */
export function answeringOf(hands: Hands): Answering {
  const answering = known.get(hands) ?? new Answering(hands)
  known.set(hands, answering)
  return answering
}
