import type { CommandFields, CommandName } from '../../../shared/api.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { decideMoveDueDate } from '../../../shared/commitments/decide-open.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { WaitingMatter, WaitingView } from '../../../shared/ledger/waiting.ts'
import { preloaded } from '../../sync/preloaded.ts'
import { ask, type Answer } from '../../sync/ask.ts'
import { clock } from '../../sync/clock.svelte.ts'
import { newId } from '../../sync/id.ts'
import { LiveQuery } from '../../sync/live-query.svelte.ts'
import { reloadOften } from '../../sync/reload-often.ts'
import { sendAt } from '../../sync/send.ts'

interface Sent {
  readonly name: CommandName
  readonly body: object
  readonly send: (commandId: string) => Promise<Answer<Receipt>>
}

const act =
  <Name extends CommandName>(name: Name, fields: (about: Commitment, said: string) => CommandFields<Name>) =>
  ({ commitment, placeId }: WaitingMatter, said: string): Sent => {
    const body = fields(commitment, said)
    return { name, body, send: (commandId) => sendAt(placeId)(name, body, commandId) }
  }

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
  /** Why a row stays, by its promise. */
  troubles = $state.raw<ReadonlyMap<string, Refusal | 'unsent'>>(new Map())
  sending = $state<string | null>(null)
  readonly placeId: string
  readonly #person: Actor
  #last = { said: '', id: '' }

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

  /** The same words into the silence are the same command. */
  async act(matter: WaitingMatter, act: RowAct, said: string): Promise<boolean> {
    if (this.sending !== null) return false
    const { id } = matter.commitment
    const command = ROW_ACTS[act](matter, said)
    const whole = JSON.stringify([command.name, command.body])
    if (this.#last.said !== whole) this.#last = { said: whole, id: newId() }
    this.sending = id
    const answer = await command.send(this.#last.id)
    this.sending = null
    const troubles = new Map(this.troubles)
    if (answer.kind === 'told') troubles.delete(id)
    else troubles.set(id, answer.kind === 'refused' ? answer.refusal : 'unsent')
    this.troubles = troubles
    if (answer.kind === 'told') await this.reload()
    return answer.kind === 'told'
  }
}
