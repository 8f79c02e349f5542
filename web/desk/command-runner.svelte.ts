import type { CommandFields, CommandName } from '../../shared/api.ts'
import type { Heard } from '../../shared/concerns/unnamed.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Asked } from '../concerns/name-check.ts'
import type { Answer } from '../sync/ask.ts'
import { newId } from '../sync/id.ts'
import { sendAt } from '../sync/send.ts'
import { Submission } from '../sync/submission.svelte.ts'
import { toasts } from '../ui/feedback/toast.svelte.ts'
import { deskWords } from '../words/pages.ts'
import { tellRefusal } from '../words/refusals.ts'

/** What is done from this desk: one command at a press, and a sentence where it could not be done. */
export class CommandRunner {
  readonly placeId: PlaceId
  /** By their words, the presses on their way. */
  #sending = $state.raw<readonly string[]>([])
  underWay = $state(0)
  /** The last thing done from this desk that can be undone, and where in the record it stands. */
  lastUndo: { readonly seq: number; readonly run: () => void } | null = null
  /** The session ended while the page stayed open; the page asks for it without losing a word. */
  isLoggedOut = $state(false)
  /** What this desk was told of whoever spoke: no words that name those who stay unnamed go out unasked. */
  heard: () => readonly Heard[] = () => []

  private pressed: { readonly words: string; readonly done: Promise<boolean> } | null = null
  /** By its words, what nobody has answered: said again, it is the same command. */
  private readonly unsent = new Map<string, Submission>()

  constructor(placeId: PlaceId) {
    this.placeId = placeId
  }

  /** For forms, which show the refusal themselves. */
  async send<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    commandId = newId(),
  ): Promise<Answer<Receipt>> {
    return (await this.asked(body)) ?? this.watch(sendAt(this.placeId)(name, body, commandId))
  }

  /** What is told before such words are sent; null where they may go. */
  async asked(fields: object): Promise<Asked | null> {
    const heard = [...this.heard(), fields as Heard]
    if (!heard.some(({ lane }) => lane === 'masked')) return null
    const check = await import('../concerns/name-check.ts').catch(() => null)
    return check?.askedOf(this, fields, heard) ?? null
  }

  /** For keys and buttons: true once it is recorded, else a toast tells why not. `spoken` are words it makes public. */
  async run<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    said?: string,
    undo?: () => void,
    spoken: object = {},
  ): Promise<boolean> {
    const words = name + JSON.stringify(body)
    // A second press while the first is on its way is the same act.
    if (this.pressed?.words === words) return this.pressed.done
    const submission = this.unsent.get(words) ?? new Submission(() => this)
    this.unsent.delete(words)
    const sent = async (): Promise<Answer<Receipt> | null> => {
      const answer = (await this.asked(spoken)) ?? (await submission.run((send) => send(name, body)))
      if (submission.isUnsent) this.unsent.set(words, submission)
      else this.unsent.delete(words)
      return answer
    }
    const trying = (): Promise<boolean> => this.tell(sent, trying, said, undo)
    const underWay = { words, done: trying() }
    this.pressed = underWay
    this.#sending = [...this.#sending, words]
    void underWay.done.finally(() => {
      this.#sending = this.#sending.filter((one) => one !== words)
      if (this.pressed === underWay) this.pressed = null
    })
    return underWay.done
  }

  /** Whether a press of this command is on its way, to be shown at its button. */
  isSending(name: CommandName, body?: object): boolean {
    return this.#sending.some((one) =>
      body ? one === name + JSON.stringify(body) : one.startsWith(`${name}{`),
    )
  }

  /** Tells how an action ended that somebody else sends. */
  async tell(
    act: () => Promise<Answer<unknown> | null>,
    again: () => void,
    said?: string,
    undo?: () => void,
  ): Promise<boolean> {
    const answer = await act()
    const words = deskWords.now
    // A press while another was on its way.
    if (!answer) return false
    if (answer.kind === 'refused') toasts.show(await tellRefusal(answer.refusal))
    else if (answer.kind === 'unreachable') toasts.show(words.notSent, { label: words.retry, run: again })
    else if (said) toasts.show(said, undo && { label: words.undo, run: undo })
    if (answer.kind === 'told' && undo) this.lastUndo = { seq: seqIn(answer.value), run: undo }
    return answer.kind === 'told'
  }

  async watch<Value>(answering: Promise<Answer<Value>>): Promise<Answer<Value>> {
    this.underWay++
    const answer = await answering
    this.underWay--
    // Who we are is not asked anew here: the page of a stranger would take the place of unsent words.
    if (answer.kind === 'refused' && answer.refusal.refused === 'not-logged-in') this.isLoggedOut = true
    return answer
  }
}

const seqIn = (value: unknown): number => (value as Partial<Receipt> | undefined)?.seq ?? 0
