import { preloaded } from '../sync/live/preloaded.ts'
import { chosen } from '../ui/memory.ts'

/** As it was chosen last on this browser; the server, which renders the form, is told so by its cookie. */
export const laneChosen = (): string =>
  import.meta.env.SSR ? (preloaded<string>('lane') ?? '') : chosen('lane')

/** What the page shows holds, whether it was touched before the scripts or not: nobody's name is shown by a script. */
export const laneShown = (target: HTMLElement): string | undefined =>
  target.querySelector<HTMLInputElement>('[name="lane"]:checked')?.value
