import { concernCommands, concernReads } from '../../shared/concerns/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import { presentConcern } from '../../shared/concerns/present.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { ActorId } from '../../shared/kernel/id.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import {
  agreeWording,
  answerConcern,
  declineConcern,
  putToAssembly,
  raiseConcern,
  referConcern,
  rewordConcern,
  takeBackOutcome,
} from './commands.ts'
import {
  addVoice,
  closeConcern,
  describeConcern,
  handOutSlip,
  mergeConcerns,
  putOnAgenda,
  takeBackMerge,
  withdrawConcern,
} from './commands-over.ts'
import { projectConcerns } from './projection.ts'

import { emptyWithdrawn } from './sweep.ts'
import { takenBack, wordsNow } from './taken-back.ts'

import { readInbox } from './reads.ts'

/** Whoever raised it, where the event says so: what was held back is told whole once its wording is recorded. */
function raiserIn({ type, data }: RecordedEvent<ConcernEvent>): readonly ActorId[] {
  const id =
    type === 'concern-raised' ? data.raisedById : type === 'concern-recorded' ? data.held?.raisedById : null
  return id ? [id] : []
}

export const concerns: Feature = {
  handlers: handlersOf(concernCommands, {
    'raise-concern': raiseConcern,
    'agree-wording': agreeWording,
    'describe-concern': describeConcern,
    'reword-concern': rewordConcern,
    'answer-concern': answerConcern,
    'refer-concern': referConcern,
    'put-to-assembly': putToAssembly,
    'decline-concern': declineConcern,
    'take-back-outcome': takeBackOutcome,
    'withdraw-concern': withdrawConcern,
    'merge-concerns': mergeConcerns,
    'take-back-merge': takeBackMerge,
    'add-voice': addVoice,
    'hand-out-slip': handOutSlip,
    'close-concern': closeConcern,
    'put-on-agenda': putOnAgenda,
  }),
  projections: projectConcerns,
  present: presentConcern,
  takenBack,
  sweeps: [emptyWithdrawn],
  wordsNow,
  subjectsOf: raiserIn,
  reads: readsOf(concernReads, {
    '/api/places/:placeId/inbox': readInbox,
  }),
}
