import { tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import { isUnseen, type Comment } from '../../../shared/comments/comment.ts'
import { IS_PUBLIC, IS_WAITING, type LivingState } from '../../../shared/comments/state.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { isUnsettled, type Concern } from '../../../shared/concerns/concern.ts'
import { mayRecord, mayRun } from '../../../shared/meetings/meeting.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type { ReviewedPromise } from '../../../shared/agenda/review.ts'
import type { Review } from '../../agenda/review.svelte.ts'
import type { PlaceDays } from '../../calendar/place-days.svelte.ts'
import type { PlaceCatalogue } from '../../catalogue/place-catalogue.svelte.ts'
import { Comments } from '../../comments/comments.svelte.ts'
import { PromiseDraft, type Surroundings } from '../../commitments/promise-draft.svelte.ts'
import type { MeetingStore } from '../../meetings/room.svelte.ts'
import type { HandCount } from '../../ratings/hand-count.svelte.ts'
import type { Roster } from '../../people/roster.svelte.ts'
import { newId } from '../../sync/id.ts'
import type { EventsFrame } from '../../../shared/protocol/down.ts'
import type { Outbox } from '../../sync/outbox.svelte.ts'
import { session } from '../../sync/session.svelte.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { forgetForm, recallForm, storeForm } from '../../ui/forms/stored-form.svelte.ts'
import { isFullyVisible } from '../../ui/layout/visible.ts'
import { eveningWords } from '../../words/desk.ts'
import { locale } from '../../words/messages.svelte.ts'
import type { CommandRunner } from '../command-runner.svelte.ts'
import { Choice } from './comments/choice.svelte.ts'
import { commentOfLine } from './comments/comment-of-line.ts'
import { LateEdits } from '../closing/late.svelte.ts'
import { openStored, storedStrip, type StoredStrip } from './strip/stored-strip.ts'
import {
  ConcernDraft,
  OutcomeDraft,
  type MarkedLine,
  type Outcome,
  type Strip,
} from './strip/strip.svelte.ts'

const asSaid = (comments: readonly Comment[]): readonly Comment[] =>
  [...comments].sort((one, other) => (one.postedAt < other.postedAt ? -1 : 1))

const elementOf = (id: string): Element | null => document.querySelector(`[data-choice="${id}"]`)

export type Column = 'incoming' | 'minutes' | 'promised'

/** What a place knows beside its evenings. */
export interface PlaceThings {
  readonly roster: Roster
  readonly days: PlaceDays
  readonly catalogue: PlaceCatalogue
  readonly review: Review
}

/** What this desk holds of one evening: what is chosen, what is being written, and the lists it draws. */
export class Evening {
  readonly room: MeetingStore
  readonly acts: CommandRunner
  readonly roster: Roster
  readonly place: PlaceThings
  readonly comments: Comments
  readonly late: LateEdits
  readonly incoming: Choice<Comment>
  readonly matters: Choice<Concern | Commitment>
  column = $state<Column>('incoming')
  /** On a narrow screen one column is drawn at a time. */
  tab = $state<Column>('minutes')
  list = $state<LivingState>('held')
  strip = $state.raw<Strip | null>(null)
  /** Count the presses that ask for the caret in a field of a column. */
  sayTurn = $state(0)
  floorTurn = $state(0)
  /** Hands being counted for one promise of before. */
  counting = $state.raw<Pick<HandCount, 'commitmentId' | 'tellers'> | null>(null)
  private tellers: readonly string[] = []
  /** Counts the names that were given to states of the minutes. */
  pointsHeard = $state(0)
  private aside = new SvelteSet<string>()

  constructor(room: MeetingStore, acts: CommandRunner, place: PlaceThings, outbox: Outbox) {
    this.room = room
    this.acts = acts
    acts.heard = () => [...room.comments, ...room.concerns]
    this.roster = place.roster
    this.place = place
    this.comments = new Comments(room, outbox)
    this.late = new LateEdits(room.seat, room.live)
    this.incoming = new Choice(() => this.listed(this.list))
    this.matters = new Choice(() => [...this.promises, ...this.unsettled])
  }

  /** What the room does not fold. */
  hear({ events }: Pick<EventsFrame, 'events'>): void {
    if (events.some(({ type }) => type === 'minutes-point-named')) this.pointsHeard++
  }

  /** It holds nothing that would have to be read anew. */
  refresh(): Promise<number> {
    return Promise.resolve(Infinity)
  }

  get mayRun(): boolean {
    return mayRun({ roles: this.roles } as Parameters<typeof mayRun>[0])
  }

  get mayRecord(): boolean {
    return mayRecord({ roles: this.roles } as Parameters<typeof mayRecord>[0])
  }

  get roles() {
    return session.me?.places.find(({ id }) => id === this.acts.placeId)?.roles ?? []
  }

  /** Nobody showed it, took it into the minutes, made a matter of it or put it away. */
  get unseen(): readonly Comment[] {
    return asSaid(this.room.comments.filter((comment) => isUnseen(comment) && !this.concernOf(comment)))
  }

  /** What stands on the wall as the wall has it, the newest first; of the others what was put aside comes last. */
  listed(list: LivingState): readonly Comment[] {
    if (IS_PUBLIC[list]) return this.comments.shown.filter(({ state }) => state === list).reverse()
    const kept = this.room.comments.filter(({ state, filedAs }) => {
      return state === list && filedAs !== 'away' && filedAs !== 'appendix'
    })
    const [now, later] = [false, true].map((isLater) => kept.filter((one) => this.isAside(one) === isLater))
    return [...asSaid(now!), ...asSaid(later!)]
  }

  /** Of what waits, only what nobody has looked at. */
  countOf(list: LivingState): number {
    return (IS_WAITING[list] ? this.unseen.filter(({ state }) => state === list) : this.listed(list)).length
  }

  get promises(): readonly Commitment[] {
    return this.room.commitments.filter(({ state }) => state !== 'dropped')
  }

  /** Noted, and nobody has nodded yet. */
  get unconfirmed(): readonly Commitment[] {
    return this.room.commitments.filter(({ state }) => state === 'spoken')
  }

  get unsettled(): readonly Concern[] {
    const noted = new Set(this.unconfirmed.map(({ concernId }) => concernId))
    return this.room.concerns.filter((one) => isUnsettled(one) && !noted.has(one.id))
  }

  /** The promise that stands on the wall and waits for a yes. */
  get onWall(): Commitment | undefined {
    const wall = this.room.meeting?.wall
    return wall?.kind === 'promise'
      ? this.room.commitments.find(({ id }) => id === wall.commitmentId)
      : undefined
  }

  /** The promise of before that the hall looks at. */
  get reviewed(): ReviewedPromise | undefined {
    const wall = this.room.meeting?.wall
    return wall?.kind === 'review' ? this.place.review.find(wall.commitmentId) : undefined
  }

  /** Whoever counted last counts again; whoever sits here is one of the two. */
  beginCount(promise: ReviewedPromise | undefined = this.reviewed): void {
    if (!promise || promise.commitment.state !== 'done') return
    const own = session.me?.actor?.name ?? ''
    const tellers = this.tellers.length ? [...this.tellers] : [own, '']
    this.counting = { commitmentId: promise.commitment.id, tellers }
    this.tab = 'promised'
  }

  endCount(tellers?: readonly string[]): void {
    this.counting = null
    if (tellers) this.tellers = tellers
  }

  /** The matter that the outcome keys are about: the one chosen or raised last. */
  get inHand(): Concern | undefined {
    const picked = this.matters.picked
    if (picked && 'no' in picked) return picked
    return this.unsettled.length === 1 ? this.unsettled[0] : undefined
  }

  concernOf(comment: Comment): Concern | undefined {
    return this.room.concerns.find(({ commentId }) => commentId === comment.id)
  }

  putAside(comment: Comment): void {
    if (this.aside.delete(comment.id)) return
    this.incoming.pass(comment.id)
    this.aside.add(comment.id)
  }

  /** False, and it is brought into view, while not all of what a key would act on can be seen. */
  isInView(column: Column, { id }: { readonly id: string }): boolean {
    const item = elementOf(id)
    if (item && isFullyVisible(item)) return true
    this.tab = column
    this.column = column
    // The list draws its further pages, or its tab, first.
    void tick().then(() => elementOf(id)?.scrollIntoView({ block: 'nearest' }))
    return false
  }

  isAside(comment: Comment): boolean {
    return this.aside.has(comment.id)
  }

  get around(): Surroundings {
    const today = this.room.today
    return {
      today,
      calendar: () => this.place.days.calendar,
      entries: () => this.place.catalogue.entries,
      choices: () => this.roster.choices,
      newId,
      dayInWords: (day) => dayInWords(day, locale.now, today),
    }
  }

  writePromise(line: MarkedLine | null = null, concern: Concern | undefined = this.inHand): void {
    const comment = line && this.commentOf(line)
    const concernId = ((comment && this.concernOf(comment)) ?? concern)?.id ?? null
    const draft = line
      ? PromiseDraft.fromLine(this.around, line.speaker, line.text, concernId)
      : new PromiseDraft(this.around, concernId)
    this.write({ kind: 'promise', draft, line })
  }

  amendPromise(commitment: Commitment): void {
    this.write({ kind: 'promise', draft: PromiseDraft.amending(this.around, commitment), line: null })
  }

  /** What a line was taken from, if that is known. */
  commentOf(line: MarkedLine): Comment | undefined {
    return commentOfLine(this.room.comments, line, eveningWords.now.unnamed)
  }

  writeConcern(line: MarkedLine): void {
    const comment = this.commentOf(line) ?? null
    const known = comment && this.concernOf(comment)
    // One comment is one matter, whichever key and whoever's desk made it.
    if (known) this.matters.choose(known.id)
    else this.write({ kind: 'concern', draft: new ConcernDraft({ line, comment }) })
  }

  reword(concern: Concern): void {
    this.write({ kind: 'concern', draft: new ConcernDraft({ rewords: concern }) })
  }

  writeOutcome(outcome: Outcome, concern: Concern): void {
    this.write({ kind: 'outcome', draft: new OutcomeDraft(outcome, concern) })
  }

  describe(concern: Concern): void {
    this.write({ kind: 'describe', concern })
  }

  private write(strip: Strip): void {
    toasts.close()
    this.strip = strip
    this.tab = 'minutes'
    storeForm(this.stripName, storedStrip(strip))
  }

  leaveStrip(): void {
    this.strip = null
    forgetForm(this.stripName)
  }

  private get stripName(): string {
    return `strip:${this.room.seat.meetingId}`
  }

  /** What was being written below the minutes when the page was loaded anew is there again. */
  reopenStrip(): void {
    const was = recallForm<StoredStrip>(this.stripName)
    if (was && !this.strip && this.mayRecord) openStored(this, was)
  }
}
