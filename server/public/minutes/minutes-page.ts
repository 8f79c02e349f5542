import { isConfirmed } from '../../../shared/commitments/commitment.ts'
import type { RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import type { MeetingSnapshot } from '../../../shared/protocol/room.ts'
import type { MinutesPage } from '../../../shared/protocol/public.ts'
import { dayAt } from '../../clock/day.ts'

export interface SignedMinutes {
  readonly rendered: RenderedMinutes
  readonly digest: string
  readonly appendix?: MinutesPage['appendix']
}

type Shown = Pick<
  MinutesPage,
  'version' | 'latest' | 'erratum' | 'isBeingCorrected' | 'judged' | 'settledSince' | 'verdicts'
>

export const FIRST_VERSION: Shown = {
  ...{ version: 1, latest: 1, erratum: null },
  ...{ isBeingCorrected: false, judged: [], settledSince: [], verdicts: {} },
}

const DIGEST_SHOWN = 16

/** The signed minutes as everybody may read them: what was said, raised, answered and promised. */
export function minutesPageOf(
  room: MeetingSnapshot,
  { rendered, digest, appendix = [] }: SignedMinutes,
  shown: Shown = FIRST_VERSION,
): MinutesPage {
  const { place, meeting, today, agenda, concerns } = room
  const commitments = room.commitments.filter(isConfirmed)
  const written = writtenIn(rendered)
  return {
    ...{ kind: 'minutes', place, meeting, today, agenda, concerns, commitments, appendix, ...shown },
    sections: rendered.sections,
    unwritten: commitments.filter(({ id }) => !written.has(id)),
    digest: digest.slice(0, DIGEST_SHOWN),
    signatures: room.signatures.map(({ as, name, signedAt }) => ({
      ...{ as, name },
      on: dayAt(new Date(signedAt), place.timeZone),
    })),
  }
}

/** Which promises have a line. */
const writtenIn = ({ sections }: RenderedMinutes): ReadonlySet<string> =>
  new Set(
    sections.flatMap(({ lines }) =>
      lines.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.kind === 'promise' ? piece.commitmentId : [])),
      ),
    ),
  )
