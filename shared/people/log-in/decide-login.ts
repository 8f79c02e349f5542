import type { Decide } from '../../kernel/command.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { PersonEvent } from '../person.ts'

export interface SetLoginState {
  /** Somebody else goes by that name already. */
  readonly isTaken: boolean
  /** The code that lets them was used or stopped meanwhile. */
  readonly isOver?: boolean
}

/** Asked once it is known that they may: the name and the password themselves stay out of the journal. */
export const decideSetLogin: Decide<{ readonly personId: PersonId }, SetLoginState, PersonEvent> = (
  { personId },
  { isTaken, isOver },
) =>
  isOver
    ? refuse('invitation-over')
    : isTaken
      ? refuse('already-exists', 'loginName')
      : [{ type: 'login-set', data: { personId }, words: {} }]
