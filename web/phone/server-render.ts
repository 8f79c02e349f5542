import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import { frameOf } from '../../shared/meetings/frame.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import type { MeetingSnapshot } from '../../shared/protocol/room.ts'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import type { Language } from '../../shared/words/language.ts'
import { Part } from '../sync/part.svelte.ts'
import { take } from '../sync/live/preloaded.ts'
import { doorWords } from '../words/pages.ts'
import { words as doorEn } from '../words/phone/door.en.ts'
import { words as doorHans } from '../words/phone/door.zh-Hans.ts'
import { words as doorHant } from '../words/phone/door.zh-Hant.ts'
import { reading } from '../ui/settings/reading.svelte.ts'
import { phoneWords } from '../words/opened.ts'
import { words as phoneEn } from '../words/phone/phone.en.ts'
import { words as phoneHans } from '../words/phone/phone.zh-Hans.ts'
import { words as phoneHant } from '../words/phone/phone.zh-Hant.ts'
import { locale } from '../words/messages.svelte.ts'
import Door from './Door.svelte'
import Evening from './evening/Evening.svelte'
import Phone from './Phone.svelte'
import { Visit } from './visit.svelte.ts'

const DOOR = isolating({ 'zh-Hans': doorHans, 'zh-Hant': doorHant, en: doorEn })
const PHONE = isolating({ 'zh-Hans': phoneHans, 'zh-Hant': phoneHant, en: phoneEn })

const door = new Part(async () => Door)
door.now = Door
const evening = new Part<Component<{ visit: Visit }>>(async () => Evening)
evening.now = Evening
const settings = new Part<Component>(() => Promise.reject(new Error('only their place is drawn here')))

/**
 * The door, or the evening of whoever comes back, as scripts go on with it; null where these answers lead to neither.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(
  told: Preloaded,
  { path, letters }: DrawnFor,
  language: Language,
): DrawnPage | null {
  reading.letters = letters
  doorWords.show(language, DOOR[language])
  phoneWords.show(language, PHONE[language])
  locale.now = language
  take(told)
  const visit = new Visit(path)
  visit.take()
  const { stage, invitation, refusal, code, seat } = visit
  if (refusal || (code && !invitation)) return null
  if (stage === 'door') return drawn(visit, invitation, language)
  const room = seat && (told.answers[roomAddress(seat)] as MeetingSnapshot | undefined)
  return room ? { ...drawn(visit, room.meeting, language), isNext: true } : null
}

const roomAddress = ({ placeId, meetingId }: { readonly placeId: string; readonly meetingId: string }) =>
  `/api/places/${placeId}/meetings/${meetingId}/room?as=phone`

function drawn(visit: Visit, shown: Pick<Meeting, 'title' | 'format'> | null, language: Language): DrawnPage {
  const { body } = render(Phone, { props: { visit, door, evening, settings } })
  if (!shown) return { body }
  return { body, title: `${DOOR[language].pageTitle} · ${shown.title}`, mood: frameOf(shown.format).mood }
}
