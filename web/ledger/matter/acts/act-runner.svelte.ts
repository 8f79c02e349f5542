import type { CommandFields, CommandName } from '../../../../shared/api.ts'
import type { SendAtPlace } from '../../../sync/send.ts'
import type { Day } from '../../../../shared/kernel/day.ts'
import type { Actor } from '../../../../shared/kernel/event.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/kernel/refusal.ts'
import { isBlank } from '../../../../shared/kernel/text/text.ts'
import { clock } from '../../../sync/clock.svelte.ts'
import { Submission } from '../../../sync/submission.svelte.ts'
import { recallForm, storeForm } from '../../../ui/forms/stored-form.svelte.ts'
import { untoldAt } from '../untold.ts'
import { ACTS, filled, type Act, type ActId, type ActState, type Typed } from './act.ts'
import { MATTER_ACTS } from './acts-matter.ts'
import { OUTCOME_ACTS } from './acts-outcome.ts'
import { PROMISE_ACTS } from './acts-promise.ts'

/** What an act is done to, and by whom. */
export interface ActContext {
  readonly actor: Actor
  readonly state: ActState
  readonly today: Day
  readonly send: SendAtPlace
}

const BY_ID = new Map<ActId, Act>(
  [...PROMISE_ACTS, ...MATTER_ACTS, ...OUTCOME_ACTS].map((act) => [act.id, act]),
)
const IN_ORDER = ACTS.flatMap((id) => BY_ID.get(id) ?? [])

export const actOf = (id: ActId): Act => {
  const act = BY_ID.get(id)
  if (!act) throw new Error(`expected an act, found none called ${id}`)
  return act
}

/** What somebody is doing to one matter; what they typed outlives the closing of its row. */
export class ActRunner {
  open = $state<ActId | null>(null)
  /** A slip, told before anything is sent. */
  #slip = $state.raw<Refusal | null>(null)
  readonly #submission = new Submission(() => ({ send: this.#send }))
  /** A photo is still on its way. */
  isUploading = $state(false)
  #typed = $state<Partial<Record<ActId, Record<string, string>>>>({})
  readonly context: ActContext

  constructor(context: ActContext) {
    this.context = context
    this.#typed = recallForm<Partial<Record<ActId, Record<string, string>>>>(this.#name) ?? {}
  }

  get refusal(): Refusal | null {
    return this.#slip ?? this.#submission.refusal ?? null
  }
  get isUnsent(): boolean {
    return this.#submission.isUnsent
  }
  get busy(): boolean {
    return this.#submission.busy
  }

  /** Under which name what is typed outlives a reload. */
  get #name(): string {
    const { commitment, concern } = this.context.state
    return `acts:${commitment?.id ?? concern?.id ?? ''}`
  }

  /** What may be done now: each rule is asked with words that it would take. */
  get offered(): readonly Act[] {
    return IN_ORDER.filter((act) => this.refusalOf(act.id) === null)
  }

  /** Why an act is not to be done now, whatever is typed; null where it is. */
  refusalOf(id: ActId): Refusal | null {
    const { state, today } = this.context
    const act = BY_ID.get(id)
    if (!act) return refuse('not-allowed')
    const said = this.#ask(act, act.body(state, act.sample(state, today)))
    return isRefusal(said) ? said : null
  }

  #ask(act: Act, body: object): unknown {
    const { state, actor, today } = this.context
    const moment = { at: new Date(clock.read()).toISOString(), today }
    return act.rule({ placeId: state.placeId, ...body } as never, state, actor, moment)
  }

  turnTo(id: ActId | null): void {
    this.open = id
    this.#slip = null
    this.#submission.clear()
  }

  typedIn(id: ActId): Typed {
    const { state, today } = this.context
    return filled(actOf(id), this.#typed[id] ?? {}, state, today)
  }

  type(id: ActId, name: string, value: string): void {
    this.#typed[id] = { ...this.#typed[id], [name]: value }
    storeForm(this.#name, this.#typed)
  }

  /** What goes out asks first where it would name whoever asked to stay unnamed. */
  #send: SendAtPlace = async (...sent) => {
    const { context } = this
    const { concern } = context.state
    if (concern?.lane === 'masked' && !this.#asking) {
      const check = await import('../../../concerns/asking-first.ts').catch(() => null)
      this.#asking = check?.askingAbout(concern, untoldAt(context.actor), (...one) => context.send(...one))
    }
    return this.#asking ? this.#asking(...sent) : context.send(...sent)
  }
  #asking: SendAtPlace | undefined

  /** The rule is asked here first, so that a slip is told at once; the server has the last word. */
  async act(id: ActId): Promise<boolean> {
    if (this.busy) return false
    const act = actOf(id)
    const typed = this.typedIn(id)
    const body = act.body(this.context.state, typed)
    const foreseen = isUndoing(id) ? null : this.#ask(act, body)
    this.#submission.clear()
    this.#slip = missingIn(act, typed) ?? (isRefusal(foreseen) ? foreseen : null)
    if (this.#slip || act.command === null) return false
    // An act's table ties the name to the fields; TypeScript cannot follow that through a union.
    const fields = body as CommandFields<CommandName>
    if (!(await this.#submission.put(act.command, fields, [id, typed]))) return false
    this.open = null
    delete this.#typed[id]
    storeForm(this.#name, this.#typed)
    return true
  }
}

const runners = new WeakMap<ActContext, ActRunner>()

/** The acts of one matter: what was typed into it is there again whenever it is looked at. */
export function runnerOf(context: ActContext): ActRunner {
  const runner = runners.get(context) ?? new ActRunner(context)
  runners.set(context, runner)
  return runner
}

// What is undone may be committed before it is heard here, so only the server knows.
const isUndoing = (id: ActId): boolean => id.startsWith('take-back')

function missingIn(act: Act, typed: Typed): Refusal | undefined {
  const empty = act.fields.find(({ name, isFree }) => !isFree && isBlank(typed[name] ?? ''))
  return empty && refuse('field-missing', empty.name)
}
