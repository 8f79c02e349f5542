import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { flattened, linesFromText } from '../../../web/minutes/editor/paste.ts'
import { cleanedHtml, linesFromHtml } from '../../../web/minutes/editor/pasted.ts'
import { schema } from '../../../web/minutes/editor/schema.ts'
import * as given from '../../support/villages/given.ts'
import { CHAT_TEXT, WECHAT_PAGE, WORD_PAGE } from '../../support/files/pasted-pages.ts'

const told = (html: string): string[] =>
  linesFromHtml(html).map(({ speaker, text }) => `${speaker ?? ''}|${text}`)

describe('what other programs put on the clipboard', () => {
  test('Word: paragraphs, speakers, lists and a table come through as lines', () => {
    expect(told(WORD_PAGE)).toEqual([
      '|柳树湾村十一月凉亭夜话记录',
      '张三|路灯从开春就不亮，孩子下晚自习摸黑走。',
      '李婶|我在桥边摔过一跤，膝盖还疼。\n这事去年也说过。',
      '|1. 村口三盏路灯',
      '|2. 桥头护栏',
      '|· 换灯的钱从哪儿出',
      '|项目　谁来办　哪天前',
      '|换灯　王建国　12月10日',
    ])
  })

  test('WeChat: nested sections, hidden parts and pictures leave only the words', () => {
    expect(told(WECHAT_PAGE)).toEqual([
      '|本周六晚上七点凉亭夜话',
      '赵姐|公示栏上贴的还是卖鱼苗的广告。',
      '刘会计|收支三天之内贴出来。',
      '|1. 带上小板凳',
      '|2. 手机扫码也能说',
    ])
  })

  test('a chat: whoever stands above a message said it', () => {
    const lines: string[] = []
    linesFromText(CHAT_TEXT).content.forEach((node) =>
      lines.push(`${node.attrs['speaker'] ?? ''}|${node.textContent}`),
    )
    expect(lines).toEqual([
      '李婶|路灯的事今晚说不说？',
      '王建国|说，排第二件。',
      '|我把账也带上。',
      '赵姐|好',
    ])
  })

  test('a vertical tab and a form feed end a line, other control characters are nothing', () => {
    const { content } = linesFromText('路灯坏了\u000b井水浑了\u000c桥\u0000\u0007裂了')
    expect(content.childCount).toBe(3)
    expect(content.child(2).textContent).toBe('桥裂了')
  })

  test('broken source between Chinese letters is no space; between Latin words it is one', () => {
    expect(told('<p>路灯从\n  开春就不亮</p><p>one\n  two</p>')).toEqual(['|路灯从开春就不亮', '|one two'])
  })

  test('a book comes in whole', () => {
    expect(linesFromHtml('<p>行</p>'.repeat(5_000))).toHaveLength(5_000)
  })
})

describe('in the editor', () => {
  let view: EditorView
  const attacked: string[] = []
  beforeAll(() => {
    Object.assign(globalThis, { attack: (how: string) => attacked.push(how) })
    // jsdom measures nothing.
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  })
  afterEach(() => {
    view.destroy()
    document.body.innerHTML = ''
  })
  const { section, turn } = schema.nodes as Record<'section' | 'turn', import('prosemirror-model').NodeType>
  function paste(html: string, there = ''): string[] {
    const doc = schema.nodes['doc']!.create(
      null,
      section.create(null, turn.create(null, there ? schema.text(there) : null)),
    )
    const state = EditorState.create({ doc })
    view = new EditorView(document.body, {
      state: state.apply(state.tr.setSelection(TextSelection.atEnd(doc))),
      transformPastedHTML: cleanedHtml,
      transformPasted: flattened,
      clipboardTextParser: linesFromText,
    })
    view.pasteHTML(html, new Event('paste') as ClipboardEvent)
    const lines: string[] = []
    view.state.doc.descendants((node) => {
      if (node.type === turn)
        lines.push(`${node.attrs['speaker'] ?? ''}|${node.textBetween(0, node.content.size, '', '#')}`)
    })
    expect(
      view.dom.querySelector(
        'script, img:not(.ProseMirror-separator), iframe, style, svg, a, [onclick], [onerror], [style]',
      ),
    ).toBeNull()
    return lines
  }

  test('Word on an empty line', () => {
    expect(paste(WORD_PAGE).slice(0, 3)).toEqual([
      '|柳树湾村十一月凉亭夜话记录',
      '张三|路灯从开春就不亮，孩子下晚自习摸黑走。',
      '李婶|我在桥边摔过一跤，膝盖还疼。#这事去年也说过。',
    ])
  })

  test('a few words go where the caret is', () => {
    expect(paste('<span lang=EN-US style="color:red">三盏<o:p></o:p></span>', '路灯')).toEqual(['|路灯三盏'])
  })

  test('what this editor copied keeps its chips', () => {
    const copied =
      `<section data-pm-slice="2 2 []"><p data-speaker="李婶">路灯不亮` +
      `<span data-concernid="${given.CONCERN}"></span></p><p>后一行</p></section>`
    expect(paste(copied)).toEqual(['李婶|路灯不亮#', '|后一行'])
  })

  test.each([
    '<img src=x onerror="attack(1)">字',
    '<p onclick="attack(1)">字</p><script>attack(2)</script>',
    '<svg onload="attack(1)"><script>attack(2)</script></svg>字',
    '<iframe srcdoc="<script>parent.attack(1)</script>"></iframe>字',
    '<a href="javascript:attack(1)">字</a>',
    '字<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attack(1)&gt;">',
    '<p data-speaker="&quot;><img src=x onerror=attack(1)>">字</p>',
    '<div data-pm-slice="0 0 []"><p>字<img src=x onerror="attack(1)"></p></div>',
    '<p>字<span style="background:url(javascript:attack(1))"></span></p><form action="javascript:attack(1)"></form>',
  ])('nothing runs and nothing but words stays: %s', (html) => {
    const lines = paste(html)
    expect(lines.join()).toContain('字')
    expect(attacked).toEqual([])
  })
})
