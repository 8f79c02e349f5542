import type { Day } from '../../../shared/kernel/day.ts'
import { isConfirmed, isReportedDone, type Commitment } from '../../../shared/commitments/commitment.ts'
import type { ReviewedPromise } from '../../../shared/agenda/review.ts'
import type { Comment } from '../../../shared/comments/comment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { formatOf } from '../../../shared/meetings/formats.ts'
import type { Erratum } from '../../../shared/meetings/meeting.ts'
import type { Line, Piece, RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { isBad } from '../../../shared/ratings/rating.ts'
import type { MeetingSnapshot } from '../../../shared/protocol/room.ts'
import type { Language } from '../../../shared/words/language.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { html, type Html } from '../frame/html.ts'
import { eaves, pageLinks, placeSeal } from '../frame/page.ts'
import { signatureOf } from './signature.ts'
import { timeAndVenue } from './time-and-venue.ts'

export interface SignedMinutes {
  readonly rendered: RenderedMinutes
  readonly digest: string
  /** Words that were not read out that evening. */
  readonly appendix?: readonly Pick<Comment, 'id' | 'name' | 'text'>[]
}

/** Which of several versions is shown; one that was never corrected says nothing. */
export interface ShownVersion {
  readonly version: number
  readonly latest: number
  readonly erratum: Erratum | null
  /** The next version is being written. */
  readonly isBeingCorrected: boolean
  /** Promises of before over which hands were raised on this evening. */
  readonly judged?: readonly ReviewedPromise[]
}

export const FIRST_VERSION: ShownVersion = { version: 1, latest: 1, erratum: null, isBeingCorrected: false }

interface Reading {
  readonly room: MeetingSnapshot
  /** Promises of before over which hands were raised. */
  readonly judged: readonly ReviewedPromise[]
  readonly words: PublicWords
  readonly language: Language
}

const DIGEST_SHOWN = 16

/** The signed minutes as everybody may read them: what was said, raised, answered and promised. */
export function minutesPage(
  room: MeetingSnapshot,
  signed: SignedMinutes,
  words: PublicWords,
  language: Language,
  shown: ShownVersion = FIRST_VERSION,
): Html {
  const confirmed = room.commitments.filter(isConfirmed)
  const judged = shown.judged ?? []
  const reading: Reading = { room: { ...room, commitments: confirmed }, judged, words, language }
  const { meeting, today } = room
  const format = formatOf(meeting.format)
  return html`<div class="sheet">
    ${pageLinks(language, words)} ${eaves()}
    <header>
      <div>
        <p class="place">${room.place.name}，${format.name[language]}</p>
        <h1 class="title">${meeting.title}</h1>
        <p>${words.heldOn(words.day(meeting.onDay, today))}</p>
        ${timeAndVenue(meeting, words, language)} ${versionNote(shown, reading)}
      </div>
      ${placeSeal(room.place.name)}
    </header>
    <main class="reading">
      ${handsRaised(reading)} ${promises(reading)}
      <section class="text">
        <h2>${words.minutes}</h2>
        ${signed.rendered.sections.map((section) => sectionOf(section, reading))}
      </section>
      ${concerns(reading)} ${appendixOf(signed, words)} ${missing(signed.rendered, reading)}
      <section class="signed">${room.signatures.map((signature) => signatureOf(signature, reading))}</section>
    </main>
    <footer>
      <p><a href="/public/${room.place.id}?language=${language}">${words.backToEchoWall}</a></p>
      <p class="right">${words.fingerprint} <code>${signed.digest.slice(0, DIGEST_SHOWN)}</code></p>
    </footer>
  </div>`
}

/** Which version this is, why it was corrected, and where the others are. */
function versionNote(
  { version, latest, erratum, isBeingCorrected }: ShownVersion,
  reading: Reading,
): Html | null {
  const { room, words, language } = reading
  if (latest === 1 && !isBeingCorrected) return null
  const path = `/public/${room.place.id}/minutes/${room.meeting.id}?language=${language}`
  const others = Array.from({ length: latest }, (_, at) => at + 1).filter((one) => one !== version)
  const why = erratum && words.correctedBecause(erratum.reason, erratum.by)
  return html`<div class="version">
    <p><b>${words.versionNo(version)}</b> ${why}</p>
    ${version < latest ? html`<p>${words.correctedSince}</p>` : null}
    ${isBeingCorrected && version === latest ? html`<p>${words.beingCorrected}</p>` : null}
    ${
      others.length === 0
        ? null
        : html`<p class="screen-only">
            ${others.map((one) => html`<a href="${path}&version=${one}">${words.seeVersion(one)}</a> `)}
          </p>`
    }
  </div>`
}

function sectionOf(section: RenderedMinutes['sections'][number], reading: Reading): Html | null {
  const item = reading.room.agenda.find(({ id }) => id === section.agendaItemId)
  if (!item && section.lines.length === 0) return null
  return html`<section class="item">
    ${item ? html`<h3>${item.title}</h3>` : null}
    ${
      section.lines.length === 0
        ? html`<p class="quiet">${reading.words.nothingWritten}</p>`
        : html`<dl>${section.lines.map((line) => lineOf(line, reading))}</dl>`
    }
  </section>`
}

const lineOf = (line: Line, reading: Reading): Html =>
  html`<div class="turn ${line.speaker === null ? 'note' : ''}">
    <dt>${line.speaker ?? reading.words.note}</dt>
    <dd>${line.pieces.map((piece) => pieceOf(piece, reading))}</dd>
  </div>`

function pieceOf(piece: Piece, { room, words }: Reading): Html | null {
  if (piece.kind === 'text') return html`${piece.text}`
  if (piece.kind === 'concern') {
    const concern = room.concerns.find(({ id }) => id === piece.concernId)
    return concern
      ? html`<a class="chip" href="#matter-${concern.no}">${words.concernNo(concern.no)}</a>`
      : null
  }
  const promise = room.commitments.find(({ id }) => id === piece.commitmentId)
  return promise
    ? html`<a class="chip vow" href="#promise-${promise.id}"
        >${words.byDay(promise.owner, words.day(promise.firstDueOn, room.today))}</a
      >`
    : null
}

/** What was promised before, as the hall judged it by hands. */
function handsRaised({ judged, room, words }: Reading): Html | null {
  if (judged.length === 0) return null
  return html`<section class="promises">
    <h2>${words.reviewedTitle}</h2>
    <ol>
      ${judged.map(({ commitment, rating }) => {
        const { owner, measure, firstDueOn, dueOn, timesReopened } = commitment
        const { done, satisfied } = rating!.hands!
        const isAgain = isBad(rating!) && timesReopened === rating!.round + 1
        return html`<li>
          <div>
            <p>${measure} <small>${words.byDay(owner, words.day(firstDueOn, room.today))}</small></p>
            <p><b>${words.handsFor(done, satisfied)}</b></p>
            ${isAgain ? html`<p>${words.openedAgain(words.day(dueOn, room.today))}</p>` : null}
          </div>
        </li>`
      })}
    </ol>
  </section>`
}

function promises({ room, words }: Reading): Html | null {
  if (room.commitments.length === 0) return null
  return html`<section class="promises">
    <h2>${words.promisesTitle}</h2>
    <ol>
      ${room.commitments.map((commitment) => promiseOf(commitment, room, words))}
    </ol>
  </section>`
}

function promiseOf(commitment: Commitment, room: MeetingSnapshot, words: PublicWords): Html {
  const concern = room.concerns.find(({ id }) => id === commitment.concernId)
  const day = (on: Day): string => words.day(on, room.today)
  const { id, verbatim, owner, ownerTitle, measure, firstDueOn, dueOn, timesMoved } = commitment
  const moved =
    timesMoved > 0 ? html`<small>${words.nowOn(day(dueOn))}，${words.moved(timesMoved)}</small>` : null
  const isSettled = commitment.state === 'settled'
  const said = isReportedDone(commitment) && !isSettled && words.doneName(commitment)
  return html`<li id="promise-${id}">
    <p class="seal">${isSettled ? words.doneName(commitment) : words.vow}</p>
    <div>
      <blockquote>${words.quoted(verbatim)}</blockquote>
      <dl class="terms">
        <div>
          <dt>${words.who}</dt>
          <dd>${owner} <small>${ownerTitle}</small></dd>
        </div>
        <div>
          <dt>${words.how}</dt>
          <dd>${measure}</dd>
        </div>
        <div>
          <dt>${words.byWhen}</dt>
          <dd>${day(firstDueOn)} ${moved} ${said ? html`<small>${said}</small>` : null}</dd>
        </div>
        ${commitment.coOwners.map(
          ({ name, part, dueOn: on }) =>
            html`<div>
              <dt>${words.together}</dt>
              <dd>${words.doing([name], part)} ${on ? html`<small>${day(on)}</small>` : null}</dd>
            </div>`,
        )}
      </dl>
      ${concern ? html`<p class="quiet"><a href="#matter-${concern.no}">${words.concernNo(concern.no)}</a> ${concern.text}</p>` : null}
    </div>
  </li>`
}

function appendixOf({ appendix = [] }: SignedMinutes, words: PublicWords): Html | null {
  if (appendix.length === 0) return null
  return html`<section class="appendix">
    <h2>${words.appendixTitle}</h2>
    <p class="quiet">${words.appendixWhat}</p>
    <dl>
      ${appendix.map(
        ({ name, text }) =>
          html`<div class="turn">
            <dt>${name ?? words.masked}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

function concerns({ room, words }: Reading): Html | null {
  if (room.concerns.length === 0) return null
  return html`<section class="concerns">
    <h2>${words.concernsTitle}</h2>
    <ol>
      ${room.concerns.map(
        (concern) =>
          html`<li id="matter-${concern.no}">
            <p>
              <b>${words.concernNo(concern.no)}</b> <span class="song">${concern.text}</span>
              <span class="quiet">${concern.raisedBy ?? words.masked}</span>
            </p>
            <p class="outcome"><b>${outcomeOf(concern, words)}</b> ${concern.outcome}</p>
          </li>`,
      )}
    </ol>
  </section>`
}

function outcomeOf(concern: Concern, words: PublicWords): string {
  switch (concern.state) {
    case 'raised':
    case 'recorded':
      return words.raised
    case 'answered':
      return words.answered
    case 'promised':
      return words.promisedState
    case 'referred':
      return words.referred(concern.referredTo ?? '')
    case 'assembly':
      return words.assemblyState
    case 'declined':
      return words.declined
    case 'reopened':
      return words.reopenedState
    case 'withdrawn':
      return words.withdrawnState
    case 'merged':
      return words.mergedState
    case 'rated':
    case 'closed':
      return words.closedState
  }
}

/** Deleting a line never deletes a promise: those without a line are named. */
function missing(rendered: RenderedMinutes, { room, words }: Reading): Html | null {
  const written = new Set(
    rendered.sections.flatMap(({ lines }) =>
      lines.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.kind === 'promise' ? piece.commitmentId : [])),
      ),
    ),
  )
  const unwritten = room.commitments.filter(({ id }) => !written.has(id))
  if (unwritten.length === 0) return null
  return html`<section>
    <h2>${words.notInText}</h2>
    <ul>
      ${unwritten.map(({ owner, measure }) => html`<li>${words.doing([owner], measure)}</li>`)}
    </ul>
  </section>`
}
