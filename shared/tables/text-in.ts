// Browsers and Node both have it; the rules know neither.
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal: boolean })
  decode(bytes?: Uint8Array): string
}

export const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Spreadsheets here still save as GB18030 unless told otherwise, and as UTF-16 where they say "Unicode". */
export function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}
