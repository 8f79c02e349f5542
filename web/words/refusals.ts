import type { Refusal } from '../../shared/kernel/refusal.ts'
import { Messages } from './messages.svelte.ts'

type Tell = (refusal: Refusal) => string

const refusalWords = new Messages<Tell>({
  'zh-Hans': () => import('../../shared/words/refusals.zh-Hans.ts'),
  'zh-Hant': () => import('../../shared/words/refusals.zh-Hant.ts'),
  en: () => import('../../shared/words/refusals.en.ts'),
})

/** Fetches the sentences ahead, so that a refusal can be told while the line is down; tries again when it is back. */
export const loadRefusals = (): Promise<unknown> =>
  refusalWords.load().catch(() => addEventListener('online', loadRefusals))

export async function tellRefusal(refusal: Refusal): Promise<string> {
  const tell = await refusalWords.load()
  return tell(refusal)
}

/** For templates: empty until the sentences are there, then in the language of the screen. */
export function refusalSentence(refusal: Refusal): string {
  if (refusalWords.isLoaded) return refusalWords.now(refusal)
  void loadRefusals()
  return ''
}
