import { renderSVG } from 'uqr'
import { daysBetween, type Day } from '../../shared/kernel/day.ts'
import { deciderOf, isReportedDone, type Commitment } from '../../shared/commitments/commitment.ts'
import { MAX_PHOTOS, photoPath } from '../../shared/commitments/photo.ts'
import { standingOf } from '../../shared/commitments/standing.ts'
import { matterPath } from '../../shared/ledger/public-matter.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import type { Appointment, Meeting } from '../../shared/meetings/meeting.ts'
import { timeAndVenueInWords, weekdayInWords } from '../../shared/words/days.ts'
import type { Language } from '../../shared/words/language.ts'
import type { PublicWords } from '../../shared/words/public.ts'
import { Html, html, phrased } from './frame/html.ts'
import { eaves, pageLinks, placeSeal } from './frame/page.ts'

/** An evening that is planned, as everybody may read it. */
export interface NextEvening extends Pick<Meeting, 'title'>, Appointment {
  /** When and where people were called first, where that has changed. */
  readonly first: Appointment | null
}

export interface PublishedMinutes {
  readonly meetingId: string
  readonly title: string
  readonly onDay: Day
}

const MAX_SETTLED = 30
/** More running promises than this are printed in smaller letters. */
const ROWS_OF_A_SHEET = 9

/** Every promise of a place: its first day, its present day, kept or not; one A3 sheet when printed. */
export function echoWall(
  view: LedgerView,
  published: readonly PublishedMinutes[],
  words: PublicWords,
  language: Language,
  /** Where this page is reached; on paper it becomes a code to scan. */
  address: string | null = null,
  /** Where each matter has a page of its own. */
  addresses: ReadonlyMap<string, string> = new Map(),
  planned: readonly NextEvening[] = [],
): Html {
  const promised = view.commitments.filter((one) => one.state === 'open' || isReportedDone(one))
  const standing = (commitment: Commitment) => standingOf(commitment, view.today)
  const overdue = promised.filter((one) => standing(one) === 'overdue').sort(byDay)
  const running = promised.filter((one) => ['due-soon', 'on-track'].includes(standing(one))).sort(byDay)
  const settled = promised.filter(isReportedDone).sort((a, b) => -byDone(a, b))
  const pathOf = ({ concernId }: Commitment): string | null => {
    const own = addresses.get(concernId ?? '')
    return own ? `${matterPath(view.place.id, own)}?language=${language}` : null
  }
  const row = (commitment: Commitment) => matterRow(commitment, view, words, pathOf(commitment))
  const isMuch = overdue.length + running.length > ROWS_OF_A_SHEET
  return html`<div class="sheet wall ${isMuch ? 'many' : ''}">
    ${pageLinks(language, words)} ${eaves()} ${heading(view, words, language)}
    <main>
      <dl class="sum">
        ${count(promised.length, words.promised, '')} ${count(settled.length, words.settled, 'good')}
        ${count(running.length, words.running, '')}
        ${count(overdue.length, words.overdue, overdue.length ? 'bad' : '')}
      </dl>
      ${promised.length === 0 ? html`<p class="empty">${words.noPromisesYet}</p>` : null}
      ${table(words.overdueTitle, words.presentDay, words.howItStands, overdue.map(row), words, 'late')}
      ${table(words.runningTitle, words.presentDay, words.howItStands, running.map(row), words, '')}
      ${table(words.settledTitle, words.doneDay, words.whatWasDone, settled.slice(0, MAX_SETTLED).map(row), words, 'settled')}
      ${nextEvenings(planned, view, words, language)} ${minutesList(published, view, words, language)}
    </main>
    ${footer(view, words, address)}
  </div>`
}

const heading = (view: LedgerView, words: PublicWords, language: Language): Html =>
  html`<header>
    <div>
      <h1>${words.echoWall}</h1>
      <p>${words.echoWallLead}</p>
      <p class="screen-only">
        <a href="/public/${view.place.id}/month/${view.today.slice(0, 7)}?language=${language}"
          >${words.monthSheet}</a
        >
        <a href="/say/${view.place.id}">${words.toOpinionBox}</a>
        <a href="/mine/${view.place.id}">${words.toMyMatters}</a>
        <a href="/public/${view.place.id}/catalogue?language=${language}">${words.catalogue}</a>
      </p>
    </div>
    ${placeSeal(view.place.name)}
  </header>`

function minutesList(
  published: readonly PublishedMinutes[],
  view: LedgerView,
  words: PublicWords,
  language: Language,
): Html {
  const links = published.map((one) => minutesLink(one, view, words, language))
  return html`<section class="minutes-list">
    <h2>${words.minutesOf}</h2>
    ${
      links.length === 0
        ? html`<p class="empty">${words.noMinutesYet}</p>`
        : html`<ul>
            ${links}
          </ul>`
    }
  </section>`
}

function nextEvenings(
  planned: readonly NextEvening[],
  view: LedgerView,
  words: PublicWords,
  language: Language,
): Html | null {
  if (planned.length === 0) return null
  const called = (one: Appointment): string =>
    words.nextEveningOn(
      `${words.day(one.onDay, view.today)} ${weekdayInWords(one.onDay, language)}`,
      timeAndVenueInWords(one, language),
    )
  return html`<section class="minutes-list">
    <h2>${words.nextEvenings}</h2>
    <ul>
      ${planned.map(
        ({ first, ...one }) =>
          html`<li>
            <b>${phrased(one.title)}</b>
            <span class="quiet"
              >${phrased(first ? words.nextEveningMoved(called(one), called(first)) : called(one))}</span
            >
          </li>`,
      )}
    </ul>
  </section>`
}

