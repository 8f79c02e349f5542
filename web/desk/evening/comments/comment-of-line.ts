import type { Comment } from '../../../../shared/comments/comment.ts'
import { isAlive } from '../../../../shared/comments/state.ts'
import type { MarkedLine } from '../strip/strip.svelte.ts'

const MIN_LETTERS = 4
const squeezed = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, '')

/** The comment that a line of the minutes was taken from: by its mark or, in older texts, by its words. */
export function commentOfLine(
  comments: readonly Comment[],
  { commentId, speaker, text }: MarkedLine,
  unnamed: string,
): Comment | undefined {
  const alive = comments.filter(isAlive)
  const marked = alive.find(({ id }) => id === commentId)
  if (marked) return marked
  const line = squeezed(text)
  if (line.length < MIN_LETTERS) return undefined
  const isSame = (comment: Comment): boolean => {
    const said = squeezed(comment.text)
    const name = comment.lane === 'masked' ? unnamed : (comment.name ?? unnamed)
    return (
      said.length >= MIN_LETTERS && (said === line || line.includes(said)) && (speaker ?? unnamed) === name
    )
  }
  const found = alive.filter(isSame)
  // Two who said the same under one name cannot be told apart.
  return found.length === 1 ? found[0] : undefined
}
