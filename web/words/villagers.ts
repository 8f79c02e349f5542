import type { AlikeWords, ClaimWords, MyPromiseWords, PhotoWords } from './phone/villagers.zh-Hans.ts'
import { Messages } from './messages.svelte.ts'

// What villagers read between two evenings, once it is asked for; desk and ledger say some of it.

export const claimWords = /* @__PURE__ */ new Messages<ClaimWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ claim: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ claim: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ claim: words }) => ({ words })),
})

export const photoWords = /* @__PURE__ */ new Messages<PhotoWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ photos: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ photos: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ photos: words }) => ({ words })),
})

export const myPromiseWords = /* @__PURE__ */ new Messages<MyPromiseWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ myPromise: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ myPromise: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ myPromise: words }) => ({ words })),
})

export const alikeWords = /* @__PURE__ */ new Messages<AlikeWords>({
  'zh-Hans': () => import('./phone/villagers.zh-Hans.ts').then(({ alike: words }) => ({ words })),
  'zh-Hant': () => import('./phone/villagers.zh-Hant.ts').then(({ alike: words }) => ({ words })),
  en: () => import('./phone/villagers.en.ts').then(({ alike: words }) => ({ words })),
})
