import type { SecurityEntry, SecurityKind } from '../../../shared/people/security/security-log.ts'
import { Messages } from '../messages.svelte.ts'

/** What touched log-ins, posts, files and masked names. */
export interface SecurityWords {
  title: string
  lead: string
  kind: string
  all: string
  kinds: Readonly<Record<SecurityKind, string>>
  /** What happened, in one sentence. */
  entry: (entry: SecurityEntry) => string
  times: (count: number, until: string) => string
  none: string
  noneWhat: string
  older: string
}

export const securityWords = new Messages<SecurityWords>({
  'zh-Hans': () => import('./security.zh-Hans.ts'),
  'zh-Hant': () => import('./security.zh-Hant.ts'),
  en: () => import('./security.en.ts'),
})
