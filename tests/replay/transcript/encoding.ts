const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** An XML declaration stands in the first bytes, in letters that all encodings but UTF-16 write alike. */
const DECLARATION_LENGTH = 256

/**
 * The text of an XML file in the encoding that its byte order mark or its declaration names, UTF-8 where neither
 * does (XML 1.0, appendix F).
 * @throws where the encoding is unknown or the bytes are none of it
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8'
  return decoderFor(encoding).decode(bytes)
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked[1]
  // Without a mark: "<?" as UTF-16 tells its order by its zero bytes.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_LENGTH))
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]
  // A declaration that could be read byte by byte is no UTF-16, whatever it says.
  return declared && /^(utf-?16|ucs-2)/i.test(declared) ? undefined : declared
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new Error(`expected an encoding that is known, found ${encoding}`)
  }
}
