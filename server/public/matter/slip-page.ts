import { renderSVG } from 'uqr'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Place } from '../../../shared/places/place.ts'
import type { ClaimWords } from '../../../shared/words/claim.ts'
import { Html, html, phrased } from '../frame/html.ts'
import { eaves } from '../frame/page.ts'

// The quiet zone that readers need (ISO/IEC 18004).
const QUIET_MODULES = 4

export interface Slip {
  readonly place: Place
  readonly concern: Concern
  readonly code: string
  /** Where the code is typed in, as a picture and short enough for fingers. */
  readonly address: string
  readonly typed: string
}

/** A slip of paper for whoever has no phone at hand: eight characters, each with a word to say it by. */
export const slipPage = ({ place, concern, code, address, typed }: Slip, words: ClaimWords): Html =>
  html`<div class="sheet slip">
    ${eaves()}
    <main>
      <p class="quiet">${place.name}</p>
      <h1>${phrased(words.slipTitle)}</h1>
      <p class="letters">
        ${Array.from(code).map(
          (letter) => html`<span><b translate="no">${letter}</b><i>${words.spoken[letter] ?? ''}</i></span>`,
        )}
      </p>
      <p>${words.slipFor}：${phrased(concern.text)}</p>
      <p>${phrased(words.slipHow)}</p>
      <div class="qr">${new Html(renderSVG(address, { border: QUIET_MODULES, ecc: 'M' }))}</div>
      <p class="address">${typed}</p>
      <p>${phrased(words.slipNoPhone)}</p>
      <p class="quiet">${phrased(words.slipCare)}</p>
    </main>
  </div>`

/** Asked first, because a new slip ends the one before. */
export const slipQuestion = ({ place, concern }: Pick<Slip, 'place' | 'concern'>, words: ClaimWords): Html =>
  html`<div class="sheet slip">
    ${eaves()}
    <main>
      <p class="quiet">${place.name}</p>
      <h1>${words.print}</h1>
      <p>${words.slipFor}：${phrased(concern.text)}</p>
      <p>${phrased(words.slipCare)}</p>
      <form method="post"><button class="button">${words.print}</button></form>
    </main>
  </div>`
