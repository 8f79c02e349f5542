import { holds, ownIds, publicViewer, type Viewer } from '../../shared/kernel/event.ts'
import { KEEPS } from '../../shared/permissions/groups.ts'
import type { ActorId } from '../../shared/kernel/id.ts'

/** Listeners of one kind hold the same posts and look through the same window; who they are makes no difference. */
export const kindOf = ({ kind, roles, lookingAt }: Viewer): string =>
  `${kind}:${[...roles].sort().join('+')}:${lookingAt ?? ''}`

/** What all of a kind may know: a frame for more than one of them is made for nobody in particular. */
export const nobodyOf = ({ kind, placeId, roles, lookingAt }: Viewer): Viewer => ({
  ...publicViewer(placeId, lookingAt),
  kind,
  roles,
})

/**
 * Whether this viewer may know more, or less, of what concerns these than others of their kind: it is their own, or
 * they know hidden names but of what is about themselves.
 */
export const isOnesOwn = (viewer: Viewer, subjects: Iterable<ActorId>): boolean =>
  holds(viewer, ...KEEPS) || isAmong(viewer, subjects)

/** Whether these are about this viewer. */
export function isAmong(viewer: Viewer, subjects: Iterable<ActorId>): boolean {
  const among = new Set(subjects)
  return among.size > 0 && ownIds(viewer).some((id) => among.has(id))
}
