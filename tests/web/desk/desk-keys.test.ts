import { describe, expect, test, vi } from 'vitest'
import { find, isSent, openEvening, press, sees, sent, text, usesDesk } from '../../support/records/desk.ts'
import { aComment, MEETING } from '../../support/villages/evening.ts'

usesDesk()

const lamp = aComment('c1', '路灯从开春就不亮。', { state: 'held', shownSeq: 0 })
const bridge = aComment('c2', '桥头那盏最要紧。', {
  state: 'held',
  shownSeq: 0,
  postedAt: '2026-11-22T11:41:00.000Z',
})
const onWall = aComment('c3', '公示栏没有人管。')

const item = (words: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('[data-choice]')].find((one) => one.textContent.includes(words))!
const isChosen = (words: string): boolean => item(words).getAttribute('aria-current') === 'true'

/** There is no layout here, so a test says what lies below the fold. */
function isBelowTheFold(words: string): () => void {
  const box = { top: 5_000, bottom: 5_060, left: 0, right: 100 } as DOMRect
  const measured = vi.spyOn(item(words), 'getBoundingClientRect').mockReturnValue(box)
  return () => measured.mockRestore()
}

describe('keys of an evening', () => {
  test('Enter brings a chosen comment that is out of sight into view, and only then shows it', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('路灯从开春就不亮')
    const scrollBack = isBelowTheFold('路灯')
    const scrolled = vi.fn()
    item('路灯').scrollIntoView = scrolled
    press('Enter')
    await vi.waitFor(() => expect(scrolled).toHaveBeenCalled())
    expect(sent('show-comment')).toEqual([])
    scrollBack()
    press('Enter')
    await isSent('show-comment', { commentId: 'c1' })
  })

  test('after a comment was put aside, the next one is chosen', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('路灯从开春就不亮')
    press('h')
    expect(isChosen('桥头')).toBe(true)
    press('Enter')
    await isSent('show-comment', { commentId: 'c2' })
  })

  test('Enter never takes down; what takes down is a key of its own', async () => {
    await openEvening({ comments: [lamp, onWall] })
    await sees('路灯从开春就不亮')
    press('x')
    expect(text()).toContain('这一句不在墙上')
    press('s')
    await sees('公示栏没有人管')
    press('Enter')
    expect(text()).toContain('这一句在墙上。要拿下来，按 X。')
    expect(sent('hold-comment')).toEqual([])
    press('x')
    await isSent('hold-comment', { commentId: 'c3' })
  })

  test('after a press on the link to the wall, Enter shows the chosen comment', async () => {
    await openEvening({ comments: [lamp] })
    await sees('路灯从开春就不亮')
    const link = find<HTMLAnchorElement>('a.onwall')
    link.addEventListener('click', (event) => event.preventDefault())
    link.focus()
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
    press('Enter')
    await isSent('show-comment', { commentId: 'c1' })
  })

  test('Alt+C beside the minutes makes a matter of the chosen comment, as C does', async () => {
    await openEvening({ comments: [lamp] })
    await sees('路灯从开春就不亮')
    press('ç', { altKey: true, code: 'KeyC' })
    await isSent('raise-concern', { commentId: 'c1', text: lamp.text })
  })

  test('Escape takes the caret out of a field, and then the keys act', async () => {
    await openEvening({ comments: [lamp] })
    await sees('替别人打')
    press('k')
    press('Escape')
    press('Enter')
    await isSent('show-comment', { commentId: 'c1' })
  })

  test('a key pressed twice before its first step is heard of goes two steps on', async () => {
    const agenda = ['村里的路灯', '桥', '水'].map((title, at) => ({
      ...{ id: `item-${at + 1}`, meetingId: MEETING, title, position: at + 1 },
      ...{ startedAt: null, kind: 'topic' as const, concernId: null },
    }))
    await openEvening({ agenda })
    await sees('村里的路灯')
    for (const key of [']', ']', '[']) press(key)
    await vi.waitFor(() =>
      expect(sent('start-agenda-item').map((one) => one?.['agendaItemId'])).toEqual([
        ...['item-2', 'item-3', 'item-2'],
      ]),
    )
  })
})

test('a comment in which somebody unnamed says their name goes onto the wall at the second press', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(10_000)
  const held = { state: 'held', shownSeq: 0, lane: 'masked', name: '李四' } as const
  await openEvening({ comments: [aComment('c3', '我是李四，地界的事', held)] })
  await sees('我是李四')
  press('Enter')
  await sees('里面有「李四」，本人要求不写名字')
  expect(sent('show-comment')).toEqual([])
  now.mockReturnValue(11_000)
  press('Enter')
  await isSent('show-comment', { commentId: 'c3' })
  now.mockRestore()
})
