import * as Y from 'yjs'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

const MAX_CLOCK = 2 ** 31
/** Longest stretch in one struct; a claim of more needs few bytes and uses an author's numbers up. */
const MAX_LENGTH = 1_000_000
const MAX_CLIENT = 2 ** 32
const MAX_STRUCTS = 200_000

/** The structs and deletions in an update, or null for bytes that are none. */
export function decoded(bytes: Uint8Array): Decoded | null {
  try {
    // Only version 1: a decoder of version 2 can be made to run for ever (yjs#687).
    return Y.decodeUpdate(bytes)
  } catch {
    return null
  }
}

/** True when every part is sane and rests on what the document or the update itself already has. */
export function fits({ structs, ds }: Decoded, doc: Y.Doc): boolean {
  if (structs.length > MAX_STRUCTS) return false
  const reach = new Map<number, number>()
  const known = (client: number): number => Math.max(reach.get(client) ?? 0, Y.getState(doc.store, client))
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (!isSane(client, clock, struct.length) || clock > known(client)) return false
    reach.set(client, Math.max(known(client), clock + struct.length))
  }
  const isKnown = (id: Y.ID | null): boolean => id === null || id.clock < known(id.client)
  if (!structs.every((struct) => isAllowed(struct) && foundationsOf(struct).every(isKnown))) return false
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      if (!isSane(client, clock, len) || clock + len > known(client)) return false
  return true
}

/** Whether numbers so large can be those of a person who writes. */
export const isSane = (client: number, clock: number, length: number): boolean =>
  client < MAX_CLIENT && clock >= 0 && length > 0 && length <= MAX_LENGTH && clock + length < MAX_CLOCK

// Skips stand for what is missing; documents within the document and binary lumps have no place in minutes.
function isAllowed(struct: Struct): boolean {
  if (struct instanceof Y.Skip) return false
  return !(
    struct instanceof Y.Item && [Y.ContentDoc, Y.ContentBinary].some((kind) => struct.content instanceof kind)
  )
}

function foundationsOf(struct: Struct): (Y.ID | null)[] {
  if (!(struct instanceof Y.Item)) return []
  const parent = struct.parent instanceof Y.ID ? struct.parent : null
  return [struct.origin, struct.rightOrigin, parent]
}

/** True when everything that an update adds is in the document. */
export const isWithin = (bytes: Uint8Array, doc: Y.Doc): boolean =>
  (decoded(bytes)?.structs ?? []).every(
    ({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client),
  )
