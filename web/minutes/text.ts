import * as Y from 'yjs'
import type { AgendaItemId } from '../../shared/kernel/id.ts'
import { MINUTES_FRAGMENT } from '../../shared/minutes/minutes.ts'
import { anchorsIn, type Anchors } from '../../shared/minutes/anchors.ts'

/** A chip stands for a row, so it is put into the text only once the row is there. */
export type Chip =
  | { readonly kind: 'concern'; readonly concernId: string }
  | { readonly kind: 'promise'; readonly commitmentId: string }

/** Who changes the text through the desk and not by typing; undo knows it too. */
export const BY_DESK = { by: 'desk' }
/** The agenda begins its stretches by itself; nobody's undo takes them away. */
const BY_AGENDA = { by: 'agenda' }

export const fragmentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(MINUTES_FRAGMENT)

const isElement = (node: unknown, name: string): node is Y.XmlElement =>
  node instanceof Y.XmlElement && node.nodeName === name

export const sectionsOf = (doc: Y.Doc): Y.XmlElement[] =>
  fragmentOf(doc)
    .toArray()
    .filter((node): node is Y.XmlElement => isElement(node, 'section'))

const turnsOf = (section: Y.XmlElement): Y.XmlElement[] =>
  section.toArray().filter((node): node is Y.XmlElement => isElement(node, 'turn'))

export const itemOf = (section: Y.XmlElement): AgendaItemId | null =>
  (section.getAttribute('agendaItemId') as string | undefined) ?? null

export const speakerOf = (turn: Y.XmlElement): string | null =>
  (turn.getAttribute('speaker') as string | undefined) ?? null

export const isGone = (node: Y.XmlElement): boolean => node._item === null || node._item.deleted

/** What a line says, without its chips. */
export const textOf = (turn: Y.XmlElement): string =>
  turn
    .toArray()
    .map((node) => (node instanceof Y.XmlText ? Y.Text.prototype.toString.call(node) : ''))
    .join('')

/** A line as somebody reads it, without its chips. */
export interface TextLine {
  readonly agendaItemId: AgendaItemId | null
  readonly speaker: string | null
  readonly text: string
}

export const linesOf = (doc: Y.Doc): TextLine[] =>
  sectionsOf(doc).flatMap((section) =>
    turnsOf(section).map((turn) => ({
      agendaItemId: itemOf(section),
      speaker: speakerOf(turn),
      text: textOf(turn),
    })),
  )

const isEmpty = (turn: Y.XmlElement): boolean =>
  turn.toArray().every((node) => node instanceof Y.XmlText && node.length === 0)

export const hasSection = (doc: Y.Doc, agendaItemId: AgendaItemId | null): boolean =>
  sectionsOf(doc).some((section) => itemOf(section) === agendaItemId)

/** Begins the stretch of an agenda item at the end, with one line to write on; a stretch that is there stays. */
export function startSection(doc: Y.Doc, agendaItemId: AgendaItemId | null): void {
  if (hasSection(doc, agendaItemId)) return
  const section = new Y.XmlElement('section')
  section.insert(0, [new Y.XmlElement('turn')])
  doc.transact(() => {
    if (agendaItemId !== null) section.setAttribute('agendaItemId', agendaItemId)
    fragmentOf(doc).push([section])
  }, BY_AGENDA)
}

/** Writes a whole line at the end of an agenda item's stretch; an empty last line stays the last, for whoever types there. */
export function insertTurn(
  doc: Y.Doc,
  agendaItemId: AgendaItemId | null,
  speaker: string | null,
  text: string,
  chip?: Chip,
  commentId?: string,
): Y.XmlElement {
  const turn = new Y.XmlElement('turn')
  turn.insert(0, [...linesIn(text), ...(chip ? [elementFor(chip)] : [])])
  startSection(doc, agendaItemId)
  doc.transact(() => {
    const section = sectionsOf(doc).findLast((section) => itemOf(section) === agendaItemId)!
    if (speaker !== null) turn.setAttribute('speaker', speaker)
    if (commentId) turn.setAttribute('commentId', commentId)
    const last = turnsOf(section).at(-1)
    const at = last && isEmpty(last) && speakerOf(last) === null ? section.length - 1 : section.length
    section.insert(at, [turn])
  }, BY_DESK)
  return turn
}

/** Writes whole lines at the end, each in the stretch of its agenda item if that is there. */
export function insertLines(
  doc: Y.Doc,
  currentItemId: AgendaItemId | null,
  lines: readonly TextLine[],
): void {
  doc.transact(() => {
    for (const { agendaItemId, speaker, text } of lines)
      insertTurn(doc, hasSection(doc, agendaItemId) ? agendaItemId : currentItemId, speaker, text)
  }, BY_DESK)
}

/** The last line of this speaker that says this. */
export const turnLike = (
  doc: Y.Doc,
  { speaker, text }: Pick<TextLine, 'speaker' | 'text'>,
): Y.XmlElement | null =>
  sectionsOf(doc)
    .flatMap(turnsOf)
    .findLast((turn) => speakerOf(turn) === speaker && textOf(turn).includes(text)) ?? null

/** The line that was taken from a comment, while there is something in it. */
export const turnOfComment = (doc: Y.Doc, commentId: string): Y.XmlElement | null =>
  sectionsOf(doc)
    .flatMap(turnsOf)
    .find((turn) => turn.getAttribute('commentId') === commentId && !isEmpty(turn)) ?? null

/** Puts a chip behind a line; a line that is gone takes nothing, and the row stands without it. */
export function appendChip(turn: Y.XmlElement, chip: Chip): boolean {
  if (isGone(turn) || !turn.doc) return false
  turn.doc.transact(() => turn.push([elementFor(chip)]), BY_DESK)
  return true
}

/** Everybody who has spoken in the text, the latest first. */
export function speakersIn(doc: Y.Doc): readonly string[] {
  const turns = sectionsOf(doc).flatMap(turnsOf).reverse()
  return [...new Set(turns.map(speakerOf).filter((name): name is string => name !== null && name !== ''))]
}

/** The rows that the text mentions as it stands. */
export function anchorsOf(doc: Y.Doc): Anchors {
  const lines = sectionsOf(doc)
    .flatMap(turnsOf)
    .map((turn) => ({ key: '', speaker: null, pieces: turn.toArray().flatMap(chipIn) }))
  return anchorsIn({ sections: [{ agendaItemId: null, lines }] })
}

function chipIn(node: unknown): Chip[] {
  if (isElement(node, 'concern'))
    return [{ kind: 'concern', concernId: String(node.getAttribute('concernId')) }]
  if (isElement(node, 'promise'))
    return [{ kind: 'promise', commitmentId: String(node.getAttribute('commitmentId')) }]
  return []
}

export function elementFor(chip: Chip): Y.XmlElement {
  const element = new Y.XmlElement(chip.kind)
  if (chip.kind === 'concern') element.setAttribute('concernId', chip.concernId)
  else element.setAttribute('commitmentId', chip.commitmentId)
  return element
}

// A comment of several lines stays one turn.
function linesIn(text: string): (Y.XmlText | Y.XmlElement)[] {
  return text
    .trim()
    .split(/\r?\n/)
    .flatMap((line, at) => [
      ...(at > 0 ? [new Y.XmlElement('hard_break')] : []),
      ...(line ? [new Y.XmlText(line)] : []),
    ])
}
