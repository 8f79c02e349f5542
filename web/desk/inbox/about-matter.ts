import type { Concern, ConcernTags } from '../../../shared/concerns/concern.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { eveningWords } from '../../words/desk.ts'
import { alikeWords } from '../../words/villagers.ts'
import type { Evening } from '../evening/evening.svelte.ts'
import type { StripActions } from '../evening/strip/strip-actions.svelte.ts'

type Numbered = Pick<Concern, 'id' | 'no'>

export async function describe(
  stripActions: StripActions,
  { id, no }: Numbered,
  tags: ConcernTags,
): Promise<void> {
  const body = { concernId: id, ...tags, groups: [...tags.groups] }
  if (!(await stripActions.send('describe-concern', body))) return
  stripActions.leave()
  toasts.show(eveningWords.now.described(no))
}

export async function merge(
  stripActions: StripActions,
  { matters }: Evening,
  { id: concernId }: Numbered,
  into: Numbered,
): Promise<void> {
  if (!(await stripActions.send('merge-concerns', { concernId, intoId: into.id }))) return
  stripActions.leave()
  matters.choose(into.id)
  toasts.show(alikeWords.now.voiceAdded(into.no))
}
