import { Part } from '../sync/part.svelte.ts'

export const savedViews: Part<typeof import('./SavedViews.svelte').default> = new Part(() =>
  import('./SavedViews.svelte').then(({ default: views }) => views),
)

export const calendarDialog: Part<typeof import('./CalendarDialog.svelte').default> = new Part(() =>
  import('./CalendarDialog.svelte').then(({ default: dialog }) => dialog),
)
