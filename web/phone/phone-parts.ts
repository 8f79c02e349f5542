import { Part } from '../sync/part.svelte.ts'
import { recall } from '../ui/memory.ts'
import { Visit } from './visit.svelte.ts'

/** What the pages of the phone share, and the parts that are fetched when they are wanted. */
export function phoneParts(path: string) {
  const visit = new Visit(path)
  visit.take()
  const door = new Part(() => import('./Door.svelte').then((found) => found.default))
  const evening = new Part(() => import('./opened.ts').then(({ open }) => open()))
  const settings = new Part(() => import('./settings.ts').then(({ open }) => open()))
  // Nobody loads both the door and the evening unless they go through the one into the other.
  if (visit.stage === 'door' || !recall('code')) void door.want()
  void visit.start()
  return { visit, door, evening, settings }
}
