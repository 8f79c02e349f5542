import { presentCommitment } from '../../shared/commitments/present.ts'
import type { Feature } from '../feature.ts'
import {
  amendCommitment,
  confirmCommitment,
  dropCommitment,
  moveDueDate,
  readBackCommitment,
  recordCommitment,
  reportDone,
  takeBackReport,
} from './commands.ts'
import { projectCommitments } from './projection.ts'
import { commitmentRoutes } from './routes.ts'
import { noticeOverdue } from './sweep.ts'

export const commitments: Feature = {
  handlers: [
    recordCommitment,
    amendCommitment,
    readBackCommitment,
    confirmCommitment,
    dropCommitment,
    moveDueDate,
    reportDone,
    takeBackReport,
  ],
  projections: projectCommitments,
  present: presentCommitment,
  routes: commitmentRoutes,
  sweeps: [noticeOverdue],
}
