import { tick } from 'svelte'
import type { CommandFields } from '../../../shared/api.ts'
import type { PersonId } from '../../../shared/kernel/id.ts'
import type { Comment } from '../../../shared/comments/comment.ts'
import type { CommentMove } from '../../../shared/comments/state.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Minutes } from '../../minutes/minutes.svelte.ts'
import type { Chip } from '../../minutes/text.ts'
import { newId } from '../../sync/id.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { eveningWords, promiseWords, signingWords } from '../../words/desk.ts'
import { handsWords } from '../../words/meeting.ts'
import { DESK_MOVES } from './comments/comment-acts.ts'
import type { Evening } from './evening.svelte.ts'
import { takeBackLast } from './undoing.ts'
import type { Outcome } from './strip/strip.svelte.ts'

type AgendaCommand =
  | 'add-agenda-item'
  | 'rename-agenda-item'
  | 'move-agenda-item'
  | 'drop-agenda-item'
  | 'rename-meeting'
  | 'reschedule-meeting'

/** Steps through a list: each press goes on from where the one before leads, heard of or not, and they are sent in order. */
class Steps {
  /** Where we stood, and where the presses since lead. */
  private path: (string | undefined)[] = []
  private sent: Promise<unknown> = Promise.resolve()

  from(current: string | undefined): string | undefined {
    // Anew where we arrived, or where another desk went elsewhere.
    if (current === this.path.at(-1) || !this.path.includes(current)) this.path = [current]
    return this.path.at(-1)
  }

  go(to: string, send: () => Promise<boolean>): Promise<unknown> {
    this.path.push(to)
    return (this.sent = this.sent.then(send).then((isDone) => isDone || (this.path = [])))
  }
}

/** What the keys and buttons of an evening do. */
export class EveningActions {
  readonly evening: Evening
  /** There once the text and its editor have been fetched. */
  minutes = $state.raw<Minutes | null>(null)
  private readonly agendaSteps = new Steps()
  private readonly promiseSteps = new Steps()

  constructor(evening: Evening) {
    this.evening = evening
  }

  private get acts() {
    return this.evening.acts
  }

  private get meetingId(): string {
    return this.evening.room.seat.meetingId
  }

  async move(comment: Comment, move: CommentMove): Promise<void> {
    const { undoneBy } = DESK_MOVES[move]
    const { told } = eveningWords.now.moves[move]
    // Words of their own may say who it is that does not want to be named.
    const words = move === 'show-comment' ? comment : {}
    const undo = () => void this.move(comment, undoneBy)
    await this.acts.run(move, { commentId: comment.id }, told, undo, words)
  }

  intoMinutes(comment: Comment, chip?: Chip): void {
    if (this.minutes?.state !== 'ready' || !this.evening.mayRecord) return
    const words = eveningWords.now
    if (!chip && this.minutes.hasComment(comment.id)) return toasts.show(words.isInMinutesAlready)
    const isMasked = comment.lane === 'masked'
    const speaker = isMasked ? words.unnamed : (comment.name ?? words.unnamed)
    this.minutes.insertTurn(speaker, comment.text, chip, comment.id)
    // Its author hears of it, and no desk looks for it among what nobody read.
    if (!chip) void this.acts.send('file-comment', { commentId: comment.id, as: 'minutes', reason: null })
    if (!chip) toasts.show(words.isIntoMinutes)
  }

  /** The one gesture: a comment becomes a matter, with its line and chip in the minutes. */
  async raise(comment: Comment): Promise<void> {
    const { evening } = this
    const known = evening.concernOf(comment)
    if (known) return evening.matters.choose(known.id)
    const concernId = newId()
    const { id: commentId, text, name, lane, agendaItemId } = comment
    const body = {
      concernId,
      meetingId: this.meetingId,
      commentId,
      agendaItemId,
      text,
      raisedBy: name,
      lane,
      // Its words are those that were said, and they stand on the wall for whoever said them.
      isAgreed: true,
      channel: 'meeting',
      gridId: null,
    } as const
    if (!(await this.acts.run('raise-concern', body))) return
    evening.matters.choose(concernId)
    this.intoMinutes(comment, { kind: 'concern', concernId })
    toasts.show(eveningWords.now.concernRaised)
  }

  outcome(outcome: Outcome): void {
    const concern = this.evening.inHand
    if (concern) this.evening.writeOutcome(outcome, concern)
    else toasts.show(eveningWords.now.whichConcern)
  }

