import type { Day } from '../../../shared/kernel/day.ts'
import type { Signature } from '../../../shared/minutes/minutes.ts'
import type { MeetingSnapshot } from '../../../shared/protocol/room.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { html, type Html } from '../frame/html.ts'

/** Who signed, as what and on which day of the place. */
export function signatureOf(
  signature: Signature,
  { room, words }: { readonly room: MeetingSnapshot; readonly words: PublicWords },
): Html {
  const as = signature.as === 'facilitator' ? words.facilitator : words.recorder
  const on = dayAt(signature.signedAt, room.place.timeZone)
  return html`<p>
    ${as} <b class="song">${signature.name}</b>
    <span class="quiet">${words.signedOn(words.day(on, room.today))}</span>
  </p>`
}

const dayAt = (instant: string, timeZone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
