/** Digits and capitals that are not taken for each other, written or read aloud. */
export const CODE_LETTERS = '23456789ACEFHJKMNPRTUWXY'

/** Of the code of an evening. */
export const CODE_DIGITS = '0123456789'

/** However a code is grouped and spaced, what is typed is not longer. */
export const MAX_TYPED_CODE_LENGTH = 40

const LOOK_ALIKES = ['0OQD', '1IL', '2Z', '5S', '6G', '8B', 'UV']

/** A code as it was given out, from however it was typed: small letters, gaps and strokes, full width, look-alikes. */
export const plainCode = (typed: string, alphabet: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/./g, (letter) => (alphabet.includes(letter) ? letter : meantBy(letter, alphabet)))

/** The only letter of the alphabet that looks like it; where several do, nobody can tell. */
function meantBy(letter: string, alphabet: string): string {
  const alike = [...(LOOK_ALIKES.find((letters) => letters.includes(letter)) ?? '')]
  const among = alike.filter((one) => alphabet.includes(one))
  return among.length === 1 ? among[0]! : letter
}

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
