import type { Socket } from 'node:net'
import * as Y from 'yjs'
import type { RawData, WebSocket } from 'ws'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { CLOSE_RESTORED, CLOSE_WHEN } from '../../../shared/protocol/down.ts'
import { binaryFrame, SocketWriter } from '../../sockets/socket-writer.ts'
import { Editor } from './editor.ts'
import { epochFrame, read, refusedFrame, step1Frame, step2Frame, type Message } from './frames.ts'
import type { WriteRateLimiter } from './write-rate-limiter.ts'
import type { MinutesSession } from './session.ts'
import type { Rooms } from './rooms.ts'
import type { Heard } from '../document/updates.ts'

const CLOSE_NOT_BINARY = 1003
const CLOSE_NOISE = 1008
const CLOSE_TOO_OFTEN = 4429
const CLOSE_NOT_LOADED = 4500
/** Unreadable or refused messages after which a connection is taken for an attack. */
const MAX_NOISE = 100

/** Who sits at a text, and why they may only read, if so. */
export interface Seat {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly actor: Actor
  readonly readOnly: Refusal | null
  /** False for a stock client. */
  readonly isOurs: boolean
  readonly heard: Heard | null
  /** What it brings along was written for an earlier version of the minutes. */
  readonly isOfEarlier: boolean
}

/** One socket at one text: takes what it says in order and at its pace, answers, and leaves without a trace. */
export class Connection {
  readonly #socket: WebSocket
  readonly #seat: Seat
  readonly #pace: WriteRateLimiter
  readonly #editor: Editor
  #room: MinutesSession | null = null
  /** What came before the text was open, or too fast; the socket rests meanwhile, so this stays short. */
  #waiting: Uint8Array[] = []
  #timer: NodeJS.Timeout | null = null
  #noise = 0
  #isOver = false

  constructor(socket: WebSocket, wire: Socket, seat: Seat, pace: WriteRateLimiter) {
    this.#socket = socket
    this.#seat = seat
    this.#pace = pace
    this.#editor = new Editor(new SocketWriter(socket, wire), seat.actor.id, seat)
    socket.on('message', (message, isBinary) => this.#hear(message, isBinary))
    socket.on('error', () => socket.terminate())
  }

  join(rooms: Rooms): void {
    const { placeId, meetingId } = this.#seat
    this.#socket.on('close', () => {
      this.#end()
      this.#room?.editors.remove(this.#editor)
      this.#room?.carets.leave(this)
      rooms.release(meetingId)
    })
    const arrive = async (): Promise<void> => {
      const room = await rooms.open(placeId, meetingId)
      await room.refresh()
      const isRestored = this.#seat.heard !== null && (await room.isBefore(this.#seat.heard))
      if (!this.#isOver) this.#enter(room, isRestored)
    }
    arrive().catch((problem: unknown) => {
      rooms.failed(problem)
      this.#leave(CLOSE_NOT_LOADED, refuse('storage-failed'))
    })
  }

  /** Nothing more of theirs is taken, whether they hear why or not. */
  sendAway(why: keyof typeof CLOSE_WHEN): void {
    this.#leave(CLOSE_WHEN[why], why === 'ended' ? refuse('not-logged-in') : undefined)
  }

  #enter(room: MinutesSession, isRestored: boolean): void {
    const { epoch, seq } = room.mark
    if (this.#seat.isOurs) this.#editor.send(binaryFrame(epochFrame(epoch, seq)))
    // Not even asked for what it has: that rests on words that are gone here.
    if (isRestored) return this.#leave(CLOSE_RESTORED, refuse('restored', 'minutes'))
    this.#room = room
    room.editors.add(this.#editor)
    const { readOnly } = this.#seat
    if (readOnly?.refused === 'schema-too-old') this.#editor.refuse(readOnly)
    // Asks for what this client has and the record has not: what it wrote while it was cut off.
    if (!readOnly) this.#editor.send(binaryFrame(step1Frame(Y.encodeStateVector(room.live))))
    const carets = room.carets.all()
    if (carets) this.#editor.send(carets)
    const large = room.largeFrame()
    if (large && this.#seat.isOurs) this.#editor.send(large)
    this.#takeWaiting()
  }

  #hear(message: RawData, isBinary: boolean): void {
    if (this.#isOver) return
    if (!isBinary) return this.#leave(CLOSE_NOT_BINARY)
    this.#waiting.push(message as Buffer)
    if (!this.#timer) this.#takeWaiting()
  }

  #takeWaiting(): void {
    this.#timer = null
    if (!this.#room) return this.#socket.pause()
    let taken = 0
    for (const bytes of this.#waiting) {
      const waitMs = this.#pace.ask(bytes.length, performance.now())
      if (waitMs > 0) return this.#slowDown(taken, waitMs)
      taken++
      this.#take(this.#room, bytes)
      if (this.#isOver) return
    }
    this.#waiting = []
    this.#pace.rest()
    if (this.#socket.isPaused) this.#socket.resume()
  }

  // Nothing is lost: what is not read stays with the sender, whose own socket fills up.
  #slowDown(taken: number, waitMs: number): void {
    this.#waiting.splice(0, taken)
    if (this.#pace.isHopeless(performance.now())) return this.#leave(CLOSE_TOO_OFTEN, refuse('too-often'))
    this.#socket.pause()
    this.#timer = setTimeout(() => this.#takeWaiting(), waitMs)
  }

  #end(): void {
    this.#isOver = true
    this.#waiting = []
    if (this.#timer) clearTimeout(this.#timer)
  }

  #leave(code: number, why?: Refusal): void {
    this.#end()
    if (why) this.#editor.send(binaryFrame(refusedFrame(why)))
    this.#editor.line.hangUp(code)
    // The farewell of the other side is only heard by a socket that listens.
    if (this.#socket.isPaused) this.#socket.resume()
  }

  #take(room: MinutesSession, bytes: Uint8Array): void {
    const message = read(bytes)
    if (!message || !this.#answer(room, message)) this.#countNoise()
  }

  /** False for what could not be taken. */
  #answer(room: MinutesSession, message: Message): boolean {
    switch (message.kind) {
      case 'step-1':
        return this.#bringUp(room, message.stateVector)
      case 'update':
        return this.#write(room, message.bytes)
      case 'awareness':
        if (!this.#seat.readOnly) room.carets.hear(message.bytes, this, ownerOf(this.#seat))
        return true
      case 'ask-awareness': {
        const carets = room.carets.all()
        if (carets) this.#editor.send(carets)
        return true
      }
      case 'other':
        return true
    }
  }

  #bringUp(room: MinutesSession, stateVector: Uint8Array): boolean {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0
    try {
      const frame = knowsNothing
        ? room.joinFrame()
        : binaryFrame(step2Frame(Y.encodeStateAsUpdate(room.live, stateVector)))
      if (this.#editor.send(frame)) this.#editor.tellSeq(room.reached)
      return true
    } catch {
      return false
    }
  }

  #write(room: MinutesSession, bytes: Uint8Array): boolean {
    const refusal = this.#seat.readOnly ?? room.submit(this.#editor, bytes)
    if (!refusal) return true
    this.#editor.refuse(refusal)
    return false
  }

  #countNoise(): void {
    if (++this.#noise > MAX_NOISE) this.#leave(CLOSE_NOISE)
  }
}

const ownerOf = ({ actor }: Seat) => ({ name: actor.name ?? '', personId: actor.personId })
