import { Part } from '../../../sync/part.svelte.ts'

/** The matters of the places below, and of all. */
export const belowList: Part<typeof import('./BelowList.svelte').default> = new Part(() =>
  import('./BelowList.svelte').then(({ default: list }) => list),
)
