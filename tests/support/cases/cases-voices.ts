import { one } from './case.ts'

/** Who asks for the same, and who follows a matter without a phone. */
export const VOICE_CASES = [
  one(
    'add-voice',
    'other',
    (s) => ({ concernId: s.raised[4]! }),
    { by: 'phone', body: (s) => ({ concernId: s.ownConcern }), because: 'voice-counted' },
    { names: ['concernId'] },
  ),
  one(
    'hand-out-slip',
    'recorder',
    (s) => ({ concernId: s.raised[1]!, raisedById: s.paperKey }),
    {
      by: 'recorder',
      body: (s) => ({ concernId: s.ownConcern, raisedById: s.paperKey }),
      because: 'raised-by-phone',
    },
    { names: ['concernId', 'raisedById'] },
  ),
] as const
