import type { CommitmentEvent } from '../../../shared/commitments/commitment.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import {
  decideCommentOnCommitment,
  decideRemindOwner,
  decideRequestEvidence,
  type SuperviseState,
} from '../../../shared/notices/decide-supervision.ts'
import type { NoticeEvent } from '../../../shared/notices/notice.ts'
import type { Supervise } from '../../../shared/notices/schema.ts'
import { supervisorAt } from '../../commitments/above-queries.ts'
import { findCommitment } from '../../commitments/queries.ts'
import type { CommandHandler } from '../../journal/handler.ts'
import { findPlace } from '../../places/queries.ts'
import type { Work } from '../../storage/database.ts'
import { doersOf } from '../queries.ts'

type Handler = CommandHandler<Supervise, SuperviseState, CommitmentEvent | NoticeEvent>

async function load(work: Work, command: Supervise, { personId }: Actor): Promise<SuperviseState> {
  const commitment = await findCommitment(work, command.placeId, command.commitmentId)
  const place = await findPlace(work, command.placeId)
  return {
    commitment,
    by: await supervisorAt(work, place, personId),
    recipients: commitment ? doersOf(commitment) : [],
  }
}

export const remindOwner: Handler = {
  load,
  decide: decideRemindOwner,
}

export const commentOnCommitment: Handler = {
  load,
  decide: decideCommentOnCommitment,
}

export const requestEvidence: Handler = {
  load,
  decide: decideRequestEvidence,
}
