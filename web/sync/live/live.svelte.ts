import type { DownFrame, EpochFrame, EventsFrame, RestoredFrame } from '../../../shared/protocol/down.ts'
import type { MinutesFrame } from '../../../shared/minutes/minutes.ts'
import { STALE_AFTER_MS } from '../../../shared/protocol/down.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { clock } from '../clock.svelte.ts'
import { pageAge } from './page-age.svelte.ts'
import { pauseMs } from '../pause.ts'

export type ClientKind = 'phone' | 'wall' | 'desk'

/** Which line this is: a page has one to each place. */
export interface LiveTo {
  readonly placeId: string
  readonly meetingId?: string
  readonly as: ClientKind
  readonly onMinutes?: (frame: MinutesFrame) => void
  /** Refreshes before each reconnect, not only where the door stays shut. */
  readonly isThorough?: boolean
}

/** Whoever shares the line. */
export interface Listener {
  hear(frame: Pick<EventsFrame, 'events' | 'upTo'>): void
  /** Reads everything anew and gives the cursor; null if nobody answered, `denied` if it may not be heard any more. */
  refresh(): Promise<number | null | 'denied'>
}

/** A browser does not say why a socket was not opened; after so many tries we ask by another way. */
const MAX_SHUT_DOORS = 2

/** From here on the server will not talk to us again without a new session. */
const FIRST_DENIAL = 4401
const LAST_DENIAL = 4404

/** Hears what was committed after a cursor, for all who share it; comes back by itself, with the cursor it had. */
export class Live {
  state = $state<'connecting' | 'live' | 'stale' | 'denied'>('connecting')
  phones = $state(0)
  /** By the server's clock; the picture stands there while the state is `stale`. */
  heardAtMs = $state(0)

  // Not `#`, as in `LiveQuery`.
  private to: LiveTo
  private readonly listeners = new Set<Listener>()
  /** Everything after this has been heard, or will be. */
  private from = Infinity
  private cursor = 0
  /** The history in which the cursor stands. */
  private epoch: string | null = null
  private socket: WebSocket | undefined
  private tries = 0
  private isReturning = false
  private shutDoors = 0
  private turn = 0
  private silence: ReturnType<typeof setTimeout> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(to: LiveTo) {
    this.to = to
  }

  /** To be called before the first reading, so that nothing is committed between what is read and what is heard. */
  join(listener: Listener): void {
    this.listeners.add(listener)
  }

  /** Hears what comes after this; where that is being heard already, nothing changes. */
  start(since: number): void {
    if (since >= this.from) return
    this.from = this.cursor = since
    this.state = 'connecting'
    this.heardAtMs = clock.read()
    addEventListener('online', this.hurry)
    addEventListener('offline', this.fallSilent)
    document.addEventListener('visibilitychange', this.hurry)
    void this.connect()
  }

  /** The last to leave ends it. */
  leave(listener: Listener): void {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return
    this.from = Infinity
    removeEventListener('online', this.hurry)
    removeEventListener('offline', this.fallSilent)
    document.removeEventListener('visibilitychange', this.hurry)
    clearTimeout(this.silence)
    this.drop()
  }

  private drop(): void {
    clearTimeout(this.retry)
    const socket = this.socket
    this.socket = undefined
    if (!socket) return
    socket.onmessage = socket.onclose = null
    socket.close()
  }

  private connect = async (): Promise<void> => {
    this.drop()
    this.watch()
    const turn = ++this.turn
    if (this.to.isThorough ? this.isReturning : this.shutDoors >= MAX_SHUT_DOORS) {
      const since = await this.refreshAll()
      if (turn !== this.turn) return
      if (since === 'denied') return this.deny()
      // Infinity: nothing was ever read, so nothing can be heard from there on.
      if (!Number.isFinite(since)) return this.later()
      this.cursor = since!
    }
    this.isReturning = true
    this.shutDoors++
    this.hearOn(new WebSocket(this.address()))
  }

  /** What the one may not hear the others may: the door is shut where it is shut for all. */
  private async refreshAll(): Promise<number | null | 'denied'> {
    const found = await Promise.all([...this.listeners].map((one) => one.refresh()))
    if (found.includes(null)) return null
    const told = found.filter((one) => typeof one === 'number')
    return told.length > 0 ? Math.min(...told) : 'denied'
  }

  private hearOn(socket: WebSocket): void {
    this.socket = socket
    socket.onmessage = (message) => this.onFrame(JSON.parse(message.data) as DownFrame)
    socket.onclose = ({ code }) => {
      this.socket = undefined
      if (code >= FIRST_DENIAL && code <= LAST_DENIAL) this.deny()
      else this.later()
    }
  }

  private address(): string {
    const { placeId, meetingId, as } = this.to
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const meeting = meetingId ? `&meeting=${meetingId}` : ''
    const epoch = this.epoch === null ? '' : `&epoch=${this.epoch}`
    return `${scheme}://${location.host}/live?place=${placeId}&since=${this.cursor}${epoch}${meeting}&as=${as}`
  }

  private onFrame(frame: DownFrame): void {
    this.state = 'live'
    this.tries = 0
    this.shutDoors = 0
    clock.tick()
    this.heardAtMs = clock.now
    this.watch()
    if (frame.kind === 'epoch') this.greet(frame)
    else if (frame.kind === 'restored') this.startAgain(frame)
    else if (frame.kind === 'here') this.phones = frame.phones
    else if (frame.kind === 'minutes') this.to.onMinutes?.(frame)
    else if (frame.kind === 'events') {
      for (const one of this.listeners) one.hear(frame)
      this.cursor = Math.max(this.cursor, frame.upTo)
    }
  }

  private greet({ epoch, protocol }: EpochFrame): void {
    this.epoch = epoch
    if (protocol > PROTOCOL_VERSION) pageAge.isOld = true
  }

  // What stands on this page is from a history that is gone: the next connect reads everything anew.
  private startAgain({ epoch, head }: RestoredFrame): void {
    this.epoch = epoch
    this.cursor = head
    this.shutDoors = MAX_SHUT_DOORS
  }

  private watch(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(this.fallSilent, STALE_AFTER_MS)
  }

  private fallSilent = (): void => {
    if (this.state === 'denied') return
    this.state = 'stale'
    this.later()
  }

  private later(): void {
    this.drop()
    this.turn++
    this.retry = setTimeout(this.connect, pauseMs(this.tries++))
  }

  private deny(): void {
    this.from = Infinity
    clearTimeout(this.silence)
    this.state = 'denied'
  }

  /** The line is back, or the page is looked at again: a frozen timer may not have noticed the silence. */
  private hurry = (): void => {
    if (this.state === 'denied' || document.hidden) return
    const isSilent = clock.read() - this.heardAtMs > STALE_AFTER_MS
    if (isSilent) this.state = 'stale'
    if (isSilent || !this.socket) void this.connect()
  }
}
