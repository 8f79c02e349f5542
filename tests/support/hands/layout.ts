import type { Page } from 'playwright-core'
import { DESK, PHONE, WALL, type View } from './browser.ts'

type Size = Pick<View, 'width' | 'height'>

/** Largest first. A window of 1366 at 125, 150 and 200 % is one of 1093, 911 and 683. */
const DESK_WIDTHS = [1920, DESK.width, 1093, 911, 768, 683]
const PHONE_WIDTHS = [414, PHONE.width, 320]
/** A wall is a screen of 16:9 or 4:3. */
const WALLS: readonly Size[] = [WALL, DESK, { width: 1024, height: 768 }]

/** The windows in which a page opened in this one is looked at. */
export function viewsAround(name: string, view: View): readonly Size[] {
  if (name.startsWith('wall')) return WALLS
  if (view.width === PHONE.width) return PHONE_WIDTHS.map((width) => ({ width, height: PHONE.height }))
  return DESK_WIDTHS.map((width) => ({ width, height: Math.round((width * 9) / 16) }))
}

/** What a reader would call broken about how a page lies in its window, each with the words it is about. */
export async function layoutFaults(page: Page): Promise<string[]> {
  await page.evaluate(settle)
  return page.evaluate(findFaults)
}

/** Movements are at their end, and what hears of a new width has drawn it. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await document.fonts.ready
  await frame()
  await frame()
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  await frame()
}

function findFaults(): string[] {
  interface Line {
    readonly rect: DOMRect
    readonly element: Element
    readonly layer: Element
    readonly words: string
  }
  const SLACK = 2
  const LINES_OF_A_COLUMN = 4
  const faults: string[] = []
  const short = (words: string): string => words.trim().replace(/\s+/g, ' ').slice(0, 24)

  const UNREAD = '.sr, [aria-hidden="true"], svg, .ProseMirror-separator'
  const UNREAD_INSIDE = UNREAD.split(', ').map((one) => `${one} *`)
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({
      visibilityProperty: true,
      opacityProperty: true,
      contentVisibilityAuto: true,
    }) && !element.matches([UNREAD, ...UNREAD_INSIDE].join(', '))
  /** Each element's answer rests on its parent's. */
  function inherited<Answer>(ask: (element: Element, parent: () => Answer) => Answer, root: Answer) {
    const known = new Map<Element, Answer>()
    const answer = (element: Element | null): Answer => {
      if (!element) return root
      if (!known.has(element))
        known.set(
          element,
          ask(element, () => answer(element.parentElement)),
        )
      return known.get(element)!
    }
    return answer
  }
  /** What lies above the rest of the page may cover it. */
  const layerOf = inherited<Element>(
    (element, parent) =>
      /fixed|sticky/.test(getComputedStyle(element).position) || element.matches('dialog, [popover]')
        ? element
        : parent(),
    document.body,
  )
  /** The window that scrolling and clipping ancestors leave open. */
  const openingOf = inherited(
    (element, parent) => {
      const around = parent()
      const { overflowX, overflowY } = getComputedStyle(element)
      if (overflowX === 'visible' && overflowY === 'visible') return around
      const box = element.getBoundingClientRect()
      return {
        left: Math.max(around.left, box.left),
        right: Math.min(around.right, box.right),
        top: Math.max(around.top, box.top),
        bottom: Math.min(around.bottom, box.bottom),
      }
    },
    { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 },
  )

  /** Between which edges words can be read: past them they are cut, unless somebody can scroll there. */
  const edgesOf = inherited(
    (element, parent) => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      if (overflowX === 'visible') return parent()
      if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') return [-1e6, 1e6]
      const { left, right } = element.getBoundingClientRect()
      const [leftmost = left, rightmost = right] = parent()
      return [Math.max(leftmost, left), Math.min(rightmost, right)]
    },
    [-1e6, 1e6],
  )
  function noteCut({ left, right }: DOMRect, element: Element, words: string): void {
    const [leftmost = left, rightmost = right] = edgesOf(element)
    if (left < leftmost - SLACK || right > rightmost + SLACK)
      faults.push(`cut off at its side: ${short(words)}`)
  }

  /** The part of a line that its scrolling and clipping ancestors let through. */
  function cut(rect: DOMRect, element: Element): DOMRect | null {
    const around = openingOf(element)
    const left = Math.max(rect.left, around.left)
    const top = Math.max(rect.top, around.top)
    const width = Math.min(rect.right, around.right) - left
    const height = Math.min(rect.bottom, around.bottom) - top
    return width > 1 && height > 1 ? new DOMRect(left, top, width, height) : null
  }

  function linesOf(node: Text): Line[] {
    const element = node.parentElement
    const words = node.data
    if (!element || !words.trim() || !isSeen(element)) return []
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    noteColumn(element, words, rects)
    const layer = layerOf(element)
    return rects.flatMap((whole) => {
      const rect = cut(whole, element)
      if (rect) noteCut(whole, element, words)
      return rect ? [{ rect, element, layer, words }] : []
    })
  }

  function noteColumn(element: Element, words: string, rects: readonly DOMRect[]): void {
    const { fontSize, writingMode } = getComputedStyle(element)
    if (writingMode !== 'horizontal-tb' || words.trim().length < LINES_OF_A_COLUMN) return
    const tops = new Set(rects.map(({ top }) => Math.round(top)))
    const widest = Math.max(...rects.map(({ width }) => width))
    if (tops.size >= LINES_OF_A_COLUMN && widest < 1.9 * parseFloat(fontSize))
      faults.push(`one character a line: ${short(words)}`)
  }

  function noteOverlaps(lines: readonly Line[]): void {
    const sorted = [...lines].sort((one, other) => one.rect.top - other.rect.top)
    sorted.forEach((one, at) => {
      for (const other of sorted.slice(at + 1)) {
        if (other.rect.top >= one.rect.bottom) break
        if (one.layer !== other.layer || one.element === other.element) continue
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top
        // Boxes of lines are taller than their letters.
        if (across > SLACK && down > 0.35 * Math.min(one.rect.height, other.rect.height))
          faults.push(`「${short(one.words)}」 lies over 「${short(other.words)}」`)
      }
    })
  }

  function noteWide(lines: readonly Line[]): void {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth + SLACK) return
    const farthest = [...lines].sort((one, other) => other.rect.right - one.rect.right)[0]
    faults.push(`the page is ${scrollWidth} wide in ${clientWidth}: ${short(farthest?.words ?? '')}`)
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  while (walker.nextNode()) lines.push(...linesOf(walker.currentNode as Text))
  noteOverlaps(lines)
  noteWide(lines)
  return [...new Set(faults)]
}
