import { namesIn } from '../../../shared/concerns/unnamed.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { EveningActions } from '../evening/evening-actions.svelte.ts'

/** What everybody will read and names somebody who asked to stay unnamed. */
export interface NamedLines {
  readonly sentence: string
  readonly lines: readonly string[]
}

/** Null where the minutes may be signed: no line names anybody, or it was told and is meant so. */
export async function linesThatName({ evening, minutes }: EveningActions): Promise<NamedLines | null> {
  if (!minutes) return null
  const { linesOf } = await import('../../minutes/text.ts')
  const lines = linesOf(minutes.doc).map(({ speaker, text }) => (speaker ? `${speaker}：${text}` : text))
  const asked = await evening.acts.asked({ text: lines.join('\n') })
  if (!asked) return null
  const names = asked.refusal.who?.split('、') ?? []
  return {
    sentence: refusalSentence(asked.refusal),
    lines: lines.filter((line) => namesIn(line, names).length > 0),
  }
}
