import { randomUUID } from 'node:crypto'
import type { PermittedRead } from '../../../shared/permissions/reads.ts'
import type { Everybody, Viewer, Where } from './permission-viewers.ts'
import { GOVERNING, WHERE } from './permission-viewers.ts'
import type { Stage } from '../villages/stage.ts'

export interface AskedRead {
  readonly path: PermittedRead
  readonly viewer: Viewer
  readonly where: Where
  readonly address: string
  /** What stands in the address for the evening or matter. */
  readonly about: string
}

const QUERIES: Partial<Record<PermittedRead, string>> = {
  '/api/places/:placeId/days': '?from=2026-11-22&working=3',
  '/api/places/:placeId/alike': `?q=${encodeURIComponent('路灯')}`,
  '/api/places/:placeId/ledger/unpromised': `?q=${encodeURIComponent('路灯')}`,
}

/** Stands for an evening or a matter that there is none of. */
export const NONE = randomUUID()

function aboutOf(path: string, stage: Stage, { things }: Everybody): readonly string[] {
  if (path.includes(':meetingId'))
    return [stage.evening.meetingId, stage.plannedMeeting, stage.closedMeeting, stage.signedMeeting, NONE]
  if (path.includes(':matterId')) return [stage.done, stage.ownConcern, things.boxed, NONE]
  if (path.includes(':personId')) return [stage.village.people['王建国']!]
  if (path.includes(':code')) return [stage.evening.code]
  return ['']
}

/** Everybody asks, at every place, about every evening and matter. */
export function readCasesOf(path: PermittedRead, stage: Stage, everybody: Everybody): AskedRead[] {
  const places = path.includes(':placeId')
    ? WHERE.filter((where) => where !== 'county')
    : (['village'] as const)
  return places.flatMap((where) =>
    aboutOf(path, stage, everybody)
      .slice(0, where === 'village' ? undefined : 1)
      .flatMap((about) =>
        everybody.viewers
          .filter(({ kind }) => kind !== 'instance')
          .map((viewer) => {
            const filled = path.replace(':placeId', everybody.places[where]).replace(/:(?!placeId)\w+/, about)
            return { path, viewer, where, address: filled + (QUERIES[path] ?? ''), about }
          }),
      ),
  )
}

/** What whoever asks is to what they ask about: said here once more, apart from the handlers. */
export function readFactsOf({ path, viewer, where, about }: AskedRead, stage: Stage) {
  const { kind, name, joined } = viewer
  const roles: readonly string[] = viewer.roles[where] ?? []
  const isMailbox = path.includes(':personId')
  return {
    are: Object.entries({
      anybody: true,
      somebody: kind === 'person' || kind === 'guest',
      guest: kind === 'guest',
      governor: roles.includes(GOVERNING[where]),
      follower: kind === 'guest' ? joined === about : roles.length > 0,
      oneself: isMailbox ? name === 'owner' : kind === 'person',
    }).flatMap(([relation, holds]) => (holds ? [relation] : [])),
    when: Object.entries({
      'on-the-roster': where === 'village',
      'on-top': where === 'top',
      published: where === 'village' && about === stage.signedMeeting,
    }).flatMap(([circumstance, so]) => (so ? [circumstance] : [])),
  }
}
