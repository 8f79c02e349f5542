import { messagesOf } from './messages.svelte.ts'

// What the desk says on its pages of the village.

const people = {
  'zh-Hans': () => import('./village/people.zh-Hans.ts'),
  'zh-Hant': () => import('./village/people.zh-Hant.ts'),
  en: () => import('./village/people.en.ts'),
}
export const rosterWords = /* @__PURE__ */ messagesOf(people, 'roster')
export const partnersWords = /* @__PURE__ */ messagesOf(people, 'partners')
export const visitsWords = /* @__PURE__ */ messagesOf(people, 'visits')

const places = {
  'zh-Hans': () => import('./village/places.zh-Hans.ts'),
  'zh-Hant': () => import('./village/places.zh-Hant.ts'),
  en: () => import('./village/places.en.ts'),
}
export const placesWords = /* @__PURE__ */ messagesOf(places, 'places')
export const accountWords = /* @__PURE__ */ messagesOf(places, 'account')
export const securityWords = /* @__PURE__ */ messagesOf(places, 'security')

const place = {
  'zh-Hans': () => import('./village/place.zh-Hans.ts'),
  'zh-Hant': () => import('./village/place.zh-Hant.ts'),
  en: () => import('./village/place.en.ts'),
}
export const placeWords = /* @__PURE__ */ messagesOf(place, 'place')
export const catalogueWords = /* @__PURE__ */ messagesOf(place, 'catalogue')
