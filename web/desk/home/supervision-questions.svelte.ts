import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { SupervisionQuestion } from '../../../shared/notices/supervision-question.ts'
import type { Answer } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { liveAt } from '../../sync/live/shared-live.ts'
import { isOfPromise } from './own-promises.svelte.ts'
import { read } from '../../sync/read.ts'

/** A question, and the place in whose record it is answered. */
export type Question = SupervisionQuestion & { readonly placeId: PlaceId }

interface QuestionsView {
  readonly asOf: number
  readonly today: Day
  readonly questions: readonly Question[]
}

async function readAt(placeIds: readonly PlaceId[]): Promise<Answer<QuestionsView>> {
  const answers = await Promise.all(
    placeIds.map((placeId) => read('/api/places/:placeId/supervision', { placeId })),
  )
  const questions: Question[] = []
  let today: Day = ''
  let asOf = 0
  for (const [at, answer] of answers.entries()) {
    if (answer.kind !== 'told') return answer
    today ||= answer.value.today
    if (at === 0) asOf = answer.value.asOf
    questions.push(...answer.value.questions.map((one) => ({ ...one, placeId: placeIds[at]! })))
  }
  return { kind: 'told', value: { asOf, today, questions } }
}

/** What supervision asked and the reader may answer: at their place, and below it where they promised something. */
export class SupervisionQuestions extends LiveQuery<QuestionsView> {
  constructor(placeId: PlaceId, below: () => readonly PlaceId[]) {
    super({
      read: () => readAt([...new Set([placeId, ...below()])]),
      live: liveAt(placeId),
      isNews: isOfPromise,
    })
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  get questions(): readonly Question[] {
    return this.view?.questions ?? []
  }
}
