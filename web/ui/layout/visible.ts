/** True where all of it can be seen; of something taller than its frame, as much as the frame holds. */
export function isFullyVisible(element: Element): boolean {
  if (element.checkVisibility?.() === false) return false
  const box = element.getBoundingClientRect()
  return framesOf(element).every(
    (frame) =>
      within(box.top, box.bottom, frame.top, frame.bottom) &&
      within(box.left, box.right, frame.left, frame.right),
  )
}

type Frame = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

// Layout rounds to fractions of a pixel.
const SLACK_PX = 2

function within(start: number, end: number, frameStart: number, frameEnd: number): boolean {
  if (end - start > frameEnd - frameStart) return start <= frameStart + SLACK_PX && end >= frameEnd - SLACK_PX
  return start >= frameStart - SLACK_PX && end <= frameEnd + SLACK_PX
}

function framesOf(element: Element): Frame[] {
  const frames: Frame[] = [{ top: 0, left: 0, bottom: innerHeight, right: innerWidth }]
  for (let above = element.parentElement; above; above = above.parentElement) {
    const { overflowY, overflowX } = getComputedStyle(above)
    if ([overflowX, overflowY].some((value) => value !== 'visible' && value !== '' && value !== undefined)) {
      const { top, left } = above.getBoundingClientRect()
      const [y, x] = [top + above.clientTop, left + above.clientLeft]
      frames.push({ top: y, left: x, bottom: y + above.clientHeight, right: x + above.clientWidth })
    }
  }
  return frames
}
