/** Begins once the first rows stand on the screen; returns how to end it, as `begin` says. */
export function afterDrawing(begin: () => void | (() => void)): () => void {
  let end: void | (() => void)
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => (end = begin()))
  })
  return () => {
    cancelAnimationFrame(frame)
    end?.()
  }
}
