/**
 * As a browser's page translation does it, now and after every change: what may be translated is taken out and
 * stands in elements of the translator. It says the same words, so that a page can be compared with one without it.
 */
export function translatePage(): void {
  const wrap = (root: Node): void => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = root instanceof Text ? [root] : []
    while (walk.nextNode()) texts.push(walk.currentNode as Text)
    for (const text of texts) {
      const parent = text.parentElement
      if (!parent || !text.data.trim() || parent.closest('script, style, font, noscript')) continue
      if (parent.closest('[translate]')?.getAttribute('translate') === 'no') continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
  const follow = (): void => {
    wrap(document.body)
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) wrap(node)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  }
  if (document.body) follow()
  else document.addEventListener('DOMContentLoaded', follow)
}
