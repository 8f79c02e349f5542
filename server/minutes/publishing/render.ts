import * as Y from 'yjs'
import { ID_PATTERN, type MeetingId } from '../../../shared/kernel/id.ts'
import {
  MINUTES_FRAGMENT,
  type Line,
  type MinutesFrame,
  type Piece,
  type RenderedMinutes,
  type Section,
} from '../../../shared/minutes/minutes.ts'
import { MAX_SPEAKER_LENGTH } from '../../../shared/meetings/meeting.ts'
import { firstGraphemes, isBlank } from '../../../shared/kernel/text/text.ts'

/** The whole text as lines, for those who read without Yjs. */
export function renderMinutes(doc: Y.Doc, meetingId: MeetingId, minutesSeq: number): RenderedMinutes {
  const sections = sectionsOf(doc).map(([agendaItemId, turns]) => ({
    agendaItemId,
    lines: turns.map(lineOf).filter(isWritten),
  }))
  return { meetingId, minutesSeq, sections: joined(sections) }
}

type Order = NonNullable<MinutesFrame['order']>

/** Follows a document and tells what changed between two looks at it; only lines that changed are drawn again. */
export class Rendering {
  readonly #doc: Y.Doc
  readonly #meetingId: MeetingId
  readonly #lines = new Map<Y.XmlElement, Line>()
  readonly #stale = new Set<Y.XmlElement>()
  #order: Order = []
  #isOrderStale = true

  constructor(doc: Y.Doc, meetingId: MeetingId) {
    this.#doc = doc
    this.#meetingId = meetingId
    doc.getXmlFragment(MINUTES_FRAGMENT).observeDeep((events) => {
      for (const { target } of events) this.#note(target)
    })
  }

  /** What changed since the look before, or null for nothing that can be seen. */
  changes(minutesSeq: number): MinutesFrame | null {
    const before = this.#order
    const lines: Line[] = []
    for (const turn of this.#stale) {
      const had = this.#lines.get(turn)
      const line = this.#lineOf(turn)
      // A line that starts or ceases to say anything comes or goes.
      if (isWritten(line) !== (had !== undefined && isWritten(had))) this.#isOrderStale = true
      lines.push(line)
    }
    this.#stale.clear()
    if (this.#isOrderStale) this.#orderAnew()
    const order = isSameOrder(before, this.#order) ? null : this.#order
    const shown = lines.filter(isWritten)
    if (order) for (const key of keysOnlyIn(order, before)) this.#addByKey(shown, key)
    if (!order && shown.length === 0) return null
    return { kind: 'minutes', meetingId: this.#meetingId, minutesSeq, lines: shown, order }
  }

  /** Everything, as a first frame; what changed since the look before stays to be told. */
  whole(minutesSeq: number): MinutesFrame {
    const { sections } = renderMinutes(this.#doc, this.#meetingId, minutesSeq)
    const order = sections.map(({ agendaItemId, lines }) => ({
      agendaItemId,
      keys: lines.map(({ key }) => key),
    }))
    const lines = sections.flatMap((section) => section.lines)
    return { kind: 'minutes', meetingId: this.#meetingId, minutesSeq, lines, order }
  }

  #note(target: unknown): void {
    let node = target
    while (node instanceof Y.AbstractType && !isTurn(node)) node = node.parent
    if (isTurn(node)) this.#stale.add(node)
    else this.#isOrderStale = true
  }

  #lineOf(turn: Y.XmlElement): Line {
    const line = lineOf(turn)
    this.#lines.set(turn, line)
    return line
  }

  #orderAnew(): void {
    this.#isOrderStale = false
    const here = new Map<Y.XmlElement, Line>()
    const sections = sectionsOf(this.#doc).map(([agendaItemId, turns]) => {
      const lines = turns.map((turn) => this.#lines.get(turn) ?? lineOf(turn))
      turns.forEach((turn, at) => here.set(turn, lines[at]!))
      return { agendaItemId, lines: lines.filter(isWritten) }
    })
    this.#lines.clear()
    for (const [turn, line] of here) this.#lines.set(turn, line)
    this.#order = joined(sections).map(({ agendaItemId, lines }) => ({
      agendaItemId,
      keys: lines.map(({ key }) => key),
    }))
  }

  #addByKey(shown: Line[], key: string): void {
    if (shown.some((line) => line.key === key)) return
    for (const line of this.#lines.values()) if (line.key === key) shown.push(line)
  }
}

