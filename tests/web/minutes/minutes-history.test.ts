import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { compareLines, type ReadLine } from '../../../web/minutes/history/compare.ts'
import HistoryPanel from '../../../web/minutes/history/HistoryPanel.svelte'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import { renderedFrom, restoreTo } from '../../../web/minutes/history/restore.ts'
import {
  appendChip,
  BY_DESK,
  fragmentOf,
  insertTurn,
  linesOf,
  sectionsOf,
  startSection,
  textOf,
} from '../../../web/minutes/text.ts'
import { minutesWords } from '../../../web/words/meeting.ts'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { fakeServer, MEETING, PLACE } from '../../support/villages/evening.ts'
import * as given from '../../support/villages/given.ts'
import { Line } from '../../support/peers/line.ts'

const line = (key: string, text: string, speaker: string | null = null): ReadLine => ({ key, text, speaker })
const ITEM = '0193b1f0-0000-7000-8000-00000000000a'

function anEarlierState() {
  const doc = new Y.Doc()
  insertTurn(doc, null, null, '今晚到了四十二户。')
  const lamp = insertTurn(doc, ITEM, '李婶', '路灯从开春就不亮。')
  appendChip(lamp, { kind: 'concern', concernId: given.CONCERN })
  insertTurn(doc, ITEM, '王建国', '我去找供电所。')
  return { doc, lamp, past: renderedFrom(doc, MEETING, 3) }
}
/** What is written, stretch by stretch; one that has nothing in it is not read. */
const read = (doc: Y.Doc) =>
  renderedFrom(doc, MEETING, 0)
    .sections.map(({ agendaItemId, lines }) => [
      agendaItemId,
      ...lines
        .filter(({ speaker, pieces }) => speaker || pieces.length > 0)
        .map(({ speaker, pieces }) => [speaker, pieces]),
    ])
    .filter(({ length }) => length > 1)
const said = (doc: Y.Doc): string[] => linesOf(doc).flatMap(({ text }) => text || [])

