import type { CommandFields, CommandName } from '../../../../shared/api.ts'
import type { Concern } from '../../../../shared/concerns/concern.ts'
import { Submission } from '../../../sync/submission.svelte.ts'
import { toasts } from '../../../ui/feedback/toast.svelte.ts'
import { alikeWords } from '../../../words/villagers.ts'
import { deskWords } from '../../../words/pages.ts'
import { eveningWords, promiseWords } from '../../../words/desk.ts'
import type { Chip } from '../../../minutes/text.ts'
import type { EveningActions } from '../evening-actions.svelte.ts'
import { leaveText } from '../keys/keys.svelte.ts'
import type { Strip } from './strip.svelte.ts'

type OfKind<Kind extends Strip['kind']> = Extract<Strip, { kind: Kind }>

/** Puts down what stands in the strip. A refusal leaves every word where it is. */
export class StripActions {
  readonly submission = new Submission(() => this.evening.acts)
  private actions: EveningActions

  constructor(actions: EveningActions) {
    this.actions = actions
  }

  private get evening() {
    return this.actions.evening
  }

  leave(): void {
    this.submission.clear()
    this.evening.leaveStrip()
    leaveText()
  }

  async promise(strip: OfKind<'promise'>, withReadBack: boolean): Promise<void> {
    const { draft, line } = strip
    const { placeId, meetingId } = this.evening.room.seat
    const [name, body] = draft.amends
      ? (['amend-commitment', draft.amend(placeId)] as const)
      : (['record-commitment', draft.record(placeId, meetingId)] as const)
    if (!(await this.send(name, body))) return
    if (!draft.amends) {
      const chip: Chip = { kind: 'promise', commitmentId: draft.id }
      if (line) this.actions.minutes?.insertChip(chip, line)
      else
        this.actions.minutes?.insertTurn(
          draft.owner.meant.name,
          draft.verbatim.trim() || draft.measure.trim(),
          chip,
        )
    }
    this.evening.matters.choose(draft.id)
    this.leave()
    if (withReadBack) await this.readBack(draft.id)
    else toasts.show(promiseWords.now.recorded)
  }

  private async readBack(commitmentId: string): Promise<void> {
    const { acts } = this.evening
    await acts.run('read-back-commitment', { commitmentId }, promiseWords.now.isOnWall)
  }

  /** A new matter; with `into`, one more voice for one that stands there already. */
  async concern({ draft }: OfKind<'concern'>, into?: Pick<Concern, 'id' | 'no'>): Promise<void> {
    const { evening } = this.actions
    const text = draft.text.trim()
    const { isAgreed } = draft
    if (draft.rewords) {
      if (await this.send('reword-concern', { concernId: draft.rewords.id, text, isAgreed })) this.leave()
      return
    }
    const concernId = draft.id
    const { meetingId } = evening.room.seat
    const agendaItemId = evening.room.meeting?.currentAgendaItemId ?? null
    const raisedBy = draft.raisedBy.trim() || null
    const about = { concernId, meetingId, commentId: draft.commentId, agendaItemId, text, raisedBy }
    const body = { ...about, lane: 'open', isAgreed, channel: 'meeting', gridId: null } as const
    if (!(await this.send('raise-concern', body))) return
    this.actions.minutes?.insertChip({ kind: 'concern', concernId }, draft.line ?? undefined)
    evening.matters.choose(concernId)
    this.leave()
    if (into) await this.join(concernId, into)
    else toasts.show(eveningWords.now.concernRaised)
  }

  /** It was raised first, so whatever becomes of this, the words and the voice stand in the record. */
  private async join(concernId: string, { id: intoId, no }: Pick<Concern, 'id' | 'no'>): Promise<void> {
    const joined = await this.evening.acts.send('merge-concerns', { concernId, intoId })
    const words = alikeWords.now
    toasts.show(joined.kind === 'told' ? words.voiceAdded(no) : words.voiceAlone(no))
  }

  async outcome({ draft }: OfKind<'outcome'>): Promise<void> {
    const { concern, outcome } = draft
    const concernId = concern.id
    const text = draft.text.trim()
    const [name, body] = {
      answer: ['answer-concern', { concernId, answer: text }] as const,
      refer: [
        'refer-concern',
        { concernId, referredTo: draft.who.trim(), route: draft.route, reason: text || null },
      ] as const,
      assembly: ['put-to-assembly', { concernId, reason: text }] as const,
      decline: ['decline-concern', { concernId, reason: text }] as const,
    }[outcome]
    if (!(await this.send(name, body))) return
    this.leave()
    const undo = { label: deskWords.now.undo, run: () => void this.actions.takeBackOutcome(concern) }
    toasts.show(eveningWords.now.concernSettled(concern.no), undo)
  }

  /** True once it is recorded. */
  async send<Name extends CommandName>(name: Name, body: CommandFields<Name>): Promise<boolean> {
    const isSent = await this.submission.put(name, body)
    if (this.submission.isUnsent) toasts.show(deskWords.now.stillHere)
    return !!isSent
  }
}
