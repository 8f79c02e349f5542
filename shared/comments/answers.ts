import Type from 'typebox'
import { Closed, Id, OneOf, OneOfOrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { CHANNELS, FILED_AS, LANES, type Comment } from './comment.ts'
import { COMMENT_STATES } from './state.ts'

export const CommentAnswer = schemaFor<Comment>()(
  Closed({
    id: Id(),
    meetingId: Id(),
    agendaItemId: TextOrNull(),
    lane: OneOf(LANES),
    channel: OneOf(CHANNELS),
    state: OneOf(COMMENT_STATES),
    authorId: TextOrNull(),
    name: TextOrNull(),
    enteredBy: TextOrNull(),
    text: Type.String(),
    postedAt: Type.String(),
    shownSeq: Type.Integer(),
    filedAs: OneOfOrNull(FILED_AS),
    filedReason: TextOrNull(),
  }),
)
