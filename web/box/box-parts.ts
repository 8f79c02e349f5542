import { Part } from '../sync/part.svelte.ts'
import { Mine } from './mine.svelte.ts'
import { Route } from './route.svelte.ts'

/** What the pages of the box share, and the parts that are fetched when they are wanted. */
export function boxParts(path: string) {
  const route = new Route(path)
  return {
    route,
    mine: new Mine(route.placeId),
    form: new Part(() => import('./put-in/PutIn.svelte').then((part) => part.default)),
    list: new Part(() => import('./opened.ts').then(({ open }) => open())),
    settings: new Part(() => import('./BoxSettings.svelte').then((part) => part.default)),
    matter: new Part(() => import('./matter/opened.ts').then(({ open }) => open())),
  }
}
export type BoxParts = ReturnType<typeof boxParts>
