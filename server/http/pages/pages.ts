import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BUILT } from '../../browser/built.ts'
import { languageOf } from '../../browser/language.ts'
import { lettersOf } from '../../browser/letters.ts'
import type { PageName } from './opened-first.ts'
import { Page, type PagePreload, type Reader, type ServedPage } from './page-file.ts'

/** Addresses of the built pages; each is one small application. */
const PAGES: readonly (readonly [string, PageName])[] = [
  ['/p/:code', 'phone'],
  ['/say/:placeId', 'box'],
  ['/mine/:placeId', 'box'],
  ['/mine/:placeId/:concernId', 'box'],
  ['/wall', 'wall'],
  ['/wall/:meetingId', 'wall'],
  ['/desk', 'desk'],
  ['/desk/*', 'desk'],
  ['/ledger', 'ledger'],
  ['/ledger/*', 'ledger'],
  ['/setup', 'setup'],
  ['/invited', 'setup'],
]

/** Addresses whose first screen the server draws. */
const DRAWN: readonly string[] = ['/ledger', '/', '/p/:code', '/say/:placeId', '/wall/:meetingId', '/desk']

export interface PageOptions {
  readonly isSetUp: () => Promise<boolean>
  /** What pages ask first, for whoever asks for them: the server draws these with their first rows. */
  readonly preloads: ReadonlyMap<string, (request: FastifyRequest) => Promise<PagePreload>>
}

/** Serves the built web; hashed files may be kept for ever, pages are asked for each time. */
export async function servePages(app: FastifyInstance, { isSetUp, preloads }: PageOptions): Promise<void> {
  if (!existsSync(BUILT))
    throw new Error(`expected the built web in ${BUILT}, found nothing: run npm run build`)
  await app.register(fastifyStatic, {
    root: path.join(BUILT, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  const pages = new Map<PageName, Page>()
  for (const [address, name] of PAGES) {
    const tell = DRAWN.includes(address) ? preloads.get(name) : undefined
    const page = pages.get(name) ?? (await Page.open(name, preloads.has(name)))
    pages.set(name, page)
    app.get(address, { schema: { hide: true } }, async (request, reply) =>
      sendPage(request, reply, page, await tell?.(request).catch(later(request))),
    )
  }
  leadOldBrowsers(app)
  const phone = pages.get('phone')!
  app.get('/', { schema: { hide: true } }, async (request, reply) =>
    (await isSetUp())
      ? sendPage(request, reply, phone, await preloads.get('phone')?.(request).catch(later(request)))
      : reply.redirect('/setup'),
  )
}

/** A browser that cannot read our scripts goes where none are needed; `Promise.any` came with Chrome 85 and Safari 14. */
const LEAD = `window.Promise&&Promise.any||location.replace(location.pathname.replace(/\\/$/,'')+'/plain')\n`
const DAY_S = 24 * 60 * 60

const leadOldBrowsers = (app: FastifyInstance): void =>
  void app.get('/plain.js', { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', `public, max-age=${DAY_S}`)
      .send(LEAD),
  )

async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  preloaded?: PagePreload,
): Promise<FastifyReply> {
  const language = languageOf(request)
  const [address = '', search = ''] = request.url.split('?')
  const reader = { path: address, search, language, letters: lettersOf(reply) }
  const { html, styleSource } = preloaded
    ? drawnOr(page, reader, preloaded, later(request))
    : page.bare(reader)
  if (styleSource) allowStyle(reply, styleSource)
  return (
    reply
      .type('text/html; charset=utf-8')
      // With answers in it, it is as old as they are, and its reader's: neither a disk nor the way back shows it again.
      .header('cache-control', preloaded ? 'no-store' : 'private, no-cache')
      // Under no-referrer a browser sends a plain form without its origin, and nobody could tell it from another site's.
      .header('referrer-policy', 'same-origin')
      .send(html)
  )
}

const CSP = 'content-security-policy'
const allowStyle = (reply: FastifyReply, source: string): void =>
  void reply.header(CSP, String(reply.getHeader(CSP)).replace(/(?<=style-src 'self')/, ` ${source}`))

function drawnOr(
  page: Page,
  reader: Reader,
  preloaded: PagePreload,
  report: (problem: unknown) => void,
): ServedPage {
  try {
    return page.drawn(reader, preloaded)
  } catch (problem) {
    report(problem)
    return page.bare(reader)
  }
}

/** The page asks by itself for what could not be told with it. */
const later =
  (request: FastifyRequest) =>
  (problem: unknown): undefined => {
    request.log.error({ err: problem }, 'a page went out without its first rows')
  }