  async takeBackOutcome(concern: Concern): Promise<void> {
    const said = signingWords.now.undoneOutcome(concern.no)
    await this.acts.run('take-back-outcome', { concernId: concern.id }, said)
    this.evening.matters.choose(concern.id)
  }

  async readBack(commitment: Commitment | undefined): Promise<void> {
    const spoken = commitment?.state === 'spoken' ? commitment : this.firstSpoken()
    if (!spoken) return
    this.evening.matters.choose(spoken.id)
    await this.acts.run('read-back-commitment', { commitmentId: spoken.id }, promiseWords.now.isOnWall)
  }

  async confirm(commitment: Commitment | undefined): Promise<void> {
    const spoken = commitment?.state === 'spoken' ? commitment : undefined
    if (!spoken) return
    const said = promiseWords.now.confirmed(spoken.owner)
    await this.acts.run('confirm-commitment', { commitmentId: spoken.id }, said)
  }

  async drop(commitment: Commitment): Promise<void> {
    await this.acts.run('drop-commitment', { commitmentId: commitment.id }, promiseWords.now.dropped)
  }

  async linkOwner(commitment: Commitment, coOwner: number | null, personId: string): Promise<boolean> {
    const body = { commitmentId: commitment.id, coOwner, personId }
    return this.acts.run('link-owner', body, promiseWords.now.linked)
  }

  firstSpoken(): Commitment | undefined {
    return this.evening.promises.find(({ state, readBackAt }) => state === 'spoken' && readBackAt === null)
  }

  async giveFloor(speaker: string, personId: PersonId | null): Promise<boolean> {
    return this.acts.run('give-floor', { meetingId: this.meetingId, speaker, personId })
  }

  async clearFloor(): Promise<void> {
    await this.acts.run('clear-floor', { meetingId: this.meetingId })
  }

  /** The caret goes where the minutes go on, whichever column is in front. */
  async writeOn(): Promise<void> {
    this.evening.tab = 'minutes'
    await tick()
    this.minutes?.focus()
  }

  async turnAgenda(by: 1 | -1): Promise<void> {
    const { agenda, currentItem } = this.evening.room
    const at = this.agendaSteps.from(currentItem?.id)
    const next = agenda[at ? agenda.findIndex(({ id }) => id === at) + by : 0]
    if (next) await this.agendaSteps.go(next.id, () => this.startItem(next.id))
    else if (by === 1) toasts.show(eveningWords.now.agendaDone)
  }

  async startItem(agendaItemId: string): Promise<boolean> {
    const before = this.evening.room.currentItem
    const undo = before ? () => void this.startItem(before.id) : undefined
    const title = this.evening.room.agenda.find(({ id }) => id === agendaItemId)?.title ?? ''
    const said = eveningWords.now.nowTalkingAbout(title)
    return this.acts.run('start-agenda-item', { meetingId: this.meetingId, agendaItemId }, said, undo)
  }

  async changeAgenda<Name extends AgendaCommand>(
    name: Name,
    body: Omit<CommandFields<Name>, 'meetingId'>,
  ): Promise<boolean> {
    const fields = { meetingId: this.meetingId, ...body } as CommandFields<Name>
    return this.acts.run(name, fields)
  }

  async clearWall(): Promise<void> {
    await this.acts.run('clear-wall', { meetingId: this.meetingId }, eveningWords.now.wallCleared)
  }

  /** One promise of before on every wall and phone. */
  async showPromise(commitmentId: string): Promise<boolean> {
    return this.acts.run('show-promise', { meetingId: this.meetingId, commitmentId })
  }

  async turnPromise(by: 1 | -1): Promise<void> {
    const { review } = this.evening.place
    const next = review.next(this.promiseSteps.from(this.evening.reviewed?.commitment.id), by)?.commitment.id
    if (next) await this.promiseSteps.go(next, () => this.showPromise(next))
    else if (by === 1 && review.promises.length > 0) toasts.show(handsWords.now.lastOfThem)
  }

  async setModeration(moderation: 'held' | 'straight'): Promise<void> {
    await this.acts.run('set-moderation', { meetingId: this.meetingId, moderation })
  }

  async open(): Promise<void> {
    await this.acts.run('open-meeting', { meetingId: this.meetingId }, eveningWords.now.opened)
  }

  async close(): Promise<boolean> {
    const undo = () => void this.reopen()
    return this.acts.run('close-meeting', { meetingId: this.meetingId }, eveningWords.now.closed, undo)
  }

  async reopen(): Promise<void> {
    await this.acts.run('reopen-meeting', { meetingId: this.meetingId }, eveningWords.now.reopened)
  }

  undo(): void {
    void takeBackLast(this.evening)
  }
}
