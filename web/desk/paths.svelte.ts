/** Pages about the place itself, beside its evenings. */
export const PLACE_PAGES = [
  'plan',
  'people',
  'places',
  'visits',
  'catalogue',
  'partners',
  'days',
  'robots',
  'security',
  'account',
] as const
export type PlacePage = (typeof PLACE_PAGES)[number]

export const isPlacePage = (name: string): name is PlacePage =>
  (PLACE_PAGES as readonly string[]).includes(name)

export type Page =
  | { readonly name: 'home' | 'login' | 'unknown' | PlacePage }
  | { readonly name: 'meeting'; readonly meetingId: string }

export function pageAt(path: string): Page {
  const [, desk, part, id, ...more] = path.replace(/\/+$/, '').split('/')
  if (desk !== 'desk' || more.length) return { name: 'unknown' }
  if (part === 'meeting' && id) return { name: 'meeting', meetingId: id }
  if (id) return { name: 'unknown' }
  if (part === undefined) return { name: 'home' }
  if (part === 'login') return { name: part }
  return { name: PLACE_PAGES.find((name) => name === part) ?? 'unknown' }
}

/** Which page of the desk is open; links within it change the page without loading anew. */
class Paths {
  page = $state.raw<Page>({ name: 'unknown' })
  /** Asked before the page is left; false stays. */
  mayLeave: () => boolean = () => true
  private path = ''

  /** The page at this address, without going there. */
  open(path: string): void {
    this.path = path
    this.page = pageAt(path)
  }

  start(): void {
    this.open(location.pathname)
    addEventListener('popstate', () =>
      this.turn(location.pathname, () => history.pushState(null, '', this.path)),
    )
    document.addEventListener('click', (event) => this.follow(event))
  }

  go(path: string, replaces = false): void {
    this.turn(
      path,
      () => {},
      () => history[replaces ? 'replaceState' : 'pushState'](null, '', path),
    )
  }

  private turn(path: string, stay: () => void, move: () => void = () => {}): void {
    if (path === this.path) return
    if (!this.mayLeave()) return stay()
    this.mayLeave = () => true
    move()
    this.path = path
    this.page = pageAt(path)
    scrollTo(0, 0)
  }

  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain || event.defaultPrevented || link.target || link.origin !== location.origin) return
    if (pageAt(link.pathname).name === 'unknown') return
    event.preventDefault()
    this.go(link.pathname)
  }
}

export const paths = new Paths()
