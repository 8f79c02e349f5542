import * as Y from 'yjs'
import type { Line, Piece, RenderedMinutes, Section } from '../../../shared/minutes/minutes.ts'
import { pairsOf } from './pairs.ts'
import { BY_DESK, elementFor, fragmentOf, itemOf, sectionsOf, speakerOf } from '../text.ts'

const keyOf = ({ _item }: Y.XmlElement): string => (_item ? `${_item.id.client}:${_item.id.clock}` : '')
const turnsOf = (section: Y.XmlElement): Y.XmlElement[] =>
  section.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)

/** The text as phones and history read it. */
export const renderedFrom = (doc: Y.Doc, meetingId: string, minutesSeq: number): RenderedMinutes => ({
  meetingId,
  minutesSeq,
  sections: sectionsOf(doc).map((section) => ({
    agendaItemId: itemOf(section),
    lines: turnsOf(section).map(lineFrom),
  })),
})

const isWritten = ({ speaker, pieces }: Omit<Line, 'key'>): boolean => speaker !== null || pieces.length > 0
const readsOf = ({ speaker, pieces }: Omit<Line, 'key'>): string => JSON.stringify([speaker, pieces])
const lineFrom = (turn: Y.XmlElement): Line => ({
  key: keyOf(turn),
  speaker: speakerOf(turn),
  pieces: piecesOf(turn),
})

type IsFresh = (turn: Y.XmlElement) => boolean

/** Makes the text read as it once did, as one new edit; lines that read so already, and what came since `seen`, are left alone. */
export function restoreTo(doc: Y.Doc, past: RenderedMinutes, seen = renderedFrom(doc, '', 0)): void {
  const known = new Map(seen.sections.flatMap(({ lines }) => lines.map((line) => [line.key, readsOf(line)])))
  const isFresh: IsFresh = (turn) => known.get(keyOf(turn)) !== readsOf(lineFrom(turn))
  doc.transact(() => {
    let place = 0
    for (const { agendaItemId, lines } of past.sections) {
      const sections = sectionsOf(doc)
      let at = sections.findIndex((one, n) => n >= place && itemOf(one) === agendaItemId)
      if (at < 0) fragmentOf(doc).insert((at = place), [newSection(agendaItemId)])
      for (const between of sections.slice(place, at)) restoreSection(between, [], isFresh)
      restoreSection(sectionsOf(doc)[at]!, lines, isFresh)
      place = at + 1
    }
    for (const later of sectionsOf(doc).slice(place)) restoreSection(later, [], isFresh)
    dropDoubles(doc)
  }, BY_DESK)
}

// A stretch that the agenda began stays, even with nothing in it: somebody may be writing there.
function dropDoubles(doc: Y.Doc): void {
  const items = new Set<string | null>()
  const isEmpty = (section: Y.XmlElement): boolean =>
    turnsOf(section).every((turn) => !isWritten(lineFrom(turn)))
  const sections = sectionsOf(doc)
  for (const section of sections) if (!isEmpty(section)) items.add(itemOf(section))
  for (let at = sections.length - 1; at >= 0; at--) {
    const section = sections[at]!
    if (!isEmpty(section)) continue
    const isDouble =
      items.has(itemOf(section)) || sections.slice(0, at).some((one) => itemOf(one) === itemOf(section))
    if (isDouble) fragmentOf(doc).delete(at, 1)
  }
}

function newSection(agendaItemId: Section['agendaItemId']): Y.XmlElement {
  const section = new Y.XmlElement('section')
  if (agendaItemId !== null) section.setAttribute('agendaItemId', agendaItemId)
  return section
}

function restoreSection(section: Y.XmlElement, lines: readonly Line[], isFresh: IsFresh): void {
  const turns = turnsOf(section)
  const there = turns.map(lineFrom)
  const pair = (line: Line) => ({ key: line.key, reads: readsOf(line) })
  const pairs = pairsOf(lines.map(pair), there.map(pair))
  // From the end, so that what is before keeps its place.
  let end = turns.length
  let missing: Line[] = []
  const closeGap = (from: number): void => {
    for (let at = end - 1; at >= from; at--) {
      const isLastEmpty = at === turns.length - 1 && !isWritten(there[at]!)
      if (!isFresh(turns[at]!) && !isLastEmpty) section.delete(at, 1)
    }
    if (missing.length > 0) section.insert(from, missing.map(newTurn))
    missing = []
  }
  for (let n = lines.length - 1; n >= 0; n--) {
    const at = pairs[n] ?? null
    if (at === null) {
      missing.unshift(lines[n]!)
      continue
    }
    closeGap(at + 1)
    end = at
    if (!isFresh(turns[at]!)) restoreTurn(turns[at]!, lines[n]!)
  }
  closeGap(0)
  if (section.length === 0) section.insert(0, [new Y.XmlElement('turn')])
}

function newTurn({ speaker, pieces }: Line): Y.XmlElement {
  const turn = new Y.XmlElement('turn')
  if (speaker !== null) turn.setAttribute('speaker', speaker)
  turn.insert(0, pieces.flatMap(nodesFor))
  return turn
}

function restoreTurn(turn: Y.XmlElement, { speaker, pieces }: Line): void {
  if (speakerOf(turn) !== speaker) {
    if (speaker === null) turn.removeAttribute('speaker')
    else turn.setAttribute('speaker', speaker)
  }
  if (JSON.stringify(piecesOf(turn)) === JSON.stringify(pieces)) return
  const [piece] = pieces
  const only = turn.length === 1 ? turn.get(0) : null
  if (only instanceof Y.XmlText && pieces.length === 1 && piece?.kind === 'text' && !/\n/.test(piece.text))
    return retype(only, piece.text)
  turn.delete(0, turn.length)
  turn.insert(0, pieces.flatMap(nodesFor))
}

// Only what differs, so that whoever stands elsewhere in the line stays there.
function retype(text: Y.XmlText, wanted: string): void {
  const was = Y.Text.prototype.toString.call(text)
  const most = Math.min(was.length, wanted.length)
  let head = 0
  while (head < most && was[head] === wanted[head]) head++
  let tail = 0
  while (tail < most - head && was[was.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++
  // Never between the halves of a letter that takes two places.
  if (/[\ud800-\udbff]/.test(was[head - 1] ?? '')) head--
  if (/[\udc00-\udfff]/.test(was[was.length - tail] ?? '')) tail--
  text.delete(head, was.length - head - tail)
  text.insert(head, wanted.slice(head, wanted.length - tail))
}

function piecesOf(turn: Y.XmlElement): Piece[] {
  const pieces: Piece[] = []
  const write = (text: string): void => {
    const last = pieces.at(-1)
    if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + text }
    else if (text !== '') pieces.push({ kind: 'text', text })
  }
  for (const node of turn.toArray()) {
    if (node instanceof Y.XmlText) write(Y.Text.prototype.toString.call(node))
    else if (!(node instanceof Y.XmlElement)) continue
    else if (node.nodeName === 'hard_break') write('\n')
    else if (node.nodeName === 'concern')
      pieces.push({ kind: 'concern', concernId: String(node.getAttribute('concernId')) })
    else if (node.nodeName === 'promise')
      pieces.push({ kind: 'promise', commitmentId: String(node.getAttribute('commitmentId')) })
  }
  return pieces
}

function nodesFor(piece: Piece): (Y.XmlText | Y.XmlElement)[] {
  if (piece.kind !== 'text') return [elementFor(piece)]
  return piece.text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [new Y.XmlElement('hard_break')] : []),
      ...(line ? [new Y.XmlText(line)] : []),
    ])
}
