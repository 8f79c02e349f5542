import type { Role } from '../kernel/event.ts'

/** What each post is called, on every page. */
export const roles: Readonly<Record<Role, string>> = {
  facilitator: 'facilitator',
  recorder: 'recorder',
  cadre: 'village cadre',
  supervision: 'supervision',
  'grid-worker': 'grid worker',
  township: 'township desk',
  county: 'county desk',
  discipline: 'discipline office',
  representative: 'villagers’ representative',
  villager: 'villager',
}
