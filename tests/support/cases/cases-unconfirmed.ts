import { randomUUID } from 'node:crypto'
import { one } from './case.ts'

/** What becomes of promises that nobody nodded to, and of a nod by slip; after those of `COMMITMENT_CASES`. */
export const UNCONFIRMED_CASES = [
  one(
    'take-back-confirmation',
    'recorder',
    (s) => ({ commitmentId: s.readBack }),
    { by: 'recorder', body: (s) => ({ commitmentId: s.spoken[1]! }), because: 'promise-not-confirmed' },
    { names: ['commitmentId'] },
  ),
  one(
    'restore-commitment',
    'recorder',
    (s) => ({ commitmentId: s.spoken[2]! }),
    { by: 'recorder', body: (s) => ({ commitmentId: s.spoken[1]! }), because: 'promise-not-dropped' },
    { names: ['commitmentId'] },
  ),
  one(
    'put-off-commitment',
    'facilitator',
    (s) => ({ commitmentId: s.spoken[1]!, concernId: randomUUID() }),
    {
      by: 'facilitator',
      body: (s) => ({ commitmentId: s.open[0]!, concernId: randomUUID() }),
      because: 'promise-not-spoken',
    },
    { names: ['commitmentId'] },
  ),
  one(
    'link-owner',
    'recorder',
    (s) => ({ commitmentId: s.plainlyOwned, coOwner: null, personId: s.village.people['王建国']! }),
    {
      by: 'recorder',
      body: (s) => ({ commitmentId: s.open[0]!, coOwner: null, personId: s.village.people['王建国']! }),
      because: 'owner-linked',
    },
    { names: ['commitmentId', 'personId'] },
  ),
] as const
