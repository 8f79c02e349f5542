import type { SavedView } from '../../../shared/ledger/ledger.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { ask } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { newId } from '../../sync/id.ts'
import { Submission } from '../../sync/submission.svelte.ts'

const PATH = '/api/saved-views'

/** What this person likes to look at; kept on the server, so that it follows them. */
export class Views extends LiveQuery<readonly SavedView[]> {
  name = $state('')
  readonly keeping = new Submission()
  readonly forgetting = new Submission()
  /** The same view sent again is kept once. */
  #id = newId()

  constructor() {
    super({ read: () => read(PATH, {}) })
  }

  async keep(placeId: PlaceId, question: SavedView['question']): Promise<boolean> {
    const isKept = await this.restore({ viewId: this.#id, placeId, name: this.name, question })
    if (isKept) this.name = ''
    return isKept
  }

  async forget(view: SavedView): Promise<boolean> {
    const answer = await this.forgetting.run(() => ask('DELETE', `${PATH}/${view.viewId}`))
    if (answer?.kind !== 'told') return false
    this.view = this.view?.filter(({ viewId }) => viewId !== view.viewId) ?? null
    return true
  }

  /** Also undoes a slip of `forget`. */
  async restore(view: SavedView): Promise<boolean> {
    const answer = await this.keeping.run(() => ask('POST', PATH, view))
    if (answer && !this.keeping.isUnsent) this.#id = newId()
    if (answer?.kind === 'told') await this.reload()
    return answer?.kind === 'told'
  }
}
