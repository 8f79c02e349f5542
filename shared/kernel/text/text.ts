const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : null

/** Letters as a reader counts them: a family emoji or a character outside the BMP is one. */
export function graphemeLength(text: string): number {
  if (!segmenter) return Array.from(text).length
  let length = 0
  for (const _ of segmenter.segment(text)) length++
  return length
}

/** The first `limit` letters, never cut inside one. */
export function firstGraphemes(text: string, limit: number): string {
  if (!segmenter) return Array.from(text).slice(0, limit).join('')
  let taken = 0
  for (const { index } of segmenter.segment(text)) if (taken++ === limit) return text.slice(0, index)
  return text
}

// Marks of direction, joiners, variation selectors, soft hyphen and spaces: nothing of them is seen alone.
const UNSEEN =
  /[\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/gu

export const isBlank = (text: string): boolean => text.replace(UNSEEN, '') === ''

/** Storable on every database: no NUL or other control character but tab and line end, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/\p{Surrogate}/u.test(text)
}

/** Characters with which programs end a line or a page: vertical tab, form feed, NEL and Unicode's two separators. */
const LINE_ENDS = /[\u000b\u000c\u0085\u2028\u2029]/g
/** Control characters, and the embeddings and overrides that reorder what stands around them (UAX 9, 2.1 to 2.5). */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** What another program left between the letters becomes a line end or nothing; letters stay as they are. */
export const withoutControls = (text: string): string => text.replace(LINE_ENDS, '\n').replace(CONTROLS, '')
