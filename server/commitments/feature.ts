import { presentCommitment } from '../../shared/commitments/present.ts'
import type { Feature } from '../feature.ts'
import { amendCommitment, readBackCommitment, recordCommitment, takeOn } from './commands.ts'
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
import { photoRoutes } from './photo-routes.ts'
import { sweepPhotos } from './photos.ts'
import { projectCommitments } from './projection.ts'
import { noticeOverdue } from './sweep.ts'
import { takenBack } from './taken-back.ts'

export const commitments: Feature = {
  handlers: [
    recordCommitment,
    takeOn,
    amendCommitment,
    readBackCommitment,
    confirmCommitment,
    takeBackConfirmation,
    dropCommitment,
    putOffCommitment,
    restoreCommitment,
    askExtension,
    refuseExtension,
    moveDueDate,
    recountDueDate,
    orderCommitment,
    reportPart,
    addEvidence,
    removePhoto,
    reportDone,
    takeBackReport,
    settleCommitment,
  ],
  projections: projectCommitments,
  present: presentCommitment,
  takenBack,
  routes: (app, parts) => void app.register((inner) => photoRoutes(inner, parts)),
  sweeps: [noticeOverdue, sweepPhotos],
}
