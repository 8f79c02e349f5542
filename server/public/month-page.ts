import type { Commitment } from '../../shared/commitments/commitment.ts'
import { addDays, endOfMonth, type Day } from '../../shared/kernel/day.ts'
import {
  added,
  asOfDay,
  firstDayOf,
  GROUP_SMALLEST,
  weightOf,
  type Month,
  type MonthRow,
  type MonthRows,
  type MonthSums,
} from '../../shared/ledger/month.ts'
import type { LevelNames, Place, PlaceKind } from '../../shared/places/place.ts'
import type { Language } from '../../shared/words/language.ts'
import type { MonthNumber, MonthRate, MonthWords } from '../../shared/words/month.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { html, type Html } from './html.ts'
import { eaves, languageLinks, placeSeal } from './page.ts'

/** More rows than this would not leave room on one sheet. */
const ROWS_MOST = 8
const NUMBERS: readonly MonthNumber[] = [
  'promised',
  'kept',
  'overdue',
  'moved',
  'handedUp',
  'declined',
  'unrated',
]
const RATES: Readonly<Record<MonthRate, (sums: MonthSums) => readonly [number, number]>> = {
  response: ({ responded, raised }) => [responded, raised],
  resolution: ({ resolved, due }) => [resolved, due],
  satisfaction: ({ satisfied, rated }) => [satisfied, rated],
}

export interface MonthSheet {
  readonly place: Place
  readonly month: Month
  readonly today: Day
  readonly own: { readonly sums: MonthSums; readonly rows: MonthRows } | null
  readonly below: readonly MonthRow[]
  /** What the levels are called there. */
  readonly levels: LevelNames
  /** Of what kind the place next above is. */
  readonly above: PlaceKind | null
}

interface Spoken {
  readonly language: Language
  readonly words: MonthWords
  readonly general: PublicWords
}

/** One month on one sheet, written from the ledger. */
export function monthPage(sheet: MonthSheet, spoken: Spoken): Html {
  const { place, month, today, own } = sheet
  const { language, words, general } = spoken
  const first = firstDayOf(month)
  return html`<div class="sheet month">
    ${languageLinks(language, general)} ${eaves()}
    <header>
      <div>
        <h1 class="title">${words.title(first)}</h1>
        <p>${words.lead}</p>
      </div>
      ${placeSeal(place.name)}
    </header>
    <main>
      ${
        first > today
          ? html`<p class="empty">${words.notYet}</p>`
          : own
            ? ofPlace(own.sums, own.rows, sheet, spoken)
            : ofPlaces(sheet, words)
      }
    </main>
    <footer>
      <p>
        <a href="/public/${place.id}?language=${language}">${general.backToEchoWall}</a>
        <span class="screen-only">
          · <a href="${monthOf(addDays(first, -1))}?language=${language}">${words.before}</a> ·
          <a href="${monthOf(addDays(endOfMonth(first), 1))}?language=${language}">${words.after}</a></span
        >
      </p>
      <p class="right">
        ${general.asOf(general.day(asOfDay(month, today), today))}<br />${place.name}<span class="screen-only"
          ><br />${general.print}</span
        >
      </p>
    </footer>
  </div>`
}

const monthOf = (day: Day): Month => day.slice(0, 7)

function ofPlace(sums: MonthSums, rows: MonthRows, sheet: MonthSheet, { words, general }: Spoken): Html {
  const isNothing = weightOf(sums) === 0 && rows.overdue.length === 0 && rows.kept.length === 0
  return html`${numbers(sums, sheet, words)} ${rates(sums, words)}
  ${isNothing ? html`<p class="empty">${words.nothing}</p>` : null}
  ${promises(words.overdueTitle, rows.overdue, 'late', sheet, words, general)}
  ${promises(words.keptTitle, rows.kept, 'settled', sheet, words, general)}`
}

const numberName = (name: MonthNumber, { levels, above }: MonthSheet, words: MonthWords): string => {
  const level = above && levels[above]
  return name === 'handedUp' && level ? words.handedUpTo(level) : words.number[name]
}

const numbers = (sums: MonthSums, sheet: MonthSheet, words: MonthWords): Html =>
  html`<dl class="sum">
      ${NUMBERS.map(
        (name) =>
          html`<div class="${tone(name, sums)}">
            <dt>${numberName(name, sheet, words)}</dt>
            <dd>${sums[name]}</dd>
          </div>`,
      )}
    </dl>
    <p class="quiet">${words.keptInTime(sums)}</p>`

const tone = (name: MonthNumber, sums: MonthSums): string =>
  name === 'kept' ? 'good' : name === 'overdue' && sums.overdue > 0 ? 'bad' : ''

const rates = (sums: MonthSums, words: MonthWords): Html =>
  html`<dl class="rates">
    ${(Object.keys(RATES) as MonthRate[]).map(
      (name) =>
        html`<div>
          <dt>${words.rate[name]}</dt>
          <dd><b>${rateIn(name, sums, words)}</b> <span>${words.rateWhat[name](sums)}</span></dd>
        </div>`,
    )}
  </dl>`

function rateIn(name: MonthRate, sums: MonthSums, words: MonthWords): string {
  const [some, whole] = RATES[name](sums)
  return whole === 0 ? words.nothingToRate : `${Math.floor((100 * some) / whole)}%`
}

function promises(
  title: string,
  rows: readonly Commitment[],
  tone: string,
  { today }: MonthSheet,
  words: MonthWords,
  general: PublicWords,
): Html | null {
  if (rows.length === 0) return null
  const more = rows.length - ROWS_MOST
  return html`<table class="${tone}">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${[general.matter, general.firstDay, general.presentDay].map(
            (name) => html`<th scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, ROWS_MOST).map(
          (one) =>
            html`<tr>
              <th scope="row"><b>${one.measure}</b><span>${one.owner}</span></th>
              <td class="d first"><i>${general.firstDay}</i>${general.day(one.firstDueOn, today)}</td>
              <td class="d now">
                <i>${general.presentDay}</i>${general.day(one.doneOn ?? one.dueOn, today)}
                ${one.timesMoved > 0 ? html`<small>${general.moved(one.timesMoved)}</small>` : null}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="quiet">${words.andMore(more)}</p>` : null}`
}

function ofPlaces(sheet: MonthSheet, words: MonthWords): Html {
  const { below, levels } = sheet
  const whole = added(below.map(({ sums }) => sums))
  if (weightOf(whole) < GROUP_SMALLEST) return html`<p class="empty">${words.tooFew}</p>`
  return html`${numbers(whole, sheet, words)} ${rates(whole, words)}
    <table class="places">
      <thead>
        <tr>
          <th scope="col">${levels.village ?? words.village}</th>
          ${[...NUMBERS.map((name) => numberName(name, sheet, words)), ...Object.values(words.rate)].map(
            (name) => html`<th scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${below.map((row) => villageRow(row, words))}
      </tbody>
    </table>
    <p class="quiet">${words.tooFewWhat}</p>`
}

const villageRow = ({ names, sums }: MonthRow, words: MonthWords): Html =>
  html`<tr>
    <th scope="row">${names.length === 1 ? names[0]! : words.together(names.length)}</th>
    ${NUMBERS.map((name) => html`<td>${sums[name]}</td>`)}
    ${(Object.keys(RATES) as MonthRate[]).map((name) => html`<td>${rateIn(name, sums, words)}</td>`)}
  </tr>`