const CODE_BORDER = 1

function footer(view: LedgerView, words: PublicWords, address: string | null): Html {
  const code = address === null ? null : new Html(renderSVG(address, { border: CODE_BORDER }))
  return html`<footer>
    ${code ? html`<div class="qr">${code}</div>` : null}
    <p>
      ${code ? html`<b>${words.scanHere}</b><br />${words.scanWhat}<br /><span class="address">${address}</span>` : words.scanWhat}
    </p>
    <p class="right">
      ${words.asOf(words.day(view.today, view.today))}<br />${view.place.name}<span class="screen-only"
        ><br />${words.print}</span
      >
    </p>
  </footer>`
}

const byDay = (a: Commitment, b: Commitment): number => a.dueOn.localeCompare(b.dueOn)
const byDone = (a: Commitment, b: Commitment): number => (a.doneOn ?? '').localeCompare(b.doneOn ?? '')

const count = (number: number, label: string, tone: string): Html =>
  html`<div class="${tone}">
    <dt>${label}</dt>
    <dd>${number}</dd>
  </div>`

const minutesLink = (one: PublishedMinutes, view: LedgerView, words: PublicWords, language: Language): Html =>
  html`<li>
    <a href="/public/${view.place.id}/minutes/${one.meetingId}?language=${language}">${one.title}</a>
    <span class="quiet">${words.heldOn(words.day(one.onDay, view.today))}</span>
  </li>`

function table(
  title: string,
  day: string,
  state: string,
  rows: Html[],
  words: PublicWords,
  tone: string,
): Html | null {
  if (rows.length === 0) return null
  return html`<table class="${tone}">
    <caption>
      ${title}
    </caption>
    <thead>
      <tr>
        ${[words.no, words.matter, words.firstDay, day, state].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

function matterRow(commitment: Commitment, view: LedgerView, words: PublicWords, path: string | null): Html {
  const { today } = view
  const concern = view.concerns.find(({ id }) => id === commitment.concernId)
  const owners = [commitment.owner, ...commitment.coOwners.map(({ name }) => name)]
  const isDone = isReportedDone(commitment)
  const isSaidOtherwise = concern !== undefined && concern.text !== commitment.measure
  return html`<tr>
    <td class="no">${concern?.no ?? ''}</td>
    <th scope="row">
      <b
        >${path ? html`<a href="${path}">${concern?.text ?? commitment.measure}</a>` : (concern?.text ?? commitment.measure)}</b
      ><span>${isSaidOtherwise ? words.doing(owners, commitment.measure) : owners.join('、')}</span>
    </th>
    <td class="d first"><i>${words.firstDay}</i>${words.day(commitment.firstDueOn, today)}</td>
    <td class="d now">
      <i>${isDone ? words.doneDay : words.presentDay}</i>${dayShown(commitment, today, words)}
      ${commitment.timesMoved > 0 ? html`<small>${words.moved(commitment.timesMoved)}</small>` : null}
    </td>
    <td class="res">${howItStands(commitment, view, words)} ${photosOf(commitment, view, words)}</td>
  </tr>`
}

/** The last photos that came with its reports; on paper there is no room for them. */
function photosOf({ id }: Commitment, { photos = [] }: LedgerView, words: PublicWords): Html | null {
  const shown = photos.filter((one) => one.commitmentId === id && !one.isRemoved).slice(-MAX_PHOTOS)
  if (shown.length === 0) return null
  const links = shown.map(
    (photo, at) =>
      html`<a href="${photoPath(photo.id, 'full')}"
        ><img
          src="${photoPath(photo.id, 'small')}"
          alt="${words.photo(at + 1)}"
          loading="lazy"
          width="96"
          height="72"
      /></a>`,
  )
  return html`<span class="photos screen-only">${links}</span>`
}

/** Of what an old ledger says, the day may be unknown. */
function dayShown(commitment: Commitment, today: Day, words: PublicWords): string {
  if (!isReportedDone(commitment)) return words.day(commitment.dueOn, today)
  return commitment.doneOn === null ? words.dayUnknown : words.day(commitment.doneOn, today)
}

function howItStands(commitment: Commitment, view: LedgerView, words: PublicWords): Html {
  if (isReportedDone(commitment)) {
    const late = commitment.doneOn === null ? 0 : daysBetween(commitment.firstDueOn, commitment.doneOn)
    const name = words.doneName(commitment)
    return html`<span class="pair"
      >${commitment.state === 'settled' ? html`<span class="seal">${name}</span>` : html`<b>${name}</b>`}<span
        >${commitment.report} ${late > 0 ? html`<small>${words.doneLate(late)}</small>` : null}</span
      ></span
    >`
  }
  const left = daysBetween(view.today, commitment.dueOn)
  const move = view.dueChanges.filter(({ commitmentId }) => commitmentId === commitment.id).pop()
  const text = left < 0 ? words.daysLate(-left) : left === 0 ? words.today : words.daysLeft(left)
  return html`<b>${text}</b
    >${move ? html`<small>${words.movedBecause(move.reason, deciderOf({ byPost: move.byPost }))}</small>` : null}`
}
