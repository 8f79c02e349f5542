import type { DoorWords } from './phone/door.zh-Hans.ts'
import type { BoxWords } from './box/box.zh-Hans.ts'
import type { DeskWords } from './desk/desk.zh-Hans.ts'
import type { LedgerWords } from './ledger/ledger.zh-Hans.ts'
import type { SetupWords } from './setup/setup.zh-Hans.ts'
import { Messages, messagesOf } from './messages.svelte.ts'

// The words without which a page draws nothing.

export const doorWords = /* @__PURE__ */ new Messages<DoorWords>({
  'zh-Hans': () => import('./phone/door.zh-Hans.ts'),
  'zh-Hant': () => import('./phone/door.zh-Hant.ts'),
  en: () => import('./phone/door.en.ts'),
})

export const boxWords = /* @__PURE__ */ new Messages<BoxWords>({
  'zh-Hans': () => import('./box/box.zh-Hans.ts'),
  'zh-Hant': () => import('./box/box.zh-Hant.ts'),
  en: () => import('./box/box.en.ts'),
})

export const deskWords = /* @__PURE__ */ new Messages<DeskWords>({
  'zh-Hans': () => import('./desk/desk.zh-Hans.ts'),
  'zh-Hant': () => import('./desk/desk.zh-Hant.ts'),
  en: () => import('./desk/desk.en.ts'),
})

export const ledgerWords = /* @__PURE__ */ new Messages<LedgerWords>({
  'zh-Hans': () => import('./ledger/ledger.zh-Hans.ts').then(({ words: words }) => ({ words })),
  'zh-Hant': () => import('./ledger/ledger.zh-Hant.ts').then(({ words: words }) => ({ words })),
  en: () => import('./ledger/ledger.en.ts').then(({ words: words }) => ({ words })),
})

export const setupWords = /* @__PURE__ */ new Messages<SetupWords>({
  'zh-Hans': () => import('./setup/setup.zh-Hans.ts'),
  'zh-Hant': () => import('./setup/setup.zh-Hant.ts'),
  en: () => import('./setup/setup.en.ts'),
})

const places = {
  'zh-Hans': () => import('./village/places.zh-Hans.ts'),
  'zh-Hant': () => import('./village/places.zh-Hant.ts'),
  en: () => import('./village/places.en.ts'),
}
export const invitedWords = /* @__PURE__ */ messagesOf(places, 'invited')
