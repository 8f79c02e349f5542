import type { PromiseWords } from './meeting.zh-Hans.ts'
import { Messages, messagesOf } from './messages.svelte.ts'

// What the desk says; the ledger fetches some of it for its forms.

const evening = {
  'zh-Hans': () => import('./desk/evening.zh-Hans.ts'),
  'zh-Hant': () => import('./desk/evening.zh-Hant.ts'),
  en: () => import('./desk/evening.en.ts'),
}
export const eveningWords = /* @__PURE__ */ messagesOf(evening, 'evening')
export const signingWords = /* @__PURE__ */ messagesOf(evening, 'signing')

export const promiseWords = /* @__PURE__ */ new Messages<PromiseWords>({
  'zh-Hans': () => import('./meeting.zh-Hans.ts').then(({ promise: words }) => ({ words })),
  'zh-Hant': () => import('./meeting.zh-Hant.ts').then(({ promise: words }) => ({ words })),
  en: () => import('./meeting.en.ts').then(({ promise: words }) => ({ words })),
})

const home = {
  'zh-Hans': () => import('./desk/home.zh-Hans.ts'),
  'zh-Hant': () => import('./desk/home.zh-Hant.ts'),
  en: () => import('./desk/home.en.ts'),
}
export const inboxWords = /* @__PURE__ */ messagesOf(home, 'inbox')
export const planWords = /* @__PURE__ */ messagesOf(home, 'plan')
