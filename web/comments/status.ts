import type { Comment } from '../../shared/comments/comment.ts'
import { IS_GONE, IS_PUBLIC } from '../../shared/comments/state.ts'
import type { PhoneWords } from '../words/phone/phone.zh-Hans.ts'

/** What became of a comment, as its author reads it. */
export function statusOf(
  { state, filedAs, filedReason }: Comment,
  matter: { readonly no: number } | undefined,
  isOpen: boolean,
  words: PhoneWords,
): string {
  if (matter && !IS_GONE[state]) return words.mineMatter(matter.no)
  if (!IS_PUBLIC[state] && !IS_GONE[state]) {
    if (filedAs) return words.mineFiled[filedAs](filedReason ?? '')
    if (!isOpen) return words.mineKept
  }
  return words.became[state]
}
