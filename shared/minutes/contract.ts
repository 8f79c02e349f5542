import { command } from '../kernel/contract.ts'
import {
  CancelErratum,
  MarkLateEditRead,
  NameMinutesPoint,
  OpenErratum,
  SignMinutes,
  TakeBackSignature,
} from './schema.ts'

/** What one may ask of minutes. */
export const minutesCommands = [
  command('sign-minutes', SignMinutes),
  command('take-back-signature', TakeBackSignature),
  command('mark-late-edit-read', MarkLateEditRead),
  command('name-minutes-point', NameMinutesPoint),
  command('open-erratum', OpenErratum),
  command('cancel-erratum', CancelErratum),
] as const
