import { AnyQuery, AtMeeting, OneOf } from '../kernel/schema.ts'
import Type from 'typebox'
import { RoomAnswer, WallViewAnswer } from './answers.ts'
import { read } from '../kernel/contract.ts'

/** What a screen of one evening draws itself from. */
export const roomReads = [
  read('/api/places/:placeId/meetings/:meetingId/room', {
    summary: 'One evening as the asker may see it',
    params: AtMeeting,
    query: Type.Object({ as: Type.Optional(OneOf(['phone', 'wall', 'desk'])) }),
    answer: RoomAnswer,
  }),
] as const

/** What the hall’s screen draws itself from. */
export const wallReads = [
  read('/api/places/:placeId/meetings/:meetingId/wall', {
    summary: 'What the hall’s screen shows of one evening',
    params: AtMeeting,
    query: AnyQuery,
    answer: WallViewAnswer,
  }),
] as const
