import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { newId } from '../../sync/id.ts'
import { signingWords } from '../../words/desk.ts'
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
