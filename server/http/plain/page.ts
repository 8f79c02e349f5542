import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyReply } from 'fastify'
import type { PlainPage, Reading, RenderedPage } from '../../../shared/protocol/plain.ts'
import { keepLanguage, languageOf } from '../../browser/language.ts'
import { ELDER_MODES, lettersOf } from '../../browser/letters.ts'
import { BUILT, DIST } from '../page-file.ts'

type Render = (page: PlainPage, reading: Reading) => RenderedPage

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const MODES = { off: '', ...ELDER_MODES } as const

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

  send(reply: FastifyReply, page: PlainPage): FastifyReply {
    const language = languageOf(reply.request)
    keepLanguage(reply)
    const letters = lettersOf(reply)
    const { title, body } = this.#render(page, { language, isLarge: letters !== 'off' })
    const html = this.#frame
      .replace('<html lang="zh-Hans"', () => `<html lang="${language}" ${MODES[letters]}`)
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
