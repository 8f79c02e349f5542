import type { Channel, Comment, Lane } from '../../shared/comments/comment.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { MeetingStore } from '../meetings/room.svelte.ts'
import type { Answer } from '../sync/ask.ts'
import { clock } from '../sync/clock.svelte.ts'
import { newId } from '../sync/id.ts'
import type { Outbox } from '../sync/outbox.svelte.ts'
import { send } from '../sync/send.ts'
import { session } from '../sync/session.svelte.ts'
import type { Unsent } from '../sync/outbox-store.ts'
import { Draft } from './draft.svelte.ts'
import { shownOf } from './on-wall.ts'

export interface Words {
  readonly text: string
  readonly name: string | null
  readonly lane: Lane
  readonly channel: Channel
}

interface PostBody extends Words {
  readonly commentId: string
  readonly meetingId: string
}

const bodyOf = ({ body }: Unsent): PostBody => body as unknown as PostBody

/** What is said this evening: on the wall, waiting, and my own words from the first keystroke to the wall. */
export class Comments {
  readonly draft: Draft
  private room: MeetingStore
  private outbox: Outbox
  // Between the receipt and the first we hear of it, an own comment lives here.
  private receipted = $state.raw<readonly Comment[]>([])

  constructor(room: MeetingStore, outbox: Outbox) {
    this.draft = new Draft(room.seat.meetingId)
    this.room = room
    this.outbox = outbox
    outbox.onReceipt = (sent) => this.keepUntilHeard(sent)
  }

  get shown(): readonly Comment[] {
    return shownOf(this.room.comments)
  }

  /** My own that are written down, the newest first. */
  get mine(): readonly Comment[] {
    const me = session.me?.actor?.id
    const heard = this.room.comments.filter(({ authorId }) => me && authorId === me)
    const waiting = this.receipted.filter(({ id }) => !heard.some((comment) => comment.id === id))
    return [...heard, ...waiting].sort((one, other) => (one.postedAt > other.postedAt ? -1 : 1))
  }

  /** My own that nobody has acknowledged yet, or that were refused; the newest first. */
  get unsent(): readonly (PostBody & Pick<Unsent, 'commandId' | 'refusal'>)[] {
    const { meetingId } = this.room.seat
    return (
      this.outbox.unsent
        .filter((one) => one.name === 'post-comment' && bodyOf(one).meetingId === meetingId)
        .map((one) => ({ ...bodyOf(one), commandId: one.commandId, refusal: one.refusal }))
        // Heard before its receipt: it is written down, only the answer was lost on the way.
        .filter(({ commentId }) => !this.room.comments.some(({ id }) => id === commentId))
        .reverse()
    )
  }

  /** Resolves when the words are in the outbox, where they outlive the page and the line. */
  post(words: Words): Promise<void> {
    const { placeId, meetingId } = this.room.seat
    return this.outbox.add('post-comment', { placeId, meetingId, commentId: newId(), ...words })
  }

  discard(commandId: string): Promise<void> {
    return this.outbox.discard(commandId)
  }

  withdraw(commentId: string): Promise<Answer<Receipt>> {
    return send('withdraw-comment', { placeId: this.room.seat.placeId, commentId })
  }

  private keepUntilHeard(sent: Unsent): void {
    if (sent.name !== 'post-comment') return
    const { commentId: id, ...said } = bodyOf(sent)
    const comment: Comment = {
      ...{ id, ...said, authorId: session.me?.actor?.id ?? null, enteredBy: null },
      ...{ agendaItemId: null, state: 'held', shownSeq: 0, filedAs: null, filedReason: null },
      postedAt: new Date(clock.read()).toISOString(),
    }
    this.receipted = [...this.receipted, comment]
  }
}
