import type { CommandFields, CommandName } from '../../shared/api.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer, ToldRefusal } from './ask.ts'
import { newId } from './id.ts'
import type { SendAtPlace } from './send.ts'

/** What a form sends, one thing at a time: the same words into the silence are the same command, so that they count once. */
export class Submission {
  busy = $state(false)
  refusal = $state.raw<ToldRefusal>()
  /** Nobody knows whether the last one arrived. */
  isUnsent = $state(false)
  private readonly send: SendAtPlace
  private last = { said: '', id: '' }

  constructor(send: SendAtPlace) {
    this.send = send
  }

  /** How it ended; null where the last one is still on its way. */
  async put<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
  ): Promise<Answer<Receipt>['kind'] | null> {
    if (this.busy) return null
    this.busy = true
    this.refusal = undefined
    this.isUnsent = false
    const said = name + JSON.stringify(body)
    if (this.last.said !== said) this.last = { said, id: newId() }
    const answer = await this.send(name, body, this.last.id)
    this.busy = false
    this.isUnsent = answer.kind === 'unreachable'
    if (answer.kind === 'refused') this.refusal = answer.refusal
    return answer.kind
  }
}
