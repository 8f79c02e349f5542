import type { CommandFields, CommandName } from '../../shared/api.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer, ToldRefusal } from './ask.ts'
import { newId } from './id.ts'
import { sendAt, type SendAtPlace } from './send.ts'

/** The place at which commands are given, or whatever sends them. */
type From = () => PlaceId | { readonly send: SendAtPlace }

type Send = <Name extends CommandName>(
  name: Name,
  fields: CommandFields<Name>,
  typed?: unknown,
) => Promise<Answer<Receipt>>

/**
 * What one form or button sends, one press at a time. Until a press is accepted, the same words are the same command,
 * so that they count once.
 */
export class Submission {
  busy = $state(false)
  refusal = $state.raw<ToldRefusal>()
  /** Nobody knows whether the last one arrived. */
  isUnsent = $state(false)
  private readonly from: From
  /** By their words, the commands of presses that were not accepted yet. */
  private readonly open = new Map<string, { readonly id: string; readonly fields: object }>()

  /** An operation is asked for without a place. */
  constructor(from: From = () => '') {
    this.from = from
  }

  /**
   * One command; resolves to what was accepted, null where it was not. Whatever `fields` make up besides what was
   * `typed`, such as the id of a new thing, stays as it was the first time.
   */
  async put<Name extends CommandName>(
    name: Name,
    fields: CommandFields<Name>,
    typed: unknown = fields,
  ): Promise<CommandFields<Name> | null> {
    let kept: object | null = null
    const answer = await this.run((send) => {
      kept = this.keep(name, fields, typed).fields
      return send(name, fields, typed)
    })
    return answer?.kind === 'told' ? kept : null
  }

  /** An operation, or several commands in one press: made again, it goes on where it stopped. Null while another is on its way. */
  async run<Value>(press: (send: Send) => Promise<Answer<Value>>): Promise<Answer<Value> | null> {
    if (this.busy) return null
    this.clear()
    this.busy = true
    const answer = await press(this.send).finally(() => (this.busy = false))
    this.isUnsent = answer.kind === 'unreachable'
    if (answer.kind === 'refused') this.refusal = answer.refusal
    if (answer.kind === 'told') this.open.clear()
    return answer
  }

  /** How the last one ended need not be said any more. */
  clear(): void {
    this.refusal = undefined
    this.isUnsent = false
  }

  private send: Send = (name, fields, typed = fields) => {
    const from = this.from()
    const kept = this.keep(name, fields, typed)
    const sender = typeof from === 'string' ? { send: sendAt(from) } : from
    return sender.send(name, kept.fields as typeof fields, kept.id)
  }

  private keep(name: string, fields: object, typed: unknown) {
    const words = name + JSON.stringify(typed)
    const kept = this.open.get(words) ?? { id: newId(), fields }
    this.open.set(words, kept)
    return kept
  }
}
