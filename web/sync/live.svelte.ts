import type { DownFrame, EpochFrame, EventsFrame, RestoredFrame } from '../../shared/protocol/down.ts'
import type { MinutesFrame } from '../../shared/minutes/minutes.ts'
import { PROTOCOL_VERSION, STALE_AFTER_MS } from '../../shared/protocol/down.ts'
import { clock } from './clock.svelte.ts'
import { pageAge } from './page-age.svelte.ts'
import { pauseMs } from './pause.ts'

export type Window = 'phone' | 'wall' | 'desk'

export interface Listener {
  readonly placeId: string
  readonly meetingId?: string
  readonly as: Window
  readonly onEvents: (frame: EventsFrame) => void
  readonly onMinutes?: (frame: MinutesFrame) => void
  /** Reads everything anew and gives the cursor; null if nobody answered, `denied` if we may not hear any more. */
  readonly refresh?: () => Promise<number | null | 'denied'>
  /** Refreshes before each reconnect, not only where the door stays shut. */
  readonly isThorough?: boolean
}

/** A browser does not say why a socket was not opened; after so many tries we ask by another way. */
const MAX_SHUT_DOORS = 2

/** From here on the server will not talk to us again without a new session. */
const FIRST_DENIAL = 4401
const LAST_DENIAL = 4404

/** Hears what was committed after a cursor; comes back by itself, with the cursor it had. */
export class Live {
  state = $state<'connecting' | 'live' | 'stale' | 'denied'>('connecting')
  phones = $state(0)
  /** By the server's clock; the picture stands there while the state is `stale`. */
  heardAtMs = $state(0)

  #listener: Listener
  #cursor = 0
  /** The history in which the cursor stands. */
  #epoch: string | null = null
  #socket: WebSocket | undefined
  #tries = 0
  #isReturning = false
  #shutDoors = 0
  #turn = 0
  #silence: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(listener: Listener) {
    this.#listener = listener
  }

  start(since: number): void {
    this.#cursor = since
    this.heardAtMs = clock.read()
    addEventListener('online', this.#hurry)
    addEventListener('offline', this.#fallSilent)
    document.addEventListener('visibilitychange', this.#hurry)
    void this.#connect()
  }

  stop(): void {
    removeEventListener('online', this.#hurry)
    removeEventListener('offline', this.#fallSilent)
    document.removeEventListener('visibilitychange', this.#hurry)
    clearTimeout(this.#silence)
    this.#drop()
  }

  #drop(): void {
    clearTimeout(this.#retry)
    const socket = this.#socket
    this.#socket = undefined
    if (!socket) return
    socket.onmessage = socket.onclose = null
    socket.close()
  }

  #connect = async (): Promise<void> => {
    this.#drop()
    this.#watch()
    const turn = ++this.#turn
    const { refresh, isThorough } = this.#listener
    if (refresh && (isThorough ? this.#isReturning : this.#shutDoors >= MAX_SHUT_DOORS)) {
      const since = await refresh()
      if (turn !== this.#turn) return
      if (since === 'denied') return this.#deny()
      if (since === null) return this.#later()
      this.#cursor = since
    }
    this.#isReturning = true
    this.#shutDoors++
    this.#listen(new WebSocket(this.#address()))
  }

  #listen(socket: WebSocket): void {
    this.#socket = socket
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data) as DownFrame)
    socket.onclose = ({ code }) => {
      this.#socket = undefined
      if (code >= FIRST_DENIAL && code <= LAST_DENIAL) this.#deny()
      else this.#later()
    }
  }

  #address(): string {
    const { placeId, meetingId, as } = this.#listener
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const meeting = meetingId ? `&meeting=${meetingId}` : ''
    const epoch = this.#epoch === null ? '' : `&epoch=${this.#epoch}`
    return `${scheme}://${location.host}/live?place=${placeId}&since=${this.#cursor}${epoch}${meeting}&as=${as}`
  }

  #hear(frame: DownFrame): void {
    this.state = 'live'
    this.#tries = 0
    this.#shutDoors = 0
    clock.tick()
    this.heardAtMs = clock.now
    this.#watch()
    if (frame.kind === 'epoch') this.#greet(frame)
    else if (frame.kind === 'restored') this.#startAgain(frame)
    else if (frame.kind === 'here') this.phones = frame.phones
    else if (frame.kind === 'minutes') this.#listener.onMinutes?.(frame)
    else if (frame.kind === 'events') {
      this.#listener.onEvents(frame)
      this.#cursor = Math.max(this.#cursor, frame.upTo)
    }
  }

  #greet({ epoch, protocol }: EpochFrame): void {
    this.#epoch = epoch
    if (protocol > PROTOCOL_VERSION) pageAge.isOld = true
  }

  // What stands on this page is from a history that is gone: the next connect reads everything anew.
  #startAgain({ epoch, head }: RestoredFrame): void {
    this.#epoch = epoch
    this.#cursor = head
    this.#shutDoors = MAX_SHUT_DOORS
  }

  #watch(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(this.#fallSilent, STALE_AFTER_MS)
  }

  #fallSilent = (): void => {
    if (this.state === 'denied') return
    this.state = 'stale'
    this.#later()
  }

  #later(): void {
    this.#drop()
    this.#turn++
    this.#retry = setTimeout(this.#connect, pauseMs(this.#tries++))
  }

  #deny(): void {
    clearTimeout(this.#silence)
    this.state = 'denied'
  }

  /** The line is back, or the page is looked at again: a frozen timer may not have noticed the silence. */
  #hurry = (): void => {
    if (this.state === 'denied' || document.hidden) return
    const isSilent = clock.read() - this.heardAtMs > STALE_AFTER_MS
    if (isSilent) this.state = 'stale'
    if (isSilent || !this.#socket) void this.#connect()
  }
}