describe('restoring an earlier state', () => {
  test('makes the text read as it did, chips included, and leaves lines alone that read so already', () => {
    const { doc, lamp, past } = anEarlierState()
    const wanted = read(doc)
    const [first, second] = sectionsOf(doc)
    second!.delete(second!.length - 1, 1)
    lamp.delete(0, lamp.length)
    lamp.insert(0, [new Y.XmlText('别的话')])
    insertTurn(doc, ITEM, '赵姐', '后来加的。')
    insertTurn(doc, '0193b1f0-0000-7000-8000-00000000000b', null, '后来的一件。')
    const kept = first!.get(0)
    restoreTo(doc, past)
    expect(read(doc)).toEqual(wanted)
    expect(sectionsOf(doc)[0]!.get(0)).toBe(kept)
  })

  test('brings a whole stretch back to its place', () => {
    const { doc, past } = anEarlierState()
    const wanted = read(doc)
    insertTurn(doc, '0193b1f0-0000-7000-8000-00000000000b', null, '后来的一件。')
    fragmentOf(doc).delete(1, 1)
    restoreTo(doc, past)
    expect(read(doc)).toEqual(wanted)
  })

  test('is one new edit and one step of undo; what others write meanwhile stays', () => {
    const { doc, past } = anEarlierState()
    insertTurn(doc, ITEM, '赵姐', '后来加的。')
    const before = read(doc)
    const undoing = new Y.UndoManager(fragmentOf(doc), { trackedOrigins: new Set([BY_DESK]) })
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    restoreTo(doc, past)
    expect(updates).toHaveLength(1)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    insertTurn(other, ITEM, '孙丽', '别人写的。')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    undoing.undo()
    const lines = linesOf(doc).map(({ text }) => text)
    expect(lines).toContain('后来加的。')
    expect(lines).toContain('别人写的。')
    const others = sectionsOf(doc)[1]!
      .toArray()
      .findIndex((turn) => textOf(turn as Y.XmlElement) === '别人写的。')
    sectionsOf(doc)[1]!.delete(others, 1)
    expect(read(doc)).toEqual(before)
  })

  test('keeps what came or was changed since it was looked at', () => {
    const { doc, lamp, past } = anEarlierState()
    fragmentOf(doc).delete(1, 1)
    insertTurn(doc, ITEM, null, '要去掉的一句。')
    const altered = insertTurn(doc, ITEM, null, '正在写')
    const seen = renderedFrom(doc, MEETING, 4)
    void lamp
    const [text] = altered.toArray() as Y.XmlText[]
    text!.insert(text!.length, '的一句。')
    insertTurn(doc, ITEM, '孙丽', '看的时候写的。')
    insertTurn(doc, '0193b1f0-0000-7000-8000-00000000000b', '孙丽', '新一件里写的。')
    restoreTo(doc, past, seen)
    expect(said(doc)).toEqual([
      '今晚到了四十二户。',
      '路灯从开春就不亮。',
      '我去找供电所。',
      '正在写的一句。',
      '看的时候写的。',
      '新一件里写的。',
    ])
  })

  test('changes only what differs in a line, and never half a letter', () => {
    const doc = new Y.Doc()
    const turn = insertTurn(doc, null, null, '路灯😀不亮。')
    const text = turn.get(0) as Y.XmlText
    const past = renderedFrom(doc, MEETING, 1)
    const end = Y.createRelativePositionFromTypeIndex(text, text.length - 1)
    text.delete(2, 2)
    text.insert(2, '😁都')
    restoreTo(doc, past)
    expect(said(doc)).toEqual(['路灯😀不亮。'])
    expect(turn.get(0)).toBe(text)
    expect(Y.createAbsolutePositionFromRelativePosition(end, doc)?.index).toBe(text.length - 1)
  })

  test('leaves a stretch that the agenda began, and a line to write on', () => {
    const { doc, past } = anEarlierState()
    startSection(doc, '0193b1f0-0000-7000-8000-00000000000b')
    insertTurn(doc, '0193b1f0-0000-7000-8000-00000000000b', null, '后来的一件。')
    restoreTo(doc, past)
    expect(said(doc)).toEqual(['今晚到了四十二户。', '路灯从开春就不亮。', '我去找供电所。'])
    expect(sectionsOf(doc).map((section) => section.length > 0)).toEqual([true, true, true])
  })

  test('two stretches of one item come back as one, and twice restored is restored', () => {
    const { doc, past } = anEarlierState()
    const wanted = read(doc)
    for (let round = 0; round < 2; round++) {
      fragmentOf(doc).delete(1, 1)
      const section = new Y.XmlElement('section')
      section.setAttribute('agendaItemId', ITEM)
      section.insert(0, [new Y.XmlElement('turn')])
      fragmentOf(doc).push([section])
      restoreTo(doc, past)
      expect(read(doc)).toEqual(wanted)
      expect(sectionsOf(doc)).toHaveLength(2)
    }
    const lines = ({ sections }: typeof past): ReadLine[] =>
      sections.flatMap((one) =>
        one.lines.map(({ key, speaker, pieces }) => line(key, JSON.stringify(pieces), speaker)),
      )
    const compared = compareLines(lines(past), lines(renderedFrom(doc, MEETING, 9)), '：')
    // Written anew, they read the same.
    expect(compared.filter(({ kind }) => kind !== 'same').map(({ stretches }) => stretches)).toEqual([])
  })
})

