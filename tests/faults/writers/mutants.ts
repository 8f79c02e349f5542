import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../../../server/minutes/relay/frames.ts'
import type { Chance } from '../chance.ts'

/** yjs#687, yjs#479 and yjs#498; as updates of both formats. */
const PUBLISHED = [
  Buffer.from('00010000000001000100010200001602000001fdffffffff7f0000', 'hex'),
  Buffer.from('garbagedoc', 'base64'),
  Buffer.alloc(0),
]
const LENGTH_BOMB = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]
const DEEP = 2_000

/** What an attacker sends: bytes, or a text frame (y-websocket#82). */
export type Malformed = Uint8Array | string

/** Updates as real clients send them, to be broken. */
export function genuineUpdates(state: Uint8Array): {
  doc: Y.Doc
  updates: Uint8Array[]
  inFormat2: Uint8Array[]
} {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const writer = new Y.Doc()
  Y.applyUpdate(writer, state)
  const updates: Uint8Array[] = []
  const inFormat2: Uint8Array[] = []
  writer.on('update', (bytes: Uint8Array) => updates.push(bytes))
  writer.on('updateV2', (bytes: Uint8Array) => inFormat2.push(bytes))
  const section = new Y.XmlElement('section')
  const turn = new Y.XmlElement('turn')
  const text = new Y.XmlText('路灯从开春就不亮')
  writer.transact(() => {
    turn.setAttribute('speaker', '李婶')
    turn.insert(0, [text])
    section.insert(0, [turn])
    writer.getXmlFragment('minutes').push([section])
  })
  for (let step = 0; step < 60; step++) {
    if (step % 3 === 2) text.delete(0, 2)
    else text.insert(step % 5, '灯🏮ab')
  }
  return { doc, updates, inFormat2 }
}

export class Breaker {
  readonly #chance: Chance
  readonly #genuine: ReturnType<typeof genuineUpdates>

  constructor(chance: Chance, genuine: ReturnType<typeof genuineUpdates>) {
    this.#chance = chance
    this.#genuine = genuine
  }

  /** A frame of any kind. */
  frame(): Malformed {
    const chance = this.#chance
    if (chance.happens(0.02))
      return chance.pick(['', 'hello', '{"kind":"events"}', '\u0000', '字'.repeat(500)])
    const kind = chance.below(8)
    if (kind < 3) return updateFrame(this.update())
    if (kind === 3) return step2Frame(this.update())
    if (kind === 4) return step1Frame(this.#broken(Y.encodeStateVector(this.#genuine.doc)))
    if (kind === 5) return awarenessFrame(this.#awareness())
    if (kind === 6) return this.#broken(updateFrame(chance.pick(this.#genuine.updates)))
    return chance.bytes(chance.below(64))
  }

  update(): Uint8Array {
    const chance = this.#chance
    const kind = chance.below(10)
    if (kind === 0) return chance.pick(PUBLISHED)
    if (kind === 1) return chance.pick(this.#genuine.inFormat2)
    if (kind === 2) return this.#broken(chance.pick(PUBLISHED))
    if (kind === 3) return deep(chance.between(1, DEEP))
    // What rests on something that never came.
    if (kind === 4) return chance.pick(this.#genuine.updates.slice(1))
    return this.#broken(chance.pick(this.#genuine.updates))
  }

  #broken(bytes: Uint8Array): Uint8Array {
    const chance = this.#chance
    const kind = chance.below(5)
    const at = chance.below(bytes.length + 1)
    if (kind === 0) return bytes.slice(0, at)
    if (kind === 1) return chance.bytes(chance.below(80))
    if (kind === 2) return Uint8Array.from([...bytes.slice(0, at), ...LENGTH_BOMB, ...bytes.slice(at)])
    const changed = bytes.slice()
    for (let flip = 0; flip <= chance.below(4); flip++) {
      const place = chance.below(changed.length || 1)
      changed[place] = kind === 3 ? changed[place]! ^ (1 << chance.below(8)) : 0xff
    }
    return changed
  }

  #awareness(): Uint8Array {
    const chance = this.#chance
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, chance.pick([1, 2, 3, 2 ** 31, 2 ** 52]))
    encoding.writeVarUint(encoder, chance.below(2 ** 31))
    encoding.writeVarUint(encoder, chance.pick([0, 1, 2 ** 52]))
    encoding.writeVarString(
      encoder,
      chance.pick(['null', '{', '[]', '[['.repeat(500), `"${'x'.repeat(5_000)}"`]),
    )
    return this.#broken(encoding.toUint8Array(encoder))
  }
}

/** An update whose content nests far deeper than anything a recorder writes. */
function deep(levels: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, 77, 0]) encoding.writeVarUint(encoder, number)
  // An item with any content, whose parent is the root called "minutes".
  encoding.writeUint8(encoder, 8)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, 'minutes')
  encoding.writeVarUint(encoder, 1)
  for (let level = 0; level < levels; level++) {
    encoding.writeUint8(encoder, 117)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeUint8(encoder, 126)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** Whether an honest Yjs document would take this update whole and come out changed: then it is no malformed one. */
export class Judge {
  readonly #state: Uint8Array
  #doc: Y.Doc | null = null

  constructor(state: Uint8Array) {
    this.#state = state
  }

  isSound(bytes: Uint8Array): boolean {
    const doc = (this.#doc ??= this.#copy())
    let isTouched = false
    const note = (): void => void (isTouched = true)
    doc.on('update', note)
    let isTaken = true
    try {
      Y.applyUpdate(doc, bytes)
    } catch {
      isTaken = false
    }
    doc.off('update', note)
    const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    if (isTouched || !isTaken || isWaiting) this.#doc = null
    return isTouched && isTaken && !isWaiting
  }

  #copy(): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.#state)
    return doc
  }
}
