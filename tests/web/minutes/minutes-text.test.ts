import { mount, unmount } from 'svelte'
import { afterEach, describe, expect, test } from 'vitest'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { dropSpeaker, nameTyped, newLine, wordsOf } from '../../../web/minutes/editor/commands.ts'
import { linesFromText } from '../../../web/minutes/editor/paste.ts'
import { schema, speakerAtStart } from '../../../web/minutes/editor/schema.ts'
import { chipLabels } from '../../../web/minutes/chip-labels.ts'
import type { MinutesSeat } from '../../../web/minutes/connection/address.ts'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import ReadMinutes from '../../../web/minutes/ReadMinutes.svelte'
import {
  anchorsOf,
  appendChip,
  insertTurn,
  sectionsOf,
  speakersIn,
  startSection,
  textOf,
  turnOfComment,
  type Chip,
} from '../../../web/minutes/text.ts'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import * as given from '../../support/villages/given.ts'

const { section, turn } = schema.nodes as Record<'section' | 'turn', import('prosemirror-model').NodeType>
const line = (speaker: string | null, ...content: Node[]): Node => turn.create({ speaker }, content)
const text = (words: string): Node => schema.text(words)
const chip = (): Node => schema.nodes['concern']!.create({ concernId: given.CONCERN })
const page = (...lines: Node[]): Node => schema.nodes['doc']!.create(null, section.create(null, lines))
const at = (doc: Node, position: number): EditorState =>
  EditorState.create({ doc, selection: TextSelection.create(doc, position) })

function after(command: Command, state: EditorState): EditorState {
  let next = state
  command(state, (tr) => (next = state.apply(tr)))
  return next
}
const linesOf = (state: EditorState): string[] => {
  const lines: string[] = []
  state.doc.descendants((node) => {
    if (node.type === turn)
      lines.push(`${node.attrs['speaker'] ?? ''}|${node.textBetween(0, node.content.size, '', '#')}`)
  })
  return lines
}

describe('typing', () => {
  test.each([
    ['李婶：', '李婶'],
    ['李婶:路灯', '李婶'],
    ['　张大爷：', '张大爷'],
    ['Aunt Li:', 'Aunt Li'],
    ['He said this: no', null],
    ['19:30 散会', null],
    ['他说的话很长很长很长很长很长：', null],
    ['路灯', null],
  ])('%s at the start of a line', (typed, speaker) => {
    expect(speakerAtStart(typed)?.speaker ?? null).toBe(speaker)
  })

  test('a name and a colon move to the margin as the colon is typed', () => {
    const state = at(page(line(null, text('李婶'))), 4)
    expect(linesOf(state.apply(nameTyped(state, '：')!))).toEqual(['李婶|'])
    const named = at(page(line('赵姐', text('李婶'))), 4)
    expect(nameTyped(named, '：')).toBeNull()
  })

  test('Enter begins a line for whoever has the floor, and chips stay with their words', () => {
    const doc = page(line('李婶', text('路灯不亮'), chip()))
    const state = at(doc, 6)
    expect(
      linesOf(
        after(
          newLine(() => '赵姐'),
          state,
        ),
      ),
    ).toEqual(['李婶|路灯不亮#', '赵姐|'])
    expect(
      linesOf(
        after(
          newLine(() => null),
          at(doc, 4),
        ),
      ),
    ).toEqual(['李婶|路灯', '李婶|不亮#'])
  })

  test('Enter on an empty line leaves no second one', () => {
    const doc = schema.nodes['doc']!.create(null, [
      section.create(null, [line('李婶', text('一')), line(null)]),
      section.create({ agendaItemId: given.AGENDA_ITEM }, [line(null)]),
    ])
    const state = after(
      newLine(() => null),
      at(doc, 5),
    )
    expect(linesOf(state)).toEqual(['李婶|一', '|'])
    expect(state.selection.$head.index(0)).toBe(1)
  })

  test('Backspace takes the speaker away before it joins lines', () => {
    const state = at(page(line('李婶', text('路灯'))), 2)
    expect(linesOf(after(dropSpeaker, state))).toEqual(['|路灯'])
    expect(dropSpeaker(after(dropSpeaker, state))).toBe(false)
  })

  test('a marked line is quoted without its chips, or only what is selected', () => {
    const doc = page(line('李婶', text('路灯不亮'), chip()))
    expect(wordsOf(at(doc, 3))).toEqual({ speaker: '李婶', text: '路灯不亮' })
    const part = EditorState.create({ doc, selection: TextSelection.create(doc, 2, 4) })
    expect(wordsOf(part)).toEqual({ speaker: '李婶', text: '路灯' })
  })

  test('pasted lines keep their speakers', () => {
    const { content } = linesFromText('赵姐：一\r\n\r\n19:30 散会\n王书记: 二')
    expect(content.content.map((node) => [node.attrs['speaker'], node.textContent])).toEqual([
      ['赵姐', '一'],
      [null, '19:30 散会'],
      ['王书记', '二'],
    ])
  })
})

