/** A random UUID (version 4) for the form of a page: an id of the time would tell whose a masked comment is. */
export function randomId({ newToken }: { readonly newToken: (bytes: number) => string }): string {
  const bytes = Buffer.from(newToken(16), 'base64url')
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
