import type { MinutesWords } from './meeting.zh-Hans.ts'
import type { HandWords, HandsWords, OverWords } from './phone/villagers.zh-Hans.ts'
import { Messages } from './messages.svelte.ts'

// What phones and the desk say of one evening, once it is asked for.

export const minutesWords = /* @__PURE__ */ new Messages<MinutesWords>({
  'zh-Hans': () => import('./meeting.zh-Hans.ts').then(({ minutes: words }) => ({ words })),
  'zh-Hant': () => import('./meeting.zh-Hant.ts').then(({ minutes: words }) => ({ words })),
  en: () => import('./meeting.en.ts').then(({ minutes: words }) => ({ words })),
})

export const handsWords = /* @__PURE__ */ new Messages<HandsWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ hands: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ hands: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ hands: words }) => ({ words })),
})

export const handWords = /* @__PURE__ */ new Messages<HandWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ hand: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ hand: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ hand: words }) => ({ words })),
})

export const overWords = /* @__PURE__ */ new Messages<OverWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ over: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ over: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ over: words }) => ({ words })),
})
