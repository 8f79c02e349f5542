import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const BUILT = path.join(import.meta.dirname, '../../dist/web')

/** Addresses of the built pages; each is one small application. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/p/:code', 'phone'],
  ['/say/:placeId', 'box'],
  ['/mine/:placeId', 'box'],
  ['/wall', 'wall'],
  ['/wall/:meetingId', 'wall'],
  ['/desk', 'desk'],
  ['/desk/*', 'desk'],
  ['/ledger', 'ledger'],
  ['/ledger/*', 'ledger'],
  ['/setup', 'setup'],
]

/** Serves the built web; hashed files may be kept for ever, pages are asked for each time. */
export async function servePages(app: FastifyInstance, isSetUp: () => Promise<boolean>): Promise<void> {
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
  for (const [address, page] of PAGES) {
    const html = readFileSync(path.join(BUILT, `${page}.html`))
    app.get(address, { schema: { hide: true } }, (_request, reply) => sendPage(reply, html))
  }
  const phone = readFileSync(path.join(BUILT, 'phone.html'))
  app.get('/', { schema: { hide: true } }, async (_request, reply) =>
    (await isSetUp()) ? sendPage(reply, phone) : reply.redirect('/setup'),
  )
}

const sendPage = (reply: FastifyReply, html: Buffer): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
