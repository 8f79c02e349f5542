import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PlainPage, RenderedPage } from '../../../shared/protocol/plain.ts'
import type { Language } from '../../../shared/words/language.ts'
import { BUILT, DIST } from '../page-file.ts'

type Render = (page: PlainPage, language: Language) => RenderedPage

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const LETTERS = {
  off: '',
  '24': ' data-mode="elder"',
  '30': ' data-mode="elder" data-size="largest"',
} as const

/** The frame and the components of the pages that work without scripts. */
export class PlainPages {
  readonly #frame: string
  readonly #render: Render

  private constructor(frame: string, render: Render) {
    this.#frame = frame
    this.#render = render
  }

  /** @throws where they were not built */
  static async open(): Promise<PlainPages> {
    const drawing = path.join(DIST, 'drawing/plain.js')
    if (!existsSync(drawing)) throw new Error(`expected ${drawing}, found nothing: run npm run build`)
    const { renderPlain }: { renderPlain: Render } = await import(pathToFileURL(drawing).href)
    return new PlainPages(readFileSync(path.join(BUILT, 'plain.html'), 'utf8'), renderPlain)
  }

  send(request: FastifyRequest, reply: FastifyReply, page: PlainPage, language: Language): FastifyReply {
    const { title, body } = this.#render(page, language)
    const chosen = request.cookies['letters']
    const letters = chosen === '24' || chosen === '30' ? chosen : 'off'
    const html = this.#frame
      .replace('<html lang="zh-Hans"', () => `<html lang="${language}"${LETTERS[letters]}`)
      .replace('<!--title-->', () => title.replace(/[&<>]/g, (sign) => ESCAPES[sign]!))
      .replace('<!--body-->', () => body)
    // Under no-referrer a browser sends a plain form without its origin, and nobody could tell it from another site's.
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .send(html)
  }
}
