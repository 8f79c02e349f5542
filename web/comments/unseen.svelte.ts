import type { SendAtPlace } from '../sync/send.ts'
import type { CommandFields } from '../../shared/api.ts'
import type { Comment, FiledAs } from '../../shared/comments/comment.ts'
import type { Answer } from '../sync/ask.ts'
import { newId } from '../sync/id.ts'
import { Submission } from '../sync/submission.svelte.ts'

/** Makes a matter of what somebody said at an evening; whoever said it goes on following it. */
export function matterOf(comment: Comment): CommandFields<'raise-concern'> {
  const { id: commentId, meetingId, text, name, lane, agendaItemId } = comment
  const said = { meetingId, commentId, agendaItemId, text, raisedBy: name, lane }
  // Its words are those that were said.
  return { concernId: newId(), ...said, isAgreed: true, channel: 'meeting', gridId: null }
}

/** What is done with comments that an evening left behind: a matter, the appendix, or put away with a reason. */
export class UnseenComments {
  chosenId = $state<string>()
  /** Why the chosen one is put away, while that is being written. */
  reason = $state<string | null>(null)
  private readonly all: () => readonly Comment[]
  private readonly submission: Submission

  constructor(list: () => readonly Comment[], send: SendAtPlace) {
    this.all = list
    this.submission = new Submission(() => ({ send }))
  }

  get busy(): boolean {
    return this.submission.busy
  }

  get list(): readonly Comment[] {
    return this.all()
  }

  get chosen(): Comment | undefined {
    return this.list.find(({ id }) => id === this.chosenId) ?? this.list[0]
  }

  choose(comment: Comment): void {
    if (comment.id === this.chosenId) return
    this.chosenId = comment.id
    this.reason = null
  }

  move(by: 1 | -1): void {
    const at = this.list.findIndex(({ id }) => id === this.chosen?.id)
    const next = this.list[at + by]
    if (next) this.choose(next)
  }

  /** Null while another is on its way. */
  raise(comment: Comment): Promise<Answer<unknown> | null> {
    return this.act(() => this.submission.run((send) => send('raise-concern', matterOf(comment), comment.id)))
  }

  file(comment: Comment, as: FiledAs, reason: string | null = null): Promise<Answer<unknown> | null> {
    const body = { commentId: comment.id, as, reason }
    return this.act(() => this.submission.run((send) => send('file-comment', body)))
  }

  unfile(comment: Comment): Promise<Answer<unknown> | null> {
    return this.submission.run((send) => send('unfile-comment', { commentId: comment.id }))
  }

  private async act(act: () => Promise<Answer<unknown> | null>): Promise<Answer<unknown> | null> {
    const answer = await act()
    if (answer?.kind === 'told') this.reason = null
    return answer
  }
}
