import type { PlaceId } from '../../../shared/kernel/id.ts'
import type {
  SecurityEntry,
  SecurityKind,
  SecurityLogView,
} from '../../../shared/people/security/security-log.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { Submission } from '../../sync/submission.svelte.ts'

/** The log of a place, of one kind or of all, page after page. */
export class SecurityLog {
  kind = $state<SecurityKind | ''>('')
  /** Pages behind the first. */
  older = $state.raw<readonly SecurityEntry[]>([])
  readonly more = new Submission()
  readonly first: LiveQuery<SecurityLogView>
  #hasMore = $state<boolean | null>(null)
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
    this.first = new LiveQuery({ read: () => this.#read() })
  }

  get hasMore(): boolean {
    return this.#hasMore ?? this.first.view?.hasMore ?? false
  }

  async show(kind: SecurityKind | ''): Promise<void> {
    this.kind = kind
    this.older = []
    this.#hasMore = null
    this.first.view = null
    await this.first.reload()
  }

  async goOn(): Promise<void> {
    const { kind } = this
    const last = this.older.at(-1) ?? this.first.view?.entries.at(-1)
    if (!last) return
    const answer = await this.more.run(() => this.#read(String(last.no)))
    if (answer?.kind !== 'told' || kind !== this.kind) return
    this.older = [...this.older, ...answer.value.entries]
    this.#hasMore = answer.value.hasMore
  }

  #read(after?: string) {
    const kind = this.kind || undefined
    return read('/api/places/:placeId/security-log', {
      placeId: this.#placeId,
      ...(kind && { kind }),
      ...(after !== undefined && { after }),
    })
  }
}
