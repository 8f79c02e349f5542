/** Digits and capitals that cannot be taken for each other when they are read, printed small or said. */
export const SPOKEN_LETTERS = '346789ACDEFGHJKMNPQRTWXY'
export const SPOKEN_LENGTH = 8

/** In two groups of four. */
export const groupedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code from random bytes, each letter equally likely; null where the bytes did not suffice. */
export function spokenCodeFrom(bytes: Uint8Array): string | null {
  const fair = 256 - (256 % SPOKEN_LETTERS.length)
  const letters = [...bytes]
    .filter((byte) => byte < fair)
    .map((byte) => SPOKEN_LETTERS[byte % SPOKEN_LETTERS.length])
  return letters.length < SPOKEN_LENGTH ? null : letters.slice(0, SPOKEN_LENGTH).join('')
}
