import { ownIds, publicViewer, type Viewer } from '../../shared/kernel/event.ts'
import type { ActorId } from '../../shared/kernel/id.ts'

/** Listeners of one kind hold the same posts and look through the same window; who they are makes no difference. */
export const kindOf = ({ roles, lookingAt }: Viewer): string =>
  `${[...roles].sort().join('+')}:${lookingAt ?? ''}`

/** What all of a kind may know: a frame for more than one of them is made for nobody in particular. */
export const nobodyOf = ({ placeId, roles, lookingAt }: Viewer): Viewer => ({
  ...publicViewer(placeId, lookingAt),
  roles,
})

/** Whether this viewer may know more, or less, of what concerns these than others of their kind. */
export const isOnesOwn = (viewer: Viewer, subjects: readonly ActorId[] | ReadonlySet<ActorId>): boolean => {
  const among = subjects instanceof Set ? subjects : new Set(subjects)
  return ownIds(viewer).some((id) => among.has(id))
}