function keysOnlyIn(order: Order, before: Order): string[] {
  const known = new Set(before.flatMap(({ keys }) => keys))
  return order.flatMap(({ keys }) => keys).filter((key) => !known.has(key))
}

const isSameOrder = (a: Order, b: Order): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const isTurn = (node: unknown): node is Y.XmlElement =>
  node instanceof Y.XmlElement && node.nodeName === 'turn'

type Turns = readonly [Section['agendaItemId'], readonly Y.XmlElement[]]

function sectionsOf(doc: Y.Doc): Turns[] {
  const sections: Turns[] = []
  for (const node of doc.getXmlFragment(MINUTES_FRAGMENT).toArray())
    if (node instanceof Y.XmlElement && node.nodeName === 'section')
      sections.push([idIn(node, 'agendaItemId'), node.toArray().filter(isTurn)])
  return sections
}

// Two desks may have started the same agenda item at once: to a reader it is one stretch.
function joined(sections: readonly Section[]): Section[] {
  const whole: Section[] = []
  for (const section of sections) {
    const last = whole.at(-1)
    if (last && last.agendaItemId === section.agendaItemId)
      whole[whole.length - 1] = { ...last, lines: [...last.lines, ...section.lines] }
    else whole.push(section)
  }
  return whole
}

function lineOf(turn: Y.XmlElement): Line {
  const speaker = attribute(turn, 'speaker')
  const key = turn._item ? `${turn._item.id.client}:${turn._item.id.clock}` : ''
  return {
    key,
    speaker: speaker === null || isBlank(speaker) ? null : firstGraphemes(speaker.trim(), MAX_SPEAKER_LENGTH),
    pieces: piecesOf(turn),
  }
}

// Somebody who had the floor and said nothing that could be written down is still a line.
const isWritten = ({ speaker, pieces }: Line): boolean =>
  speaker !== null || pieces.some((piece) => piece.kind !== 'text' || !isBlank(piece.text))

function piecesOf(turn: Y.XmlElement): Piece[] {
  const pieces: Piece[] = []
  const write = (text: string): void => {
    const last = pieces.at(-1)
    if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + text }
    else if (text !== '') pieces.push({ kind: 'text', text })
  }
  for (const node of turn.toArray()) {
    if (node instanceof Y.XmlText) write(textIn(node))
    else if (node instanceof Y.XmlElement && node.nodeName === 'hard_break') write('\n')
    else if (node instanceof Y.XmlElement) pieces.push(...chipIn(node))
  }
  return pieces
}

// `XmlText.toString` writes marks as tags; the delta holds plain text.
const textIn = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

function chipIn(node: Y.XmlElement): Piece[] {
  if (node.nodeName === 'concern') {
    const concernId = idIn(node, 'concernId')
    return concernId === null ? [] : [{ kind: 'concern', concernId }]
  }
  if (node.nodeName !== 'promise') return []
  const commitmentId = idIn(node, 'commitmentId')
  return commitmentId === null ? [] : [{ kind: 'promise', commitmentId }]
}

const attribute = (node: Y.XmlElement, name: string): string | null => {
  const value: unknown = node.getAttribute(name)
  return typeof value === 'string' ? value : null
}

const UUID = new RegExp(ID_PATTERN)

// Text can hold anything a desk has put there; only an id leaves it as an id.
const idIn = (node: Y.XmlElement, name: string): string | null => {
  const value = attribute(node, name)
  return value !== null && UUID.test(value) ? value : null
}
