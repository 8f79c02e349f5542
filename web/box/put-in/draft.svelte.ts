import type { Lane } from '../../../shared/comments/comment.ts'
import { MAX_CONCERN_LENGTH } from '../../../shared/concerns/concern.ts'
import { graphemeLength, isBlank } from '../../../shared/kernel/text/text.ts'
import type { BoxWords } from '../../words/box/box.zh-Hans.ts'
import { chosenBefore } from '../../sync/live/preloaded.ts'
import { choose, recall, remember } from '../../ui/memory.ts'

const NEAR_THE_END = 30
const NAME = 'name'

/** A matter being written for one place; it outlives a reload, and is gone only when it lies in the outbox. */
export class BoxDraft {
  text = $state('')
  name = $state('')
  lane = $state<Lane>('masked')
  gridId = $state('')
  readonly #key: string

  constructor(placeId: string) {
    this.#key = `box:${placeId}`
    this.text = recall(this.#key) ?? ''
    this.name = recall(NAME) ?? ''
    if (chosenBefore('lane') === 'open') this.lane = 'open'
  }

  get isEmpty(): boolean {
    return isBlank(this.text)
  }

  get left(): number {
    return MAX_CONCERN_LENGTH - graphemeLength(this.text.trim())
  }

  get isNearTheEnd(): boolean {
    return this.left <= NEAR_THE_END
  }

  /** Why it cannot be sent as it is; empty where it can. */
  problem(words: Pick<BoxWords, 'notWrittenYet' | 'lettersOver' | 'laneOpenNeedsName'>): string {
    if (this.isEmpty) return words.notWrittenYet
    if (this.left < 0) return words.lettersOver(-this.left)
    return this.lane === 'open' && !this.name.trim() ? words.laneOpenNeedsName : ''
  }

  /** Emptied here, what another tab has written since stays. */
  write(text: string): void {
    if (text || recall(this.#key) === this.text) remember(this.#key, text)
    this.text = text
  }

  call(name: string): void {
    this.name = name
    remember(NAME, name)
  }

  choose(lane: Lane): void {
    this.lane = lane
    choose('lane', lane)
  }
}
