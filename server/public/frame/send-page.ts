import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { PublicPage } from '../../../shared/protocol/public.ts'
import type { Language } from '../../../shared/words/language.ts'
import { BUILT } from '../../browser/built.ts'
import { ELDER_MODES } from '../../browser/letters.ts'
import { RenderedPages } from '../../browser/rendered-pages.ts'

const LETTERS = ['noto-sans-sc/wght.css', 'noto-serif-sc/wght.css']
// A phone has its own Chinese letters and shall not fetch ours; it has no pointer that hovers.
const NARROW_SHEET = 'ui/styles/public-narrow.css'
// Letters of 24 and 30 px fill a window sooner than those of 18.
const NARROW = {
  off: 'screen and (max-width: 860px)',
  '24': 'screen and (max-width: 1020px)',
  '30': 'screen and (max-width: 1280px)',
} as const
const MODES = { ...ELDER_MODES, off: 'data-mode="notice"' } as const
const WHERE_LETTERS_MAY_MISS = 'print, (hover: hover)'

declare module 'fastify' {
  interface FastifyInstance {
    /** What was built, read once when the first page is sent; whatever is of a reader comes in with each page. */
    publicPages: () => Promise<RenderedPages<PublicPage>>
  }
}

export function decoratePublicPages(app: FastifyInstance): void {
  let pages: Promise<RenderedPages<PublicPage>> | null = null
  app.decorate('publicPages', () => (pages ??= openPages()))
}

/** Sends a page that is whole without a script. @throws where the pages were not built */
export async function sendPage(
  reply: FastifyReply,
  page: PublicPage,
  language?: Language,
): Promise<FastifyReply> {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
  const pages = await reply.server.publicPages()
  return pages.send(reply, page, language)
}

function openPages(): Promise<RenderedPages<PublicPage>> {
  const links = sheetLinks()
  return RenderedPages.open('public', (built, letters) =>
    built
      .replace(MODES.off, MODES[letters])
      .replace(
        '<!--narrow-->',
        `<link rel="stylesheet" media="${NARROW[letters]}" href="/${links.narrow}" />`,
      )
      .replace('<!--letters-->', links.letters),
  )
}

/** The sheets of letters stand last, so that the page is read before they arrive. */
function sheetLinks(): { readonly narrow: string; readonly letters: string } {
  const manifest: Record<string, { file: string; src?: string }> = JSON.parse(
    readFileSync(path.join(BUILT, '.vite/manifest.json'), 'utf8'),
  )
  const built = Object.values(manifest)
  const letters = new Set(
    built.flatMap(({ file, src }) => (LETTERS.some((end) => src?.endsWith(end)) ? [file] : [])),
  )
  const narrow = built.find(({ src }) => src?.endsWith(NARROW_SHEET))
  if (!narrow) throw new Error(`expected ${NARROW_SHEET} among the built pages, found none: npm run build`)
  return {
    narrow: narrow.file,
    letters: [...letters]
      .map((file) => `<link rel="stylesheet" media="${WHERE_LETTERS_MAY_MISS}" href="/${file}" />`)
      .join(''),
  }
}
