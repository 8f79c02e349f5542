import { renderSVG } from 'uqr'
import type { Place } from '../../shared/places/place.ts'
import type { Language } from '../../shared/words/language.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { Html, html } from './frame/html.ts'
import { eaves, pageLinks, placeSeal } from './frame/page.ts'

// The quiet zone that readers need (ISO/IEC 18004).
const QUIET_MODULES = 4

/** One sheet to hang up or to show: the code that leads any phone to the opinion box. */
export const boxSheet = (
  place: Place,
  words: PublicWords,
  language: Language,
  address: string,
  /** The same place, short enough to be typed. */
  typed: string,
): Html =>
  html`<div class="sheet box">
    ${pageLinks(language, words)} ${eaves()}
    <main>
      <h1>${words.opinionBox}</h1>
      ${placeSeal(place.name)}
      <p>${words.opinionBoxLead}</p>
      <div class="qr">${new Html(renderSVG(address, { border: QUIET_MODULES, ecc: 'M' }))}</div>
      <p>${words.opinionBoxScan}</p>
      <p>${words.orType}<br /><a class="address" href="${address}">${typed}</a></p>
      <p class="quiet">${words.opinionBoxWho}</p>
    </main>
  </div>`
