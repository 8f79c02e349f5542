import { Part } from '../sync/part.svelte.ts'
import { loadMe, takeMe } from '../sync/session.svelte.ts'
import { paths } from './paths.svelte.ts'
import { seat } from './seat.svelte.ts'

/** Takes up who works here and where, and the page that is fetched when it is wanted. */
export function deskParts(path: string, search: string) {
  const told = takeMe()
  seat.take(search)
  paths.open(path)
  const home = new Part(() => import('./home/Home.svelte').then((page) => page.default))
  return { me: told ? null : loadMe(), home }
}
