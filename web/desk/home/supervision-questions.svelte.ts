import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { SupervisionQuestion } from '../../../shared/notices/supervision-question.ts'
import type { ReadAnswer } from '../../../shared/api.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'

/** What supervision asked at a place and the reader may answer. */
export class SupervisionQuestions extends LiveQuery<ReadAnswer<'/api/places/:placeId/supervision'>> {
  constructor(placeId: PlaceId) {
    super({ read: () => read('/api/places/:placeId/supervision', { placeId }) })
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  get questions(): readonly SupervisionQuestion[] {
    return this.view?.questions ?? []
  }
}
