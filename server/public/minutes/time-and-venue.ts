import type { Appointment } from '../../../shared/meetings/meeting.ts'
import { timeInWords } from '../../../shared/words/days.ts'
import type { Language } from '../../../shared/words/language.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { html, phrased, type Html } from '../frame/html.ts'

/** 时间 and 地点 in the head of the minutes; nothing of what is not known. */
export const timeAndVenue = (
  { beginsAt, venue }: Appointment,
  words: PublicWords,
  language: Language,
): readonly Html[] => [
  ...(beginsAt ? [html`<p>${words.time(timeInWords(beginsAt, language))}</p>`] : []),
  ...(venue ? [html`<p>${phrased(words.venue(venue))}</p>`] : []),
]
