import { isReportedDone, type Commitment } from '../../../shared/commitments/commitment.ts'
import { photoPath } from '../../../shared/commitments/photo.ts'
import { isOver, type Concern } from '../../../shared/concerns/concern.ts'
import { daysBetween, type Day } from '../../../shared/kernel/day.ts'
import type { TaleStep } from '../../../shared/ledger/tale.ts'
import type { Place } from '../../../shared/places/place.ts'
import type { Language } from '../../../shared/words/language.ts'
import type { MatterWords } from '../../../shared/words/matter.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { html, phrased, type Html } from '../frame/html.ts'
import { pageLinks } from '../frame/page.ts'

export interface MatterSheet {
  readonly place: Place
  readonly today: Day
  /** 08:30 at the place. */
  readonly time: string
  readonly path: string
  readonly concern: Concern
  /** Confirmed ones, the first one first. */
  readonly promises: readonly Commitment[]
  readonly tale: readonly TaleStep[]
  /** What became of the voice that was added just now. */
  readonly said: keyof MatterWords['said'] | null
}

interface Spoken {
  readonly language: Language
  readonly words: MatterWords
  readonly general: PublicWords
}

/** One matter for everybody: how it stands, who has which part, and its story from the start. */
export function matterPage(sheet: MatterSheet, spoken: Spoken): Html {
  const { place, concern, time, today, said } = sheet
  const { words, general, language } = spoken
  return html`<div class="matter">
    <div class="bar">
      <a href="/public/${place.id}?language=${language}">${words.echoWall}</a>
      ${pageLinks(language, general)}
    </div>
    <div class="top">
      <h1>${phrased(concern.text)}</h1>
      <p class="quiet">${words.about(concern.no, place.name, concern.voices)}</p>
    </div>
    <main>
      <div class="stands">
        ${
          said
            ? html`<p class="said" id="said" role="status">
                ${words.said[said]} <a href="/mine/${place.id}/${concern.id}">${words.toMine}</a>
              </p>`
            : null
        }
        ${stands(sheet, spoken)} ${said ? null : addVoice(sheet, spoken)}
      </div>
      <section class="story">
        <h2>${words.fromTheStart}</h2>
        <ol class="tale ${sheet.tale.some(({ on }) => !isSameYear(on, sheet.today)) ? 'years' : ''}">
          ${sheet.tale.map((step, at) => row(step, sheet.tale[at - 1], sheet, spoken))}
        </ol>
      </section>
    </main>
    <footer>
      <a href="/say/${place.id}">${words.tellUs}</a>
      <span class="screen-only">${general.print}</span>
      <p>${words.asAt(general.day(today, today), time)}</p>
    </footer>
  </div>`
}

/** The promise that speaks for the matter: the one whose day is nearest or passed, else what was done last. */
function leading(promises: readonly Commitment[]): Commitment | null {
  const running = promises.filter(({ state }) => state === 'open')
  if (running.length > 0) return running.reduce((one, other) => (other.dueOn < one.dueOn ? other : one))
  return promises.at(-1) ?? null
}

function stands(sheet: MatterSheet, { words, general }: Spoken): Html {
  const { concern, promises, today } = sheet
  const one = leading(promises)
  if (!one) return html`<section class="stand"><p>${words.state[concern.state]}</p></section>`
  const isDone = isReportedDone(one)
  const left = daysBetween(today, one.dueOn)
  const [tone, lead, rest] = isDone
    ? ['kept', words.saidDone(one.owner), general.day(one.doneOn ?? one.dueOn, today)]
    : left < 0
      ? ['late', words.notDone(one.owner), words.daysLate(-left)]
      : ['soon', words.inHand(one.owner), left === 0 ? words.today : words.daysLeft(left)]
  return html`<section class="stand ${tone}">
    <p>${lead}<b>${rest}</b></p>
    <dl class="days">
      <div class="first">
        <dt>${words.firstDay}</dt>
        <dd>${general.day(one.firstDueOn, today)}</dd>
      </div>
      <div>
        <dt>${one.timesMoved > 0 ? words.nowMoved(one.timesMoved) : words.presentDay}</dt>
        <dd>${one.dueOn === one.firstDueOn ? words.notMoved : general.day(one.dueOn, today)}</dd>
      </div>
    </dl>
    <ul class="both">
      ${promises.flatMap((promise) => parts(promise, sheet, words, general))}
    </ul>
  </section>`
}

function parts(one: Commitment, { today }: MatterSheet, words: MatterWords, general: PublicWords): Html[] {
  const until = (day: Day): string => words.byDay(general.day(day, today))
  const isTaken = one.origin === 'taken-on'
  const whole = isTaken ? [words.takenOn, until(one.dueOn)].join(words.comma) : until(one.dueOn)
  return [
    part(one.owner, one.measure, isReportedDone(one) ? words.doneName(one) : null, whole),
    ...one.coOwners.map(({ name, part: what, dueOn, doneOn }) =>
      part(name, what, doneOn === null ? null : words.doneName(one), until(dueOn ?? one.dueOn)),
    ),
  ]
}

const part = (who: string, what: string, done: string | null, until: string): Html =>
  html`<li>
    <b>${who}</b><span>${phrased(what)}</span
    ><span class="right ${done ? 'kept' : ''}">${done ?? until}</span>
  </li>`

const addVoice = ({ concern, path }: MatterSheet, { words, language }: Spoken): Html | null =>
  isOver(concern)
    ? null
    : html`<form class="add" method="post" action="${path}/voice?language=${language}">
        <button class="button wide">${words.addVoice}</button>
        <p class="quiet">${words.addVoiceWhat}</p>
      </form>`

const isSameYear = (one: Day, other: Day): boolean => one.slice(0, 4) === other.slice(0, 4)

function row(step: TaleStep, before: TaleStep | undefined, sheet: MatterSheet, spoken: Spoken): Html {
  const { words, general } = spoken
  const isSame = before?.on === step.on
  return html`<li class="${step.tone}">
    <time datetime="${step.on}">${isSame ? words.sameDay : general.day(step.on, sheet.today)}</time>
    <div>
      ${step.quote ? html`<q>${phrased(step.quote)}</q>` : null}${step.lead ? html`<b>${step.lead}</b>` : null}${phrased(step.text)}
      ${step.note ? html`<small>${step.note}</small>` : null}
      ${
        step.photos.length > 0
          ? html`<span class="photos">
              ${step.photos.map(
                ({ id }, at) =>
                  html`<a href="${photoPath(id, 'full')}"
                    ><img
                      src="${photoPath(id, 'small')}"
                      alt="${general.photo(at + 1)}"
                      loading="lazy"
                      width="160"
                      height="120"
                  /></a>`,
              )}
            </span>`
          : null
      }
    </div>
  </li>`
}
