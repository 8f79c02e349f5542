import { MAX_COMMENT_LENGTH, type Lane } from '../../shared/comments/comment.ts'
import { graphemeLength, isBlank } from '../../shared/kernel/text/text.ts'
import { choose, recall, remember } from '../ui/memory.ts'
import { chosenBefore } from '../sync/live/preloaded.ts'

const NEAR_THE_END = 20

/** Words being written; they outlive a reload, and are gone only when they lie in the outbox. */
export class Draft {
  text = $state('')
  lane = $state<Lane>('masked')
  private key: string

  constructor(meetingId: string) {
    this.key = `draft:${meetingId}`
    this.text = recall(this.key) ?? ''
    if (chosenBefore('lane') === 'open') this.lane = 'open'
  }

  get isEmpty(): boolean {
    return isBlank(this.text)
  }

  get left(): number {
    return MAX_COMMENT_LENGTH - graphemeLength(this.text.trim())
  }

  get isNearTheEnd(): boolean {
    return this.left <= NEAR_THE_END
  }

  /** Emptied here, what another tab has written since stays. */
  write(text: string): void {
    if (text || recall(this.key) === this.text) remember(this.key, text)
    this.text = text
  }

  choose(lane: Lane): void {
    this.lane = lane
    choose('lane', lane)
  }
}
