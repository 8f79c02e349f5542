import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeXml } from '../../replay/transcript/encoding.ts'
import { exitCodeOf } from '../../replay/report.ts'
import { ShownComments } from '../../replay/playing/shown-comments.ts'
import { parseTranscript, readTranscript } from '../../replay/transcript/transcript.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'liangting-encoding-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kept = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const debate = (body: string, encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?><akomaNtoso><debate><debateBody>${body}</debateBody></debate></akomaNtoso>`
const SPEECH = '<debateSection><heading>井</heading><speech by="#a"><p>井水浑了</p></speech></debateSection>'

/** 井水浑了 as GB 2312 writes it. */
const IN_GB = [0xbe, 0xae, 0xcb, 0xae, 0xbb, 0xeb, 0xc1, 0xcb]

describe('a transcript is read in the encoding that it declares', () => {
  const xml = debate(SPEECH, 'UTF-16')
  const littleEndian = Buffer.from(xml, 'utf16le')
  const swapped = Buffer.from(littleEndian).swap16()

  test.each([
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian])],
    ['big-endian UTF-16 with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['UTF-16 without a mark', littleEndian],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(debate(SPEECH))])],
    ['UTF-8 that says UTF-16', Buffer.from(xml)],
  ])('%s', (name, bytes) => {
    expect(readTranscript(kept(`${name}.xml`, bytes)).speeches).toMatchObject([{ text: '井水浑了' }])
  })

  test('GB 2312', () => {
    const [before, after] = debate(SPEECH, 'GB2312')
      .split('井水浑了')
      .map((part) => part.replace('井', ''))
    const bytes = Buffer.concat([Buffer.from(before!), Buffer.from(IN_GB), Buffer.from(after!)])
    expect(readTranscript(kept('gb.xml', bytes)).speeches).toMatchObject([{ text: '井水浑了' }])
  })

  test('bytes that are none of the declared encoding, and encodings that nobody knows, are refused', () => {
    expect(() => decodeXml(Buffer.from([0x3c, 0xff, 0xff]))).toThrow()
    expect(() => decodeXml(Buffer.from(debate(SPEECH, 'KLINGON-8')))).toThrow(/KLINGON-8/)
  })

  test('a file in which nobody speaks is an error, not an evening that lost nothing', () => {
    expect(() => readTranscript(kept('empty.xml', debate('<p>—</p>')))).toThrow(/at least one speech/)
    expect(exitCodeOf([null])).toBe(1)
  })
})

describe('a sitting has more containers than sections', () => {
  test('questions and answers are speeches', () => {
    const said = parseTranscript(
      debate(
        '<debateSection><heading>路灯</heading><question by="#a"><from>李婶</from><p>几时修？</p></question>' +
          '<answer by="#b"><p>十号前。</p></answer><speech by="#a"><p>好。</p></speech></debateSection>',
      ),
    )
    expect(said.speeches.map(({ text }) => text)).toEqual(['几时修？', '十号前。', '好。'])
    expect(said.speeches[0]?.name).toBe('李婶')
    expect(said.sections).toEqual([{ heading: '路灯' }])
  })

  test('questions, oral statements and petitions are sections with a heading each', () => {
    const part = (name: string, heading: string): string =>
      `<${name}><heading>${heading}</heading><speech by="#a"><p>${heading}的话</p></speech></${name}>`
    const { sections, speeches } = parseTranscript(
      debate(part('questions', '提问') + part('oralStatements', '答复') + part('petitions', '来信')),
    )
    expect(sections.map(({ heading }) => heading)).toEqual(['提问', '答复', '来信'])
    expect(speeches.map(({ sectionIndex }) => sectionIndex)).toEqual([0, 1, 2])
  })
})

describe('what a screen was shown', () => {
  const frame = (...comments: readonly { id: string; text: string }[]): any => ({
    kind: 'events',
    events: comments.map(({ id, text }) => ({
      type: 'comment-shown',
      data: { commentId: id },
      words: { text },
    })),
  })
  const A = { id: 'a', text: '灯' }
  const B = { id: 'b', text: '水' }

  test('is what was sent where both agree', () => {
    const shown = new ShownComments([A, B])
    shown.onFrame(frame(A))
    shown.onFrame(frame(B))
    expect(shown.list()).toEqual([A, B])
  })

  test.each([
    ['another word', [A, { id: 'b', text: '火' }]],
    ['the wrong order', [B, A]],
    ['twice', [A, A, B]],
    ['one missing', [B]],
  ])('keeps %s as it came', (_, seen) => {
    const shown = new ShownComments([A, B])
    shown.onFrame(frame(...seen))
    expect(shown.list()).toEqual(seen)
    expect(shown.count).toBe(seen.length)
  })
})
