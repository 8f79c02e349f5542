import type { Commitment } from '../../shared/commitments/commitment.ts'
import { addDays, endOfMonth, type Day } from '../../shared/kernel/day.ts'
import { toldRows, type Told, type ToldSums } from '../../shared/ledger/figures.ts'
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
import type { Countersign } from '../../shared/ledger/countersign.ts'
import type { LevelNames, Place, PlaceKind } from '../../shared/places/place.ts'
import type { Language } from '../../shared/words/language.ts'
import type { MonthNumber, MonthRate, MonthWords } from '../../shared/words/month.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { html, type Html } from './frame/html.ts'
import { eaves, pageLinks, placeSeal } from './frame/page.ts'

/** More rows than this would not leave room on one sheet. */
const MAX_ROWS = 8
const NUMBERS: readonly MonthNumber[] = [
  'promised',
  'kept',
  'overdue',
  'moved',
  'handedUp',
  'declined',
  'unrated',
]
const RATES: Readonly<Record<MonthRate, (sums: ToldSums) => readonly [Told, Told]>> = {
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
  readonly countersigns: readonly Countersign[]
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
  return html`<div class="sheet month ${densityOf(sheet)}">
    ${pageLinks(language, general)} ${eaves()}
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
      ${countersigned(sheet, spoken)}
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

/** Who of the supervision stands for the sheet. */
function countersigned({ countersigns, today }: MonthSheet, { words, general }: Spoken): Html | null {
  if (countersigns.length === 0) return null
  return html`<p class="signed">
    ${countersigns.map(
      ({ name, post, on }) =>
        html`<span
          >${words.countersigned} <b class="song">${name}</b> ${post} ${general.day(on, today)}</span
        >`,
    )}
  </p>`
}

/** More rows than this are printed in smaller letters, so that one sheet holds them. */
const ROWS_OF_A_SHEET = [9, 20] as const

function densityOf({ own, below }: MonthSheet): string {
  const rows = own ? own.rows.overdue.length + own.rows.kept.length : below.length
  return rows > ROWS_OF_A_SHEET[1] ? 'many crowded' : rows > ROWS_OF_A_SHEET[0] ? 'many' : ''
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

const numbers = (sums: ToldSums, sheet: MonthSheet, words: MonthWords): Html =>
  html`<dl class="sum">
      ${NUMBERS.map(
        (name) =>
          html`<div class="${tone(name, sums)}">
            <dt>${numberName(name, sheet, words)}</dt>
            <dd>${toldOr(sums[name], words)}</dd>
          </div>`,
      )}
    </dl>
    ${sums.keptInTime === null ? null : html`<p class="quiet">${words.keptInTime(sums.keptInTime)}</p>`}`

const toldOr = (count: Told, words: MonthWords): Html =>
  count === null ? html`<small>${words.tooFew}</small>` : html`${count}`

const tone = (name: MonthNumber, sums: ToldSums): string =>
  name === 'kept' ? 'good' : name === 'overdue' && sums.overdue !== 0 ? 'bad' : ''

const rates = (sums: ToldSums, words: MonthWords): Html =>
  html`<dl class="rates">
    ${(Object.keys(RATES) as MonthRate[]).map(
      (name) =>
        html`<div>
          <dt>${words.rate[name]}</dt>
          <dd><b>${rateIn(name, sums, words)}</b> ${rateWhat(name, sums, words)}</dd>
        </div>`,
    )}
  </dl>`

/** Both counts of a rate; none where so few stand behind it that they could be recognised. */
function sharesIn(name: MonthRate, sums: ToldSums): readonly [number, number] | null {
  const [some, whole] = RATES[name](sums)
  const isTooFew = some === null || whole === null || (whole > 0 && whole < GROUP_SMALLEST)
  return isTooFew ? null : [some, whole]
}

function rateIn(name: MonthRate, sums: ToldSums, words: MonthWords): string {
  const shares = sharesIn(name, sums)
  if (!shares) return words.tooFew
  const [some, whole] = shares
  return whole === 0 ? words.nothingToRate : `${Math.floor((100 * some) / whole)}%`
}

function rateWhat(name: MonthRate, sums: ToldSums, words: MonthWords): Html | null {
  const shares = sharesIn(name, sums)
  return shares && html`<span>${words.rateWhat[name](...shares)}</span>`
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
  const more = rows.length - MAX_ROWS
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
        ${rows.slice(0, MAX_ROWS).map(
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
  const sums = below.map((row) => row.sums)
  const whole = added(sums)
  if (weightOf(whole) < GROUP_SMALLEST) return html`<p class="empty">${words.tooFew}</p>`
  const [all] = toldRows([whole])
  const rows = toldRows(sums)
  const names = [...NUMBERS.map((name) => numberName(name, sheet, words)), ...Object.values(words.rate)]
  return html`${numbers(all!, sheet, words)} ${rates(all!, words)}
    <table class="places">
      <thead>
        <tr>
          <th scope="col">${levels.village ?? words.village}</th>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${below.map((row, at) => villageRow(row.names, rows[at]!, names, words))}
      </tbody>
    </table>
    <p class="quiet">${words.tooFewWhat}</p>`
}

/** On a phone there is no heading above a column: each cell has its own. */
function villageRow(
  places: MonthRow['names'],
  sums: ToldSums,
  names: readonly string[],
  words: MonthWords,
): Html {
  const cells = [
    ...NUMBERS.map((name) => toldOr(sums[name], words)),
    ...(Object.keys(RATES) as MonthRate[]).map((name) => rateIn(name, sums, words)),
  ]
  return html`<tr>
    <th scope="row">${places.length === 1 ? places[0]! : words.together(places.length)}</th>
    ${cells.map((cell, at) => html`<td><i>${names[at]!}</i>${cell}</td>`)}
  </tr>`
}
