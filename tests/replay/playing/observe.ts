import type { RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { Client } from '../../support/running/client.ts'
import type { PlayedEvening } from './evening.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { LedgerPage } from '../../../shared/ledger/ledger.ts'
import type { CommentSeen, PromiseSeen, Seen, TurnSeen } from '../report.ts'
import type { ShownComments } from './shown-comments.ts'

const HEARD_WITHIN_MS = 20_000
const LOOK_AGAIN_MS = 50

/** What clients that did not do the sending hold at the end, asked for from outside. */
export async function observe(evening: PlayedEvening, url: string, placeId: string): Promise<Seen> {
  const { meetingId, wall, phones, sent } = evening
  const expected = sent.comments.flat().length
  await heardAll([wall.shown, ...[...phones.values()].map(({ shown }) => shown)], expected)
  const reader = new Client(url)
  // Somebody who came on a phone, in a browser of their own.
  reader.cookie = [...phones.values()][0]?.client.cookie ?? wall.client.cookie
  reader.placeId = placeId
  const room = await reader.room(meetingId)
  const minutes = await reader.read(`/api/places/${placeId}/meetings/${meetingId}/minutes`)
  const ledger = await reader.read(`/api/places/${placeId}/ledger`)
  return {
    minutes: turnsOf(minutes),
    comments: [...room.comments].sort(byShown).map(({ id, text }: CommentSeen) => ({ id, text })),
    wall: wall.shown.list(),
    phones: [...phones].map(([name, { shown }]) => ({ name, comments: shown.list() })),
    concerns: room.concerns.map(({ id, text }: CommentSeen) => ({ id, text })),
    promises: promisesOf(ledger.commitments, meetingId),
    ledger: promisesOf(await leafedThrough(reader, placeId), meetingId),
  }
}

/** Page after page, as somebody who scrolls to the end. */
async function leafedThrough(reader: Client, placeId: string): Promise<Commitment[]> {
  const found: Commitment[] = []
  for (let after: string | null = ''; after !== null;) {
    const rest: string = after && `&after=${encodeURIComponent(after)}`
    const page: LedgerPage = await reader.read(`/api/places/${placeId}/ledger?view=unit${rest}`)
    found.push(...page.matters.map(({ commitment }) => commitment))
    after = page.next
  }
  return found
}

const promisesOf = (commitments: readonly Commitment[], meetingId: string): PromiseSeen[] =>
  commitments
    .filter((one) => one.meetingId === meetingId)
    .map(({ id, verbatim, owner, measure, dueOn }) => ({ id, text: verbatim, owner, measure, dueOn }))

const byShown = (a: { shownSeq: number }, b: { shownSeq: number }): number => a.shownSeq - b.shownSeq

async function heardAll(screens: readonly ShownComments[], expected: number): Promise<void> {
  const until = performance.now() + HEARD_WITHIN_MS
  const missing = () => screens.some(({ count }) => count < expected)
  while (missing() && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
}

const turnsOf = (minutes: RenderedMinutes): TurnSeen[] =>
  minutes.sections.flatMap(({ lines }) =>
    lines.map(({ speaker, pieces }) => ({
      name: speaker ?? '',
      text: pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''),
    })),
  )
