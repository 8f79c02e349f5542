import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import { frameOf } from '../../shared/meetings/frame.ts'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import type { Language } from '../../shared/words/language.ts'
import { Part } from '../sync/part.svelte.ts'
import { take } from '../sync/live/preloaded.ts'
import { doorWords } from '../words/phone/door.ts'
import { words as en } from '../words/phone/door.en.ts'
import { words as hans } from '../words/phone/door.zh-Hans.ts'
import { words as hant } from '../words/phone/door.zh-Hant.ts'
import { locale } from '../words/language.svelte.ts'
import Door from './Door.svelte'
import Phone from './Phone.svelte'
import { Visit } from './visit.svelte.ts'

const WORDS = isolating({ 'zh-Hans': hans, 'zh-Hant': hant, en })

const door = new Part(async () => Door)
door.now = Door
const evening = new Part<Component<{ visit: Visit }>>(() =>
  Promise.reject(new Error('only the door is drawn here')),
)
const settings = new Part<Component>(() => Promise.reject(new Error('only their place is drawn here')))

/**
 * The door as scripts go on with it; null where these answers do not lead to it.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(told: Preloaded, { path }: DrawnFor, language: Language): DrawnPage | null {
  doorWords.show(language, WORDS[language])
  locale.now = language
  take(told)
  const visit = new Visit(path)
  visit.take()
  const { stage, invitation, refusal, code } = visit
  if (stage !== 'door' || refusal || (code && !invitation)) return null
  const { body } = render(Phone, { props: { visit, door, evening, settings } })
  if (!invitation) return { body }
  const title = `${WORDS[language].pageTitle} · ${invitation.title}`
  return { body, title, mood: frameOf(invitation.format).mood }
}
