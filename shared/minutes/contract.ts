import Type from 'typebox'
import { AnyQuery, AtMeeting } from '../kernel/schema.ts'
import { LateEditsAnswer, MinutesHistoryAnswer, RenderedMinutesAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
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

/** What one may read about the minutes of an evening. */
export const minutesReads = [
  read('/api/places/:placeId/meetings/:meetingId/minutes', {
    summary: 'The minutes of an evening, for those who write them also as they stood earlier',
    params: AtMeeting,
    query: Type.Object({
      /** An earlier state, by the seq of its last update. */
      at: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,14}$' })),
    }),
    answer: RenderedMinutesAnswer,
  }),
  read('/api/places/:placeId/meetings/:meetingId/minutes/history', {
    summary: 'Earlier states of the minutes that can be looked at again',
    params: AtMeeting,
    query: AnyQuery,
    answer: MinutesHistoryAnswer,
  }),
  read('/api/places/:placeId/meetings/:meetingId/late-edits', {
    summary: 'What came for the minutes after both had signed',
    params: AtMeeting,
    query: AnyQuery,
    answer: LateEditsAnswer,
  }),
] as const
