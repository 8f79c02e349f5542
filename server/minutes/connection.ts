import * as Y from 'yjs'
import type { RawData, WebSocket } from 'ws'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Editor } from './editors.ts'
import { read, refusedFrame, step1Frame, step2Frame, type Message } from './frames.ts'
import type { MinutesRoom } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { Seat } from './relay.ts'

const CLOSE_NOT_BINARY = 1003
const CLOSE_NOISE = 1008
const CLOSE_NOT_LOADED = 4500
/** Unreadable or refused messages after which a connection is taken for an attack. */
const NOISE_MOST = 100
const EARLY_MOST = 64

/** One socket at one text: takes what it says in order, answers, and leaves without a trace. */
export class Connection {
  readonly #socket: WebSocket
  readonly #seat: Seat
  readonly #editor: Editor
  #room: MinutesRoom | null = null
  #early: Uint8Array[] = []
  #noise = 0

  constructor(socket: WebSocket, seat: Seat) {
    this.#socket = socket
    this.#seat = seat
    this.#editor = new Editor(socket, seat.actor.id, seat.isOurs)
    socket.on('message', (message, isBinary) => this.#hear(message, isBinary))
    socket.on('error', () => socket.terminate())
  }

  join(rooms: Rooms): void {
    const { placeId, meetingId } = this.#seat
    this.#socket.on('close', () => {
      this.#room?.editors.remove(this.#editor)
      this.#room?.carets.leave(this)
      rooms.release(meetingId)
    })
    rooms.open(placeId, meetingId).then(
      (room) => this.#enter(room),
      (problem: unknown) => {
        rooms.failed(problem)
        this.#socket.send(refusedFrame(refuse('storage-failed')))
        this.#socket.close(CLOSE_NOT_LOADED)
      },
    )
  }

  #enter(room: MinutesRoom): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#room = room
    room.editors.add(this.#editor)
    const { readOnly } = this.#seat
    if (readOnly?.refused === 'schema-too-old') this.#editor.refuse(readOnly)
    // Asks for what this client has and the record has not: what it wrote while it was cut off.
    if (!readOnly) this.#editor.send(step1Frame(Y.encodeStateVector(room.live)))
    const carets = room.carets.all()
    if (carets) this.#editor.send(carets)
    for (const bytes of this.#early.splice(0)) this.#take(room, bytes)
  }

  #hear(message: RawData, isBinary: boolean): void {
    if (!isBinary) return this.#socket.close(CLOSE_NOT_BINARY)
    const bytes = message as Buffer
    if (this.#room) this.#take(this.#room, bytes)
    else if (this.#early.push(bytes) > EARLY_MOST) this.#socket.close(CLOSE_NOISE)
  }

  #take(room: MinutesRoom, bytes: Uint8Array): void {
    const message = read(bytes)
    if (!message || !this.#answer(room, message)) this.#countNoise()
  }

  /** False for what could not be taken. */
  #answer(room: MinutesRoom, message: Message): boolean {
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

  #bringUp(room: MinutesRoom, stateVector: Uint8Array): boolean {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0
    try {
      const frame = knowsNothing
        ? room.joinFrame()
        : step2Frame(Y.encodeStateAsUpdate(room.live, stateVector))
      if (this.#editor.send(frame)) this.#editor.tellSeq(room.seq)
      return true
    } catch {
      return false
    }
  }

  #write(room: MinutesRoom, bytes: Uint8Array): boolean {
    const refusal = this.#seat.readOnly ?? room.submit(this.#editor, bytes)
    if (!refusal) return true
    this.#editor.refuse(refusal)
    return false
  }

  #countNoise(): void {
    if (++this.#noise > NOISE_MOST) this.#socket.close(CLOSE_NOISE)
  }
}

const ownerOf = ({ actor }: Seat) => ({ name: actor.name ?? '', personId: actor.personId })
