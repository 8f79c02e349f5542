const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

let last = 0

/** A UUIDv7, so that ids sort by the time they were made; `crypto.randomUUID` is missing on plain http. */
export function newId(): string {
  const chance = crypto.getRandomValues(new Uint8Array(10))
  chance[0] = (chance[0]! & 0x0f) | 0x70
  chance[2] = (chance[2]! & 0x3f) | 0x80
  last = Math.max(Date.now(), last + 1)
  const id = last.toString(16).padStart(12, '0') + hex(chance)
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
}
