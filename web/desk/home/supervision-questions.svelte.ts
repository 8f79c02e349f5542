import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { SupervisionQuestion } from '../../../shared/notices/supervision-question.ts'
import { read } from '../../sync/read.ts'

/** What supervision asked at a place and the reader may answer. */
export class SupervisionQuestions {
  today = $state<Day>('')
  questions = $state.raw<readonly SupervisionQuestion[]>([])
  readonly #placeId: PlaceId

  constructor(placeId: PlaceId) {
    this.#placeId = placeId
  }

  /** What is there stays where the line is down. */
  async read(): Promise<void> {
    const answer = await read('/api/places/:placeId/supervision', { placeId: this.#placeId })
    if (answer.kind !== 'told') return
    this.today = answer.value.today
    this.questions = answer.value.questions
  }
}
