import type { CommandFields } from '../../../shared/api.ts'
import { isFrozen } from '../../../shared/meetings/meeting.ts'
import type { UndoableStep } from '../../../shared/protocol/undo.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { signingWords } from '../../words/desk.ts'
import type { Evening } from './evening.svelte.ts'

/** Z: takes back what was done last, and says what that was or why it cannot. */
export async function takeBackLast(evening: Evening): Promise<void> {
  const { acts, room } = evening
  const words = signingWords.now
  const step = room.steps.at(-1)
  const own = acts.lastUndo
  if (own && (!step || own.seq > step.seq)) {
    acts.lastUndo = null
    return own.run()
  }
  if (isFrozen(room.meeting)) return toasts.show(words.undoSigned)
  if (!step) return toasts.show(words.undoNothing)
  if (!evening.mayRecord) return toasts.show(words.undoNotYours)
  if (acts.underWay > 0) return
  const [name, body, said] = wishFor(step, evening)
  if (await acts.run(name, body, said)) evening.matters.choose(step.id)
}

type UndoCommand = 'take-back-confirmation' | 'restore-commitment' | 'take-back-outcome' | 'take-back-merge'
type Wish = { [Name in UndoCommand]: [Name, CommandFields<Name>, string] }[UndoCommand]

function wishFor({ kind, id }: UndoableStep, { room }: Evening): Wish {
  const words = signingWords.now
  const owner = room.commitments.find((one) => one.id === id)?.owner ?? ''
  const concern = room.concerns.find((one) => one.id === id)
  switch (kind) {
    case 'confirmation':
      return ['take-back-confirmation', { commitmentId: id }, words.undoneConfirmation(owner)]
    case 'unconfirmed':
      return ['restore-commitment', { commitmentId: id }, words.undoneUnconfirmed(owner)]
    case 'outcome':
      return ['take-back-outcome', { concernId: id }, words.undoneOutcome(concern?.no ?? 0)]
    case 'merge': {
      const into = room.concerns.find((one) => one.id === concern?.mergedIntoId)
      return ['take-back-merge', { concernId: id }, words.undoneMerge(concern?.no ?? 0, into?.no ?? 0)]
    }
  }
}
