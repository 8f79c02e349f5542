/** Opens and closes rows until the page itself is there; what is open then stays open. */
function press(event: MouseEvent): void {
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
  if (!row || document.getElementById('app')?.dataset['isDrawn']) return
  const isOpen = row.getAttribute('aria-expanded') !== 'true'
  row.setAttribute('aria-expanded', String(isOpen))
  document.getElementById(row.getAttribute('aria-controls')!)!.hidden = !isOpen
}

document.addEventListener('click', press)
