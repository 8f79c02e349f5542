import { commentCommands } from '../../shared/comments/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { CommentEvent } from '../../shared/comments/comment.ts'
import { mayStillHear, presentComment } from '../../shared/comments/present.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Feature } from '../app/feature.ts'
import { fileComment, moveComment, postComment, unfileComment, withdrawComment } from './commands.ts'
import { projectComments } from './projection.ts'
import { takenBack } from './queries.ts'
import { emptyWithdrawn } from './sweep.ts'

export const comments: Feature = {
  handlers: handlersOf(commentCommands, {
    'post-comment': postComment,
    ...moveComment,
    'file-comment': fileComment,
    'unfile-comment': unfileComment,
    'withdraw-comment': withdrawComment,
  }),
  projections: projectComments,
  present: presentComment,
  takenBack,
  mayStillHear,
  sweeps: [emptyWithdrawn],
  subjectsOf: ({ data }: RecordedEvent<CommentEvent>) => (data.authorId === null ? [] : [data.authorId]),
}
