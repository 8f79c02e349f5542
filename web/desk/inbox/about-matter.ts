import type { Concern, ConcernTags } from '../../../shared/concerns/concern.ts'
import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { eveningWords } from '../../words/desk.ts'
import { alikeWords } from '../../words/villagers.ts'
import type { Evening } from '../evening/evening.svelte.ts'
import type { Putting } from '../evening/strip/putting.svelte.ts'

type Numbered = Pick<Concern, 'id' | 'no'>

export async function describe(putting: Putting, { id, no }: Numbered, tags: ConcernTags): Promise<void> {
  const body = { concernId: id, ...tags, groups: [...tags.groups] }
  if (!(await putting.send('describe-concern', body))) return
  putting.leave()
  toasts.show(eveningWords.now.described(no))
}

export async function merge(
  putting: Putting,
  { matters }: Evening,
  { id: concernId }: Numbered,
  into: Numbered,
): Promise<void> {
  if (!(await putting.send('merge-concerns', { concernId, intoId: into.id }))) return
  putting.leave()
  matters.choose(into.id)
  toasts.show(alikeWords.now.voiceAdded(into.no))
}
