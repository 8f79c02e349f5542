import type { Comment } from '../../shared/comments/comment.ts'
import type { PhoneWords } from '../words/phone/phone.zh-Hans.ts'

/** What became of a comment, as its author reads it. */
export function statusOf(
  { state, filedAs, filedReason }: Comment,
  matter: { readonly no: number } | undefined,
  isOpen: boolean,
  words: PhoneWords,
): string {
  switch (state) {
    case 'shown':
      return words.mineShown
    case 'withdrawn':
      return words.mineWithdrawn
    case 'held':
      if (matter) return words.mineMatter(matter.no)
      if (filedAs) return filedAs === 'away' ? words.mineAway(filedReason ?? '') : words.mineFiled[filedAs]
      return isOpen ? words.mineHeld : words.mineKept
  }
}
