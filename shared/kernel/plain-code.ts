/** Digits and capitals that are not taken for each other, written or read aloud. */
export const CODE_LETTERS = '23456789ACEFHJKMNPRTUWXY'

// What somebody writes instead of a letter that looks like it.
const LOOKS_LIKE: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6', V: 'U' }

/** A code as it was given out, from however it was typed: small letters, gaps, full width, look-alikes. */
export const plainLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·.\-_，,、]/g, '')
    .replace(/[BSZGV]/g, (letter) => LOOKS_LIKE[letter]!)

/** A code of so many letters, taken from bytes of which there are more than enough. */
export function codeFrom(bytes: Uint8Array, length: number): string {
  // Bytes beyond the last whole round would make some letters likelier than others.
  const fair = 256 - (256 % CODE_LETTERS.length)
  const letters = Array.from(bytes)
    .filter((byte) => byte < fair)
    .map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]!)
  if (letters.length < length)
    throw new Error(`expected bytes for ${length} letters, found ${letters.length}`)
  return letters.slice(0, length).join('')
}
