import { refuse, type Refusal } from '../kernel/refusal.ts'
import { isFrozen, type Meeting } from './meeting.ts'

type Signing = Pick<Meeting, 'phase' | 'isFrozen'> | null

/** Why nothing of it changes: both have signed; or one has, and the other signs the same. */
export const signedRefusal = (meeting: Signing): Refusal | undefined =>
  isFrozen(meeting)
    ? refuse(meeting!.phase === 'signed' ? 'minutes-signed' : 'minutes-half-signed')
    : undefined

/** Why what is printed in the minutes waits although life goes on: one has signed, and the other not yet. */
export const halfSignedRefusal = (meeting: Signing): Refusal | undefined =>
  meeting?.phase === 'signed' ? undefined : signedRefusal(meeting)
