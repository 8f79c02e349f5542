import type { PhoneWords } from './phone/phone.zh-Hans.ts'
import type { MineWords } from './box/mine.zh-Hans.ts'
import type { HallWords } from './meeting.zh-Hans.ts'
import type { WallWords } from './wall/wall.zh-Hans.ts'
import type { ImportWords } from './ledger/import.zh-Hans.ts'
import { Messages, messagesOf } from './messages.svelte.ts'

// What phone, box, wall and ledger say once somebody is in.

export const phoneWords = /* @__PURE__ */ new Messages<PhoneWords>({
  'zh-Hans': () => import('./phone/phone.zh-Hans.ts'),
  'zh-Hant': () => import('./phone/phone.zh-Hant.ts'),
  en: () => import('./phone/phone.en.ts'),
})

export const mineWords = /* @__PURE__ */ new Messages<MineWords>({
  'zh-Hans': () => import('./box/mine.zh-Hans.ts'),
  'zh-Hant': () => import('./box/mine.zh-Hant.ts'),
  en: () => import('./box/mine.en.ts'),
})

export const hallWords = /* @__PURE__ */ new Messages<HallWords>({
  'zh-Hans': () => import('./meeting.zh-Hans.ts').then(({ hall: words }) => ({ words })),
  'zh-Hant': () => import('./meeting.zh-Hant.ts').then(({ hall: words }) => ({ words })),
  en: () => import('./meeting.en.ts').then(({ hall: words }) => ({ words })),
})

export const wallWords = /* @__PURE__ */ new Messages<WallWords>({
  'zh-Hans': () => import('./wall/wall.zh-Hans.ts'),
  'zh-Hant': () => import('./wall/wall.zh-Hant.ts'),
  en: () => import('./wall/wall.en.ts'),
})

const parts = {
  'zh-Hans': () => import('./ledger/parts.zh-Hans.ts'),
  'zh-Hant': () => import('./ledger/parts.zh-Hant.ts'),
  en: () => import('./ledger/parts.en.ts'),
}
export const matterWords = /* @__PURE__ */ messagesOf(parts, 'matter')
export const figureWords = /* @__PURE__ */ messagesOf(parts, 'figures')
export const waitingWords = /* @__PURE__ */ messagesOf(parts, 'waiting')
export const mailWords = /* @__PURE__ */ messagesOf(parts, 'mail')

export const importWords = /* @__PURE__ */ new Messages<ImportWords>({
  'zh-Hans': () => import('./ledger/import.zh-Hans.ts'),
  'zh-Hant': () => import('./ledger/import.zh-Hant.ts'),
  en: () => import('./ledger/import.en.ts'),
})
