import { CODE_DIGITS, plainCode } from '../../shared/kernel/text/plain-code.ts'
import type { Invitation } from '../sync/session.svelte.ts'
import type { Me } from '../../shared/people/person.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { codeAddress, join, loadMe, readCode, session } from '../sync/session.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { recall, remember } from '../ui/memory.ts'

const NAME = 'name'

const codeIn = (path: string): string => /^\/p\/([^/]+)/.exec(path)?.[1] ?? ''

/** How this phone came in: by a code that it was given, or because it is known from before. */
export class Visit {
  code: string
  stage = $state<'looking' | 'cut-off' | 'door' | 'inside'>('looking')
  invitation = $state.raw<Invitation | null>(null)
  refusal = $state.raw<ToldRefusal | null>(null)
  seat = $state.raw<{ readonly placeId: string; readonly meetingId: string } | null>(null)

  constructor(path: string) {
    this.code = codeIn(path)
  }

  get name(): string {
    return session.me?.actor?.name ?? recall(NAME) ?? ''
  }

  /** Takes up what came with the page, if anything did. */
  take(): void {
    const me = preloaded<Me>('/api/me')
    if (!me) return
    session.me = me
    const found = preloaded<Invitation | ToldRefusal>(codeAddress(this.code))
    if (found) this.read(found)
    this.arrive()
  }

  async start(): Promise<void> {
    if (this.stage !== 'looking') return undefined
    for (let tries = 0; (await loadMe()).kind !== 'told'; tries++) {
      this.stage = 'cut-off'
      await pause(pauseMs(tries))
    }
    if (session.me?.setupNeeded) return location.replace('/setup')
    await this.knock()
  }

  private async knock(): Promise<void> {
    const answer = this.code ? await readCode(this.code) : null
    if (answer?.kind === 'told') this.read(answer.value)
    if (answer?.kind === 'refused') this.read(answer.refusal)
    this.arrive()
  }

  private arrive(): void {
    const { actor, places = [] } = session.me ?? {}
    const { placeId, meetingId } = this.invitation ?? this.lastTime(places[0]?.id)
    const isStaff = actor?.kind === 'person' && places.some(({ id }) => id === placeId)
    if (placeId && meetingId && (isStaff || actor?.meetingId === meetingId)) this.sit({ placeId, meetingId })
    else this.stage = 'door'
  }

  private read(found: Invitation | ToldRefusal): void {
    if ('refused' in found) this.refusal = found
    else this.invitation = found
  }

  // After closing the code opens nothing, but those who were there still know the way.
  private lastTime(placeId?: string): { placeId?: string; meetingId?: string } {
    const meetingId = session.me?.actor?.meetingId ?? undefined
    return !this.code || recall('code') === this.code ? { placeId, meetingId } : {}
  }

  async comeIn(typed: string, name: string): ReturnType<typeof join> {
    const code = plainCode(typed, CODE_DIGITS) || typed
    const answer = await join(code, name.trim() || null)
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    if (answer.kind !== 'told') return answer
    this.code = code
    remember('code', code)
    remember(NAME, name)
    history.replaceState(null, '', `/p/${code}`)
    this.sit(answer.value)
    return answer
  }

  private sit({ placeId, meetingId }: { placeId: string; meetingId: string }): void {
    this.refusal = null
    if (this.seat?.meetingId !== meetingId) this.seat = { placeId, meetingId }
    this.stage = 'inside'
  }

  leave(): void {
    this.code = ''
    this.invitation = null
    this.seat = null
    this.stage = 'door'
  }
}
