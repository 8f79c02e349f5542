import type { Commitment } from '../../shared/commitments/commitment.ts'
import { decideMoveDueDate, decideReportDone } from '../../shared/commitments/decide-open.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { isBlank } from '../../shared/kernel/text.ts'
import type { Place } from '../../shared/places/place.ts'
import { clock } from '../sync/clock.svelte.ts'
import { newId } from '../sync/id.ts'
import type { Ledger } from './ledger.svelte.ts'

export type Form = 'done' | 'move'

/** What somebody is doing to one promise; what they typed outlives the closing of its row. */
export class Deed {
  form = $state<Form | null>(null)
  report = $state('')
  dueOn = $state('')
  reason = $state('')
  refusal = $state.raw<Refusal | null>(null)
  /** Nobody knows whether it arrived. */
  isUnsent = $state(false)
  isSending = $state(false)
  readonly commitmentId: string
  #last = { said: '', id: '' }
  #ledger: Ledger
  #actor: Actor

  constructor(ledger: Ledger, actor: Actor, commitmentId: string) {
    this.#ledger = ledger
    this.#actor = actor
    this.commitmentId = commitmentId
  }

  get #commitment(): Commitment | null {
    return this.#ledger.commitments.find(({ id }) => id === this.commitmentId) ?? null
  }

  /** Whose promises these are: what stands above it decides who may move a day. */
  get place(): Place | null {
    return this.#ledger.place
  }

  turnTo(form: Form | null): void {
    this.form = form
    this.refusal = null
    this.isUnsent = false
  }

  async sayDone(): Promise<boolean> {
    const command = { ...this.#about, report: this.report }
    const isDone = await this.#send('report-done', command, decideReportDone(command, ...this.#state))
    if (isDone) this.report = ''
    return isDone
  }

  async moveDay(): Promise<boolean> {
    const command = { ...this.#about, dueOn: this.dueOn, reason: this.reason }
    const isMoved = await this.#send('move-due-date', command, decideMoveDueDate(command, ...this.#state))
    if (isMoved) this.dueOn = this.reason = ''
    return isMoved
  }

  async takeBack(): Promise<boolean> {
    // The report may be committed before it is heard here, so only the server knows.
    return this.#send('take-back-report', this.#about)
  }

  get #about() {
    return { placeId: this.#ledger.placeId, commitmentId: this.commitmentId }
  }

  get #state() {
    const moment = { at: new Date(clock.read()).toISOString(), today: this.#ledger.today }
    return [{ commitment: this.#commitment, place: this.#ledger.place }, this.#actor, moment] as const
  }

  /** The rule is asked here first, so that a slip is told at once; the server has the last word. */
  async #send(name: string, command: object, foreseen?: unknown): Promise<boolean> {
    if (this.isSending) return false
    this.refusal = missingIn(command) ?? (isRefusal(foreseen) ? foreseen : null)
    this.isUnsent = false
    if (this.refusal) return false
    this.isSending = true
    const answer = await this.#ledger.send(name, command, this.#idFor(name + JSON.stringify(command)))
    this.isSending = false
    this.isUnsent = answer.kind === 'unreachable'
    if (answer.kind === 'refused') this.refusal = answer.refusal
    if (answer.kind !== 'unreachable') this.#last = { said: '', id: '' }
    if (answer.kind === 'told') this.form = null
    return answer.kind === 'told'
  }

  // The same words into the silence are the same command, so that they count once.
  #idFor(said: string): string {
    if (this.#last.said !== said) this.#last = { said, id: newId() }
    return this.#last.id
  }
}

function missingIn(command: object): Refusal | undefined {
  const empty = Object.entries(command).find(([, text]) => isBlank(String(text)))
  return empty && refuse('field-missing', empty[0])
}
