import type { CommandFields, CommandName } from '../../../shared/api.ts'
import type { Concern, ConcernTags } from '../../../shared/concerns/concern.ts'
import { mayAnswer, mayAnswerConcern, mayTakeIn } from '../../../shared/concerns/concern.ts'
import { holds } from '../../../shared/kernel/event.ts'
import { HANDS_ON } from '../../../shared/permissions/groups.ts'
import { mayRecord, type Meeting } from '../../../shared/meetings/meeting.ts'
import type { PromiseDraft } from '../../commitments/promise-draft.svelte.ts'
import { Promising } from '../../commitments/promising.svelte.ts'
import type { SlipOffer } from '../../concerns/slip.svelte.ts'
import type { Inbox } from '../../concerns/inbox.svelte.ts'
import type { Roster } from '../../people/roster.svelte.ts'
import type { ToldRefusal } from '../../sync/ask.ts'
import { newId } from '../../sync/id.ts'
import { Submission } from '../../sync/submission.svelte.ts'
import { session } from '../../sync/session.svelte.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { deskWords } from '../../words/pages.ts'
import { inboxWords, promiseWords } from '../../words/desk.ts'
import type { CommandRunner } from '../command-runner.svelte.ts'
import { whoActs, type WhoActs } from './who-acts.ts'
import { ConcernDraft, OutcomeDraft, type Outcome } from '../evening/strip/strip.svelte.ts'

/** What is being written about the chosen matter, in its own place. */
export type Writing =
  | { readonly kind: 'outcome'; readonly draft: OutcomeDraft }
  | { readonly kind: 'reword'; readonly draft: ConcernDraft }
  | { readonly kind: 'promise'; readonly draft: PromiseDraft }
  | { readonly kind: 'describe' }
  | { readonly kind: 'merge' }

/** Under which name a half-written matter outlives a reload. */
export const takeInName = (placeId: string): string => `take-in:${placeId}`

type Roles = Parameters<typeof mayRecord>[0]['roles']

/** What the staff do with what came in; a refusal leaves every word where it is. */
export class InboxWork {
  chosenId = $state<string>()
  writing = $state.raw<Writing | null>(null)
  readonly inbox: Inbox
  readonly acts: CommandRunner
  /** Of the chosen one. */
  slip = $state.raw<SlipOffer>()
  readonly #roles: Roles
  readonly #submission: Submission
  readonly #promising: Promising

  constructor(inbox: Inbox, acts: CommandRunner, roles: Roles) {
    this.inbox = inbox
    this.acts = acts
    acts.heard = () => inbox.waiting
    this.#roles = roles
    this.#submission = new Submission(() => acts)
    this.#promising = new Promising(acts.placeId, this.#submission)
  }

  open(): void {
    void this.inbox.open()
    this.#promising.read()
  }

  get roster(): Roster {
    return this.#promising.roster
  }
  get busy(): boolean {
    return this.#submission.busy
  }
  get refusal(): ToldRefusal | undefined {
    return this.#submission.refusal
  }