describe('the panel', () => {
  let panel: ReturnType<typeof mount> | undefined
  let restored = 0
  const text = (): string => document.body.textContent ?? ''
  const sees = (part: string) => vi.waitFor(() => expect(text()).toContain(part))
  const press = (label: string): void => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label))
    if (!button) throw new Error(`expected a button ${label}, found ${text()}`)
    button.click()
    flushSync()
  }
  let server: ReturnType<typeof fakeServer>
  let minutes: Minutes

  const PATH = `/api/places/${PLACE}/meetings/${MEETING}/minutes`
  const points = [
    { seq: 9, name: null, kind: 'signed', at: '2026-11-22T12:30:00.000Z', by: null },
    { seq: 3, name: '念给大家听的一稿', kind: 'named', at: '2026-11-22T11:30:00.000Z', by: '陈晓' },
  ]
  function open(answers: Record<string, object | number | null>): void {
    server = fakeServer(answers)
    vi.stubGlobal('fetch', server.fetch)
    panel = mount(HistoryPanel, {
      target: document.body,
      props: {
        open: true,
        minutes,
        mayEdit: true,
        timeZone: 'Asia/Shanghai',
        labelOf: () => ({ text: '1 号', tone: 'plain' as const }),
        onrestore: (restore: () => void) => {
          restored++
          restore()
        },
      },
    })
    flushSync()
  }

  beforeAll(() => minutesWords.load('zh-Hans'))
  beforeEach(() => {
    restored = 0
    // jsdom draws no dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function () {
      this.open = false
    }
    minutes = new Minutes(
      { placeId: PLACE, meetingId: MEETING, mayWrite: true },
      () => new Line() as unknown as WebSocket,
    )
  })
  afterEach(async () => {
    if (panel) await unmount(panel)
    panel = undefined
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })

  test('shows the points, compares one with the text as it is now, and restores it', async () => {
    const { doc, past } = anEarlierState()
    Y.applyUpdate(minutes.doc, Y.encodeStateAsUpdate(doc))
    insertTurn(minutes.doc, ITEM, '赵姐', '后来加的。')
    open({ [`GET ${PATH}/history`]: { points }, [`GET ${PATH}\\?at=3`]: past })
    await sees('念给大家听的一稿')
    const labels = [...document.querySelectorAll('li button')].map((one) => one.textContent)
    expect(labels).toEqual(['20:30　签字的一稿', '19:30　念给大家听的一稿　陈晓'])
    press('念给大家听的一稿')
    await sees(words.changes(1))
    expect(document.querySelector('ins')?.textContent).toBe('赵姐：后来加的。')
    expect(document.querySelector('li.added .sign')?.textContent).toBe('＋')
    expect(text()).toContain(words.lineBecame('added'))
    press(words.restorePoint)
    expect(restored).toBe(1)
    expect(said(minutes.doc)).toEqual(['今晚到了四十二户。', '路灯从开春就不亮。', '我去找供电所。'])
  })

  const type = (name: string): void => {
    const field = document.querySelector('input')!
    field.value = name
    field.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
  }
  const named = () =>
    server.asked.filter(({ path }) => path.includes('name-minutes-point')).map(({ body }) => body)
  const RECEIPT = { placeId: PLACE, seq: 1, at: '2026-11-22T11:30:00.000Z' }

  test('names the text as it is now once it is saved, or an earlier state', async () => {
    open({
      [`GET ${PATH}/history`]: { points },
      [`GET ${PATH}\\?at=9`]: anEarlierState().past,
      'POST /api/commands/name-minutes-point': RECEIPT,
    })
    await sees('念给大家听的一稿')
    type('散会前')
    const button = () =>
      [...document.querySelectorAll('button')].find((one) => one.textContent === words.giveName)!
    expect(button().disabled, 'there is no saved state yet').toBe(true)
    minutes.seq = 12
    minutes.save = { kind: 'saved', count: 0, isKept: true, atMs: 0 }
    flushSync()
    press(words.giveName)
    await vi.waitFor(() =>
      expect(named()).toEqual([{ placeId: PLACE, meetingId: MEETING, minutesSeq: 12, name: '散会前' }]),
    )
    press('签字的一稿')
    await sees(words.namePoint)
    type('签过的')
    press(words.giveName)
    await vi.waitFor(() => expect(named()[1]).toMatchObject({ minutesSeq: 9, name: '签过的' }))
  })

  test('says what to do when nothing can be fetched', async () => {
    open({ [`GET ${PATH}/history`]: null })
    await sees(words.historyUnreachable)
    expect(text()).toContain(words.retry)
  })
})
