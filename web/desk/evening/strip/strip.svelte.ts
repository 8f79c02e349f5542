import {
  MAX_CONCERN_LENGTH,
  MAX_CONCERN_NAME_LENGTH,
  type Concern,
  type Route,
} from '../../../../shared/concerns/concern.ts'
import type { Comment } from '../../../../shared/comments/comment.ts'
import { firstGraphemes, graphemeLength } from '../../../../shared/kernel/text/text.ts'
import { newId } from '../../../sync/id.ts'
import type { PromiseDraft } from '../../../commitments/promise-draft.svelte.ts'

/** A line of the minutes that somebody marked; its chip is put where the mark was. */
export interface MarkedLine {
  readonly speaker: string | null
  readonly text: string
  readonly commentId?: string | null
}

export type Outcome = 'answer' | 'refer' | 'assembly' | 'decline'

/** A matter being put into one sentence: a new one from a marked line, or another wording of an old one. */
export class ConcernDraft {
  /** Of the new matter, whichever press raises it. */
  readonly id = newId()
  text = $state('')
  raisedBy = $state('')
  /** Whoever raised it has agreed to the wording. */
  isAgreed = $state(true)
  readonly rewords: Concern | null
  readonly line: MarkedLine | null
  /** What the line was taken from. */
  readonly comment: Comment | null
  private readonly nameInLine: string

  constructor({
    rewords = null,
    line = null,
    comment = null,
  }: {
    rewords?: Concern | null
    line?: MarkedLine | null
    comment?: Comment | null
  }) {
    this.rewords = rewords
    this.line = line
    this.comment = comment
    this.text = rewords?.text ?? line?.text.trim() ?? ''
    this.raisedBy = firstGraphemes(rewords?.raisedBy ?? line?.speaker ?? '', MAX_CONCERN_NAME_LENGTH)
    this.nameInLine = this.raisedBy
  }

  /** The matter is that of whoever sent the comment, unless another name was written here. */
  get commentId(): string | null {
    return this.raisedBy.trim() === this.nameInLine.trim() ? (this.comment?.id ?? null) : null
  }

  get over(): number {
    return Math.max(0, graphemeLength(this.text.trim()) - MAX_CONCERN_LENGTH)
  }

  get isReady(): boolean {
    return this.text.trim() !== '' && this.over === 0
  }
}

export class OutcomeDraft {
  text = $state('')
  who = $state('')
  /** The lawful way it goes, where it is referred. */
  route = $state<Route>('department')
  readonly outcome: Outcome
  readonly concern: Concern

  constructor(outcome: Outcome, concern: Concern) {
    this.outcome = outcome
    this.concern = concern
  }

  get isReady(): boolean {
    return this.outcome === 'refer' ? this.who.trim() !== '' : this.text.trim() !== ''
  }
}

/** The one thing being written below the minutes; never a dialog, and never two at once. */
export type Strip =
  | { readonly kind: 'promise'; readonly draft: PromiseDraft; readonly line: MarkedLine | null }
  | { readonly kind: 'concern'; readonly draft: ConcernDraft }
  | { readonly kind: 'outcome'; readonly draft: OutcomeDraft }
  | { readonly kind: 'describe'; readonly concern: Concern }
