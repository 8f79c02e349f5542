import type { Submission } from '../../sync/submission.svelte.ts'
import { tellRefusal } from '../../words/refusals.ts'
import { toasts } from './toast.svelte.ts'

/** For buttons without a form: a short message says how the last press ended. */
export async function tellEnd(
  { refusal, isUnsent }: Submission,
  unsent: string,
  told?: string,
): Promise<void> {
  if (refusal) toasts.show(await tellRefusal(refusal))
  else if (isUnsent) toasts.show(unsent)
  else if (told) toasts.show(told)
}
