import type { CalendarLink, CalendarScope } from '../../shared/ledger/ledger.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Language } from '../../shared/words/language.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import { ask } from '../sync/ask.ts'
import { read } from '../sync/read.ts'

const PATH = '/api/calendar-links'

interface Made extends CalendarLink {
  readonly address: string
}

/** One's own calendars to subscribe to; an address is told once, when it is made. */
export class Calendars {
  list = $state.raw<readonly CalendarLink[]>([])
  made = $state.raw<Made | null>(null)
  refusal = $state.raw<Refusal | null>(null)
  isUnreachable = $state(false)
  isSending = $state(false)

  async read(): Promise<void> {
    const answer = await read(PATH, {})
    this.isUnreachable = answer.kind === 'unreachable'
    if (answer.kind === 'told') this.list = answer.value
  }

  async make(placeId: PlaceId, scope: CalendarScope, language: Language): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    const answer = await ask('POST', PATH, { placeId, scope, language })
    this.isSending = false
    this.isUnreachable = answer.kind === 'unreachable'
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    if (answer.kind !== 'told') return
    this.made = answer.value
    await this.read()
  }

  async revoke({ linkId }: CalendarLink): Promise<boolean> {
    const answer = await ask('DELETE', `${PATH}/${linkId}`)
    this.isUnreachable = answer.kind === 'unreachable'
    if (answer.kind === 'told' && this.made?.linkId === linkId) this.made = null
    await this.read()
    return answer.kind === 'told'
  }
}
