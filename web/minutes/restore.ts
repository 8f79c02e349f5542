import * as Y from 'yjs'
import type { Line, Piece, RenderedMinutes, Section } from '../../shared/minutes/minutes.ts'
import { BY_DESK, elementFor, fragmentOf, itemOf, sectionsOf, speakerOf } from './text.ts'

const keyOf = ({ _item }: Y.XmlElement): string => (_item ? `${_item.id.client}:${_item.id.clock}` : '')
const turnsOf = (section: Y.XmlElement): Y.XmlElement[] =>
  section.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)

/** The text as phones and history read it. */
export const renderedFrom = (doc: Y.Doc, meetingId: string, minutesSeq: number): RenderedMinutes => ({
  meetingId,
  minutesSeq,
  sections: sectionsOf(doc).map((section) => ({
    agendaItemId: itemOf(section),
    lines: turnsOf(section).map((turn) => ({
      key: keyOf(turn),
      speaker: speakerOf(turn),
      pieces: piecesOf(turn),
    })),
  })),
})

/** Makes the text read as it once did, as one new edit; lines that read so already are left alone. */
export function restoreTo(doc: Y.Doc, past: RenderedMinutes): void {
  doc.transact(() => {
    const fragment = fragmentOf(doc)
    past.sections.forEach((wanted, at) => {
      const section = sectionsOf(doc)[at]
      if (section && itemOf(section) === wanted.agendaItemId) return restoreSection(section, wanted)
      const later = sectionsOf(doc).findIndex(
        (one, place) => place > at && itemOf(one) === wanted.agendaItemId,
      )
      if (later > at) fragment.delete(at, later - at)
      else fragment.insert(at, [newSection(wanted)])
      restoreSection(sectionsOf(doc)[at]!, wanted)
    })
    const more = fragment.length - past.sections.length
    // A text without a single stretch could not be written in.
    if (more > 0 && past.sections.length > 0) fragment.delete(past.sections.length, more)
  }, BY_DESK)
}

function newSection({ agendaItemId }: Section): Y.XmlElement {
  const section = new Y.XmlElement('section')
  if (agendaItemId !== null) section.setAttribute('agendaItemId', agendaItemId)
  return section
}

function restoreSection(section: Y.XmlElement, { lines }: Section): void {
  const wanted = new Set(lines.map(({ key }) => key))
  for (let at = section.length - 1; at >= 0; at--)
    if (!wanted.has(keyOf(turnsOf(section)[at]!))) section.delete(at, 1)
  lines.forEach((line, at) => {
    const turn = turnsOf(section)[at]
    if (turn && keyOf(turn) === line.key) restoreTurn(turn, line)
    else section.insert(at, [newTurn(line)])
  })
  if (section.length > lines.length && lines.length > 0)
    section.delete(lines.length, section.length - lines.length)
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
  turn.delete(0, turn.length)
  turn.insert(0, pieces.flatMap(nodesFor))
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
