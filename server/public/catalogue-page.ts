import type { CatalogueEntry, Stance } from '../../shared/catalogue/catalogue.ts'
import { levelNamed } from '../../shared/places/levels.ts'
import type { LevelNames, Place } from '../../shared/places/place.ts'
import type { CatalogueWords } from '../../shared/words/catalogue.ts'
import type { Language } from '../../shared/words/language.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { html, type Html } from './frame/html.ts'
import { eaves, pageLinks, placeSeal } from './frame/page.ts'

export interface CatalogueSheet {
  readonly place: Place
  readonly version: number
  readonly latest: number
  readonly entries: readonly CatalogueEntry[]
  readonly levels: LevelNames
}

interface Spoken {
  readonly language: Language
  readonly words: CatalogueWords
  readonly general: PublicWords
}

/** What the place takes on and what it does not, at one version. */
export function cataloguePage(sheet: CatalogueSheet, { language, words, general }: Spoken): Html {
  const { place, version, latest, entries } = sheet
  return html`<div class="sheet catalogue">
    ${pageLinks(language, general)} ${eaves()}
    <header>
      <div>
        <h1 class="title">${words.title}</h1>
        <p>${words.lead}</p>
      </div>
      ${placeSeal(place.name)}
    </header>
    <main>
      ${
        version < latest
          ? html`<p class="empty">
              ${words.olderVersion(version)}
              <a href="catalogue?language=${language}">${words.newest}</a>
            </p>`
          : null
      }
      ${entries.length === 0 ? html`<p class="empty">${words.empty}</p>` : null}
      ${part('takes-on', words.takesOn, words.takesOnWhat, sheet, words)}
      ${part('not-ours', words.notOurs, words.notOursWhat, sheet, words)}
    </main>
    <footer>
      <p><a href="/public/${place.id}?language=${language}">${general.backToEchoWall}</a></p>
      <p class="right">
        ${version > 0 ? words.version(version) : null}<br />${place.name}<span class="screen-only"
          ><br />${general.print}</span
        >
      </p>
    </footer>
  </div>`
}

function part(
  stance: Stance,
  title: string,
  what: string,
  { entries, levels }: CatalogueSheet,
  words: CatalogueWords,
): Html | null {
  const ours = entries.filter((entry) => entry.stance === stance)
  if (ours.length === 0) return null
  return html`<section class="${stance}">
    <h2>${title}</h2>
    <p class="quiet">${what}</p>
    ${ours.map(
      (entry) =>
        html`<article>
          <h3>${entry.name}</h3>
          <dl>
            <div>
              <dt>${words.unit}</dt>
              <dd>${entry.unit}（${levelNamed(entry.level, levels, words.levelName)}）</dd>
            </div>
            <div>
              <dt>${words.limit}</dt>
              <dd>${words.limitIn(entry.limit)}</dd>
            </div>
            <div>
              <dt>${words.guidance}</dt>
              <dd class="guidance">${entry.guidance}</dd>
            </div>
          </dl>
        </article>`,
    )}
  </section>`
}
