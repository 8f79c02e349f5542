import { tick } from 'svelte'

export type Page = 'say' | 'mine'

interface Entry {
  /** Where the page had been scrolled to when it was left. */
  readonly top?: number
  /** The page from which this one was opened. */
  readonly from?: string
}

const ADDRESS = /^\/(say|mine)\/([^/]+)(?:\/([^/]+))?/
const read = (path: string): RegExpExecArray => ADDRESS.exec(path) ?? ADDRESS.exec('/say/-')!
const entry = (): Entry => (history.state as Entry | null) ?? {}

/** Which page of the box is open: the form, the list, or one matter. The address always tells it. */
export class Route {
  readonly placeId: string
  page = $state.raw<Page>('say')
  matterId = $state.raw('')
  /** Whether somebody came here from another page of the box. */
  hasMoved = $state.raw(false)

  constructor(path: string) {
    this.placeId = read(path)[2]!
    this.show(path)
  }

  /** A link of the box opens without loading the page anew; where it only leads back, it goes back. */
  follow = (event: MouseEvent): void => {
    const link = event.currentTarget as HTMLAnchorElement
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const [from, to] = [location.pathname, link.pathname]
    if (entry().from === to) return history.back()
    history.replaceState({ ...entry(), top: scrollY } satisfies Entry, '')
    history.pushState({ from } satisfies Entry, '', to)
    this.turn()
    scrollTo(0, 0)
  }

  /** Back at a list, it stands where it stood, on the link by which it was left. */
  back = async (): Promise<void> => {
    const left = this.matterId && `/mine/${this.placeId}/${this.matterId}`
    this.turn()
    await tick()
    requestAnimationFrame(() => {
      scrollTo(0, entry().top ?? 0)
      if (left) document.querySelector<HTMLElement>(`a[href="${left}"]`)?.focus({ preventScroll: true })
    })
  }

  private turn(): void {
    this.show(location.pathname)
    this.hasMoved = true
  }

  private show(path: string): void {
    const [, page, , matterId = ''] = read(path)
    this.page = page as Page
    this.matterId = matterId
  }
}