  get #actor() {
    return { roles: this.#roles } as Parameters<typeof mayRecord>[0]
  }
  get mayTakeIn(): boolean {
    return mayTakeIn(this.#actor)
  }
  get mayRecord(): boolean {
    return mayRecord(this.#actor)
  }
  get mayHandOn(): boolean {
    return holds(this.#actor, ...HANDS_ON)
  }
  get mayAnswer(): boolean {
    return mayAnswer(this.#actor)
  }
  /** An answer or a promise of one's own; the other ways stay with those who keep the record. */
  mayReply(concern: Concern): boolean {
    return mayAnswerConcern(this.#actor, concern)
  }

  whoMayReply({ meetingId }: Concern): WhoActs {
    const roles = ['facilitator', 'recorder', ...(meetingId === null ? (['cadre'] as const) : [])] as const
    return whoActs(this.roster.view, roles, session.me?.actor?.personId)
  }
  get whoMayAgree(): WhoActs {
    return whoActs(this.roster.view, ['facilitator', 'recorder'], session.me?.actor?.personId)
  }

  /** Nobody chose anything while the page is drawn, so it is fetched later. */
  async lookForSlip(): Promise<void> {
    const { chosen } = this
    if (!chosen && !this.slip) return
    const { SlipOffer } = await import('../../concerns/slip.svelte.ts')
    this.slip ??= new SlipOffer()
    await this.slip.look(this.acts.placeId, this.chosen, { roles: this.#roles })
  }

  get chosen(): Concern | undefined {
    return this.inbox.waiting.find(({ id }) => id === this.chosenId)
  }

  choose(concern: Concern | undefined): void {
    if (!concern || concern.id === this.chosenId) return
    this.chosenId = concern.id
    this.leave()
  }

  turn(by: 1 | -1): void {
    const { waiting } = this.inbox
    const at = waiting.findIndex(({ id }) => id === this.chosenId)
    this.choose(waiting[at < 0 ? 0 : Math.min(waiting.length - 1, Math.max(0, at + by))])
  }

  leave(): void {
    this.writing = null
    this.#submission.clear()
  }

  write(kind: Outcome | 'reword' | 'promise' | 'describe' | 'merge', concern = this.chosen): void {
    if (!concern) return
    this.#submission.clear()
    if (kind === 'promise') this.#promise(concern)
    else if (kind === 'reword') this.writing = { kind, draft: new ConcernDraft({ rewords: concern }) }
    else if (kind === 'describe' || kind === 'merge') this.writing = { kind }
    else this.writing = { kind: 'outcome', draft: new OutcomeDraft(kind, concern) }
  }

  // Whoever does not keep the record promises for themselves only.
  #promise(concern: Concern): void {
    const draft = this.#promising.draftFor(concern, this.inbox.today)
    if (!this.mayRecord) draft.owner.text = session.me?.actor?.name ?? ''
    this.writing = { kind: 'promise', draft }
  }

  async agree({ id: concernId, no }: Concern): Promise<void> {
    await this.acts.run('agree-wording', { concernId }, inboxWords.now.agreed(no))
  }

  async reword(draft: ConcernDraft): Promise<void> {
    const { id: concernId } = draft.rewords!
    const body = { concernId, text: draft.text.trim(), isAgreed: draft.isAgreed }
    if (await this.#put('reword-concern', body)) this.leave()
  }

  async settle({ outcome, concern, text: typed, who, route }: OutcomeDraft): Promise<void> {
    const { id: concernId, no } = concern
    const text = typed.trim()
    const [name, body] = {
      answer: ['answer-concern', { concernId, answer: text }] as const,
      refer: ['refer-concern', { concernId, referredTo: who.trim(), route, reason: text || null }] as const,
      assembly: ['put-to-assembly', { concernId, reason: text }] as const,
      decline: ['decline-concern', { concernId, reason: text }] as const,
    }[outcome]
    if (!(await this.#put(name, body))) return
    this.leave()
    const run = () => void this.acts.run('take-back-outcome', { concernId })
    toasts.show(inboxWords.now.settled(no), { label: deskWords.now.undo, run })
  }

  async promise(draft: PromiseDraft): Promise<void> {
    if (!(await this.#heard(this.#promising.nodded(draft)))) return
    this.leave()
    toasts.show(promiseWords.now.counts(draft.owner.meant.name))
  }

  async describe({ id: concernId }: Concern, tags: ConcernTags): Promise<void> {
    if (await this.#put('describe-concern', { concernId, ...tags, groups: [...tags.groups] })) this.leave()
  }

  async merge(concern: Concern, into: Pick<Concern, 'id' | 'no'>): Promise<void> {
    const body = { concernId: concern.id, intoId: into.id }
    if (!(await this.#put('merge-concerns', body))) return
    this.leave()
    toasts.show(inboxWords.now.merged(concern.no, into.no))
  }

  async putOnAgenda({ id: concernId, no }: Concern, { id: meetingId, title }: Meeting): Promise<void> {
    const body = { concernId, meetingId, agendaItemId: newId() }
    await this.acts.run('put-on-agenda', body, inboxWords.now.onAgenda(no, title))
  }

  /** For forms: true once it is recorded. */
  #put<Name extends CommandName>(name: Name, body: CommandFields<Name>): Promise<boolean> {
    return this.#heard(this.#submission.put(name, body).then((sent) => !!sent))
  }

  async #heard(done: Promise<boolean>): Promise<boolean> {
    const isDone = await done
    if (this.#submission.isUnsent) toasts.show(deskWords.now.stillHere)
    return isDone
  }
}
