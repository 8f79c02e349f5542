import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { Place } from '../places/place.ts'
import type { Visit } from '../visits/visit.ts'

/** Notes that whoever asks may read, and what became of the matters made of them. */
export interface VisitsView {
  readonly asOf: number
  readonly today: Day
  readonly grids: readonly Place[]
  readonly visits: readonly Visit[]
  readonly concerns: readonly Pick<Concern, 'id' | 'no' | 'state'>[]
  readonly next: string | null
}
