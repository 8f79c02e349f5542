import { Part } from '../../sync/part.svelte.ts'

export const savedViews: Part<typeof import('../list/SavedViews.svelte').default> = new Part(() =>
  import('../list/SavedViews.svelte').then(({ default: views }) => views),
)

export const calendarDialog: Part<typeof import('./CalendarDialog.svelte').default> = new Part(() =>
  import('./CalendarDialog.svelte').then(({ default: dialog }) => dialog),
)
