import { TIME_ZONE_DEFAULT } from '../../shared/places/place.ts'
import type { MineView } from '../../shared/ledger/mine.ts'
import { ask, type Answer, type ToldRefusal } from '../sync/ask.ts'
import { clock } from '../sync/clock.svelte.ts'
import { newId } from '../sync/id.ts'
import { outbox } from '../sync/outbox.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { send } from '../sync/send.ts'
import type { Unsent } from '../sync/outbox-store.ts'
import type { BoxDraft } from './put-in/draft.svelte.ts'

/** What this phone raised at one place, and what it is about to raise. */
export class Mine {
  readonly placeId: string
  view = $state.raw<MineView | null>(null)
  refusal = $state.raw<ToldRefusal | null>(null)
  isCutOff = $state(false)
  isReading = $state(false)
  readAtMs = $state(0)
  /** The last words that were acknowledged since the page was opened. */
  lastSent = $state.raw<Unsent | null>(null)

  private isKnown = false
  private isBegun = false

  constructor(placeId: string) {
    this.placeId = placeId
  }

  /** How many promises stand; what was dropped is told, not counted. */
  get promised(): number | undefined {
    return this.view?.promises.filter(({ commitment }) => commitment.state !== 'dropped').length
  }

  get zone(): string {
    return this.view?.place.timeZone ?? TIME_ZONE_DEFAULT
  }

  /** Written here and acknowledged by nobody; the newest first. */
  get unsent(): readonly Unsent[] {
    const isKnown = (id: unknown) => this.view?.matters.some(({ concern }) => concern.id === id)
    return outbox.unsent
      .filter(({ name, body }) => name === 'raise-concern' && body['placeId'] === this.placeId)
      .filter(({ body }) => !isKnown(body['concernId']))
      .reverse()
  }

  /** Takes up what came with the page, if anything did. */
  take(): void {
    this.view = preloaded<MineView>(`/api/places/${this.placeId}/mine`)
    this.readAtMs = clock.read()
  }

  async start(): Promise<void> {
    outbox.onNoSession = async () => (await this.askForKey()).kind === 'told'
    outbox.onReceipt = (sent) => {
      this.lastSent = sent
      void this.read()
    }
    addEventListener('online', this.again)
    document.addEventListener('visibilitychange', this.again)
    for (let tries = 0; !(this.view || (await this.read())) && !this.refusal; tries++)
      await pause(pauseMs(tries))
    await outbox.start()
  }

  stop(): void {
    removeEventListener('online', this.again)
    document.removeEventListener('visibilitychange', this.again)
  }

  async read(): Promise<boolean> {
    this.isReading = true
    const answer = await ask('GET', `/api/places/${this.placeId}/mine`)
    this.isReading = false
    this.isCutOff = answer.kind === 'unreachable'
    if (answer.kind === 'refused') this.refusal = answer.refusal
    if (answer.kind !== 'told') return false
    this.view = answer.value
    if (this.isBegun) void this.begin()
    this.readAtMs = clock.read()
    return true
  }

  /** Resolves when the words are in the outbox, where they outlive the page and the line. */
  put(draft: BoxDraft): Promise<void> {
    const { placeId } = this
    const { text, lane, name, gridId } = draft
    this.lastSent = null
    return outbox.add('raise-concern', {
      ...{ placeId, concernId: newId(), meetingId: null, channel: 'form', commentId: null },
      ...{ agendaItemId: null, text: text.trim(), raisedBy: name.trim() || null, lane, isAgreed: false },
      gridId: gridId || null,
    })
  }

  /** An act of this phone, and then what has become of it. */
  async after(answering: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const answer = await answering
    if (answer.kind !== 'unreachable') await this.read()
    return answer
  }

  /** Asks for what was asked before, instead of raising it once more. */
  async addVoice(concernId: string): Promise<Answer<unknown>> {
    await this.begin()
    return this.after(send('add-voice', { placeId: this.placeId, concernId }))
  }

  /** Whoever begins to write is given a key, so that the words can go as soon as they are written. */
  async begin(): Promise<void> {
    this.isBegun = true
    if (this.isKnown || !this.view) return
    this.isKnown = this.view.isKnown || (await this.askForKey()).kind === 'told'
  }

  private askForKey(): Promise<Answer<unknown>> {
    return ask('POST', '/api/sessions/key', { placeId: this.placeId })
  }

  private again = (): void => {
    if (document.visibilityState === 'visible' && this.view) void this.read()
  }
}
