import type { Role } from '../kernel/event.ts'
import { isVillage, type PlaceKind } from '../places/place.ts'

/** Whoever holds one of these needs a log-in to do what it is for. */
export const needsLogin = (role: Role): boolean => role !== 'representative' && role !== 'villager'

const ABOVE: readonly Role[] = ['cadre', 'supervision', 'discipline']
const VILLAGE: readonly Role[] = ['facilitator', 'recorder', 'cadre', 'supervision', 'representative']

/** Posts that are offered at a place of this kind, the one without which nobody runs it first. */
export function rolesAt(kind: PlaceKind): readonly Role[] {
  if (kind === 'grid') return ['grid-worker']
  if (isVillage(kind)) return VILLAGE
  return [kind === 'county' ? 'county' : 'township', ...ABOVE]
}
