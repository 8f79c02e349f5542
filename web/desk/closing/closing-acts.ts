import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { namesIn } from '../../../shared/concerns/unnamed.ts'
import { newId } from '../../sync/id.ts'
import { signingWords } from '../../words/desk.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { EveningActions } from '../evening/evening-actions.svelte.ts'

// What is done with an evening only once it is closed.

export async function putOff({ evening }: EveningActions, commitment: Commitment): Promise<void> {
  const body = { commitmentId: commitment.id, concernId: newId() }
  await evening.acts.run('put-off-commitment', body, signingWords.now.hasPutOff(commitment.owner))
}

export async function openErratum({ evening }: EveningActions, reason: string): Promise<boolean> {
  const { meetingId } = evening.room.seat
  return evening.acts.run('open-erratum', { meetingId, reason }, signingWords.now.erratumOpen)
}

export async function cancelErratum({ evening }: EveningActions): Promise<void> {
  const version = (evening.room.meeting?.minutesVersion ?? 2) - 1
  const { meetingId } = evening.room.seat
  await evening.acts.run('cancel-erratum', { meetingId }, signingWords.now.erratumCancelled(version))
}

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