describe('what the desk writes', () => {
  const said = (doc: Y.Doc): string[] =>
    sectionsOf(doc).flatMap((one) => (one.toArray() as Y.XmlElement[]).map(textOf))

  test('a stretch is begun once, with a line to write on', () => {
    const doc = new Y.Doc()
    startSection(doc, given.AGENDA_ITEM)
    startSection(doc, given.AGENDA_ITEM)
    expect(doc.getXmlFragment('minutes').toString()).toBe(
      `<section agendaItemId="${given.AGENDA_ITEM}"><turn></turn></section>`,
    )
  })

  test('somebody’s words go above the empty line on which the recorder is about to write', () => {
    const doc = new Y.Doc()
    startSection(doc, given.AGENDA_ITEM)
    insertTurn(doc, given.AGENDA_ITEM, '一位村民', '摔过一跤，\n膝盖还疼。')
    expect(said(doc)).toEqual(['摔过一跤，膝盖还疼。', ''])
    expect(doc.getXmlFragment('minutes').toString()).toContain('<hard_break>')
    insertTurn(doc, null, null, '开会前')
    expect(said(doc)).toContain('开会前')
    expect(speakersIn(doc)).toEqual(['一位村民'])
  })

  test('a chip goes behind its line; a line that is gone takes none', () => {
    const doc = new Y.Doc()
    const turn = insertTurn(doc, null, '王书记', '我去办', { kind: 'concern', concernId: given.CONCERN })
    expect(appendChip(turn, { kind: 'promise', commitmentId: given.PROMISE })).toBe(true)
    expect([...anchorsOf(doc).commitments]).toEqual([given.PROMISE])
    expect([...anchorsOf(doc).concerns]).toEqual([given.CONCERN])
    sectionsOf(doc)[0]!.delete(0, 1)
    expect(appendChip(turn, { kind: 'promise', commitmentId: given.PROMISE })).toBe(false)
    expect([...anchorsOf(doc).commitments]).toEqual([])
  })

  test('a comment that was put in and then made a matter has one line with its chip', () => {
    const minutes = new Minutes({ meetingId: given.MEETING, mayWrite: true } as MinutesSeat)
    const put = (chip?: Chip) => minutes.insertTurn('李婶', '路灯不亮', chip, given.COMMENT)
    put()
    put()
    put({ kind: 'concern', concernId: given.CONCERN })
    expect(sectionsOf(minutes.doc).flatMap((section) => section.toArray().map(String))).toHaveLength(2)
    expect([...anchorsOf(minutes.doc).concerns]).toEqual([given.CONCERN])
  })

  test('a line that was deleted or emptied is put in again', () => {
    const doc = new Y.Doc()
    const put = () => insertTurn(doc, null, '李婶', '路灯不亮', undefined, given.COMMENT)
    const turn = put()
    expect(turnOfComment(doc, given.COMMENT)).toBe(turn)
    turn.delete(0, turn.length)
    expect(turnOfComment(doc, given.COMMENT)).toBeNull()
    const again = put()
    expect(turnOfComment(doc, given.COMMENT)).toBe(again)
    sectionsOf(doc)[0]!.delete(0, sectionsOf(doc)[0]!.length)
    expect(turnOfComment(doc, given.COMMENT)).toBeNull()
  })
})

describe('what a chip says', () => {
  const face = (commitment: Parameters<typeof given.promise>[0], today = '2026-11-22') =>
    chipLabels(
      { concerns: [], commitments: [given.promise({ id: given.PROMISE, ...commitment })], today },
      words,
    )('promise', given.PROMISE)
  const read = { readBackAt: given.TONIGHT.at }

  test('a promise tells how far it has come', () => {
    expect(face({ state: 'spoken', readBackAt: null })).toEqual({ text: '承诺，等念', tone: 'promise' })
    expect(face({ state: 'spoken', ...read })).toEqual({ text: '承诺，等点头', tone: 'promise' })
    expect(face({ state: 'open', ...read, dueOn: '2026-12-10' })).toEqual({
      text: '已诺，12月10日前',
      tone: 'kept',
    })
    expect(face({ state: 'open', ...read, dueOn: '2026-11-15' })).toEqual({
      text: '已诺，过了 7 天',
      tone: 'late',
    })
    // Only what is settled is called so: what its owner reports is not.
    expect(face({ state: 'done' })).toEqual({ text: '说是办好了', tone: 'kept' })
    expect(face({ state: 'settled' })).toEqual({ text: '办结', tone: 'kept' })
  })

  test('a matter shows its number, and a row that is not there yet shows nothing wrong', () => {
    const rows = {
      concerns: [given.concern({ id: given.CONCERN, no: 47, text: '路灯', state: 'raised' })],
      commitments: [],
    }
    const labelOf = chipLabels({ ...rows, today: '2026-11-22' }, words)
    expect(labelOf('concern', given.CONCERN).text).toBe('47 号 路灯')
    expect(labelOf('concern', given.id(99)).text).toBe(words.chipUnknown)
  })
})

describe('reading without an editor', () => {
  let drawn: Record<string, unknown> | null = null
  afterEach(() => void (drawn && unmount(drawn)))

  test('titles, speakers, words and chips are there, markup in the words is words', () => {
    const pieces = [
      { kind: 'text', text: '<b>路灯</b>' },
      { kind: 'concern', concernId: given.CONCERN },
    ] as const
    drawn = mount(ReadMinutes, {
      target: document.body,
      props: {
        minutes: {
          meetingId: given.MEETING,
          minutesSeq: 1,
          sections: [{ agendaItemId: given.AGENDA_ITEM, lines: [{ key: '1', speaker: '李婶', pieces }] }],
        },
        agenda: [
          {
            id: given.AGENDA_ITEM,
            meetingId: given.MEETING,
            title: '村里的路灯',
            position: 1,
            startedAt: null,
          },
        ],
        concerns: [given.concern({ id: given.CONCERN, no: 47, text: '路灯', state: 'raised' })],
        commitments: [],
        today: '2026-11-22',
        words,
      },
    })
    const shown = document.body.textContent ?? ''
    for (const part of ['村里的路灯', '李婶', '<b>路灯</b>', '47 号 路灯']) expect(shown).toContain(part)
  })
})
