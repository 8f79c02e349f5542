import type { ConcernKind, ConcernState } from '../../../shared/concerns/concern.ts'
import type { VisitPart } from '../../../shared/visits/visit.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** Notes of visits at people's doors. */
export interface VisitsWords extends EverywhereWords {
  title: string
  whoReads: string
  write: string
  writing: string
  changing: string
  empty: string
  emptyWhat: string
  showMore: string
  onDay: string
  atTime: string
  grid: string
  noGrid: string
  door: string
  doorWhat: string
  visited: string
  visitedWhat: string
  visitors: string
  visitorsWhat: string
  part: (part: VisitPart) => string
  partWhat: (part: VisitPart) => string
  keep: string
  needsMore: string
  kept: string
  changed: string
  unsent: string
  unsentWhat: string
  discard: string
  wentAlong: (names: string) => string
  changedOne: string
  drop: string
  dropSure: string
  dropWhat: string
  dropped: string
  makeMatter: string
  makeMatterOf: (line: string) => string
  matterText: string
  matterTextWhat: string
  kind: string
  kindOf: (kind: ConcernKind) => string
  whoRaised: string
  whoRaisedWhat: string
  agreed: string
  put: string
  putDone: string
  matter: (no: number, state: ConcernState | null) => string
  tooLong: (over: number) => string
}

export const visitsWords = new Messages<VisitsWords>({
  'zh-Hans': () => import('./visits.zh-Hans.ts'),
  'zh-Hant': () => import('./visits.zh-Hant.ts'),
  en: () => import('./visits.en.ts'),
})
