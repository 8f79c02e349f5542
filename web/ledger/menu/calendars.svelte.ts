import type { CalendarLink, CalendarScope } from '../../../shared/ledger/ledger.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Language } from '../../../shared/words/language.ts'
import { ask } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { Submission } from '../../sync/submission.svelte.ts'

const PATH = '/api/calendar-links'

interface Made extends CalendarLink {
  readonly address: string
}

/** One's own calendars to subscribe to; an address is told once, when it is made. */
export class Calendars extends LiveQuery<readonly CalendarLink[]> {
  made = $state.raw<Made | null>(null)
  readonly submission = new Submission()

  constructor() {
    super({ read: () => read(PATH, {}) })
  }

  async make(placeId: PlaceId, scope: CalendarScope, language: Language): Promise<void> {
    const answer = await this.submission.run(() => ask('POST', PATH, { placeId, scope, language }))
    if (answer?.kind !== 'told') return
    this.made = answer.value
    await this.reload()
  }

  async revoke({ linkId }: CalendarLink): Promise<void> {
    const answer = await this.submission.run(() => ask('DELETE', `${PATH}/${linkId}`))
    if (answer?.kind === 'told' && this.made?.linkId === linkId) this.made = null
    await this.reload()
  }
}
