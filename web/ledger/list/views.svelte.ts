import type { SavedView } from '../../../shared/ledger/ledger.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { ask } from '../../sync/ask.ts'
import { read } from '../../sync/read.ts'
import { newId } from '../../sync/id.ts'

const PATH = '/api/saved-views'

/** What this person likes to look at; kept on the server, so that it follows them. */
export class Views {
  list = $state.raw<readonly SavedView[]>([])
  name = $state('')
  refusal = $state.raw<Refusal | null>(null)
  isUnsent = $state(false)
  isSending = $state(false)
  /** The same view sent again is kept once. */
  #id = newId()

  async read(): Promise<void> {
    const answer = await read(PATH, {})
    if (answer.kind === 'told' && Array.isArray(answer.value)) this.list = answer.value
  }

  async keep(placeId: PlaceId, question: SavedView['question']): Promise<boolean> {
    if (this.isSending) return false
    const isKept = await this.#send({ viewId: this.#id, placeId, name: this.name, question })
    if (isKept) this.name = ''
    return isKept
  }

  async forget(view: SavedView): Promise<boolean> {
    const answer = await ask('DELETE', `${PATH}/${view.viewId}`)
    if (answer.kind === 'told') this.list = this.list.filter(({ viewId }) => viewId !== view.viewId)
    return answer.kind === 'told'
  }

  /** Undoes a slip of `forget`. */
  restore(view: SavedView): Promise<boolean> {
    return this.#send(view)
  }

  async #send(view: SavedView): Promise<boolean> {
    this.isSending = true
    const answer = await ask('POST', PATH, view)
    this.isSending = false
    this.isUnsent = answer.kind === 'unreachable'
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    if (answer.kind !== 'unreachable') this.#id = newId()
    if (answer.kind === 'told') await this.read()
    return answer.kind === 'told'
  }
}
