import { commitmentCommands } from '../../shared/commitments/contract.ts'
import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCommitment, takerIn } from '../../shared/commitments/present.ts'
import type { Feature } from '../app/feature.ts'
import { amendCommitment, linkOwner, readBackCommitment, recordCommitment, takeOn } from './commands.ts'
import {
  confirmCommitment,
  dropCommitment,
  putOffCommitment,
  restoreCommitment,
  takeBackConfirmation,
} from './commands-unconfirmed.ts'
import {
  addEvidence,
  askExtension,
  moveDueDate,
  orderCommitment,
  recountDueDate,
  refuseExtension,
  removePhoto,
  reportDone,
  reportPart,
  settleCommitment,
  takeBackReport,
} from './commands-open.ts'
import { photoRoutes } from './photos/photo-routes.ts'
import { sweepPhotos } from './photos/photos.ts'
import { projectCommitments } from './projection.ts'
import { noticeOverdue } from './sweep.ts'
import { takenBack } from './taken-back.ts'

export const commitments: Feature = {
  handlers: handlersOf(commitmentCommands, {
    'record-commitment': recordCommitment,
    'take-on': takeOn,
    'amend-commitment': amendCommitment,
    'link-owner': linkOwner,
    'read-back-commitment': readBackCommitment,
    'confirm-commitment': confirmCommitment,
    'take-back-confirmation': takeBackConfirmation,
    'drop-commitment': dropCommitment,
    'put-off-commitment': putOffCommitment,
    'restore-commitment': restoreCommitment,
    'ask-extension': askExtension,
    'refuse-extension': refuseExtension,
    'move-due-date': moveDueDate,
    'recount-due-date': recountDueDate,
    'order-commitment': orderCommitment,
    'report-part': reportPart,
    'add-evidence': addEvidence,
    'remove-photo': removePhoto,
    'report-done': reportDone,
    'take-back-report': takeBackReport,
    'settle-commitment': settleCommitment,
  }),
  projections: projectCommitments,
  present: presentCommitment,
  subjectsOf: (event: RecordedEvent<CommitmentEvent>) => {
    const takenById = takerIn(event)
    return takenById === null ? [] : [takenById]
  },
  takenBack,
  routes: (app, context) => void app.register((inner) => photoRoutes(inner, context)),
  sweeps: [noticeOverdue, sweepPhotos],
}
