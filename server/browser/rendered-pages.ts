import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyReply } from 'fastify'
import type { Reading, RenderedPage } from '../../shared/protocol/plain.ts'
import { BUILT, rendererOf } from './built.ts'
import { escaped } from './escape.ts'
import { keepLanguage, languageOf } from './language.ts'
import { LETTERS, lettersOf, type Letters } from './letters.ts'

interface Renderer<Page> {
  readonly renderPage: (page: Page, reading: Reading) => RenderedPage
}
type Frames = Readonly<Record<Letters, string>>
/** The built frame, which brings the styles, for letters of one size. */
type FrameFor = (built: string, letters: Letters) => string

/** Marks for a script that takes over, which no script does here; what people wrote holds no bare `<`. */
const HYDRATION_MARKS = /<!--[^>]*-->/g

/** Pages that are whole without a script: a frame, and components that are rendered into it on the server. */
export class RenderedPages<Page> {
  readonly #frames: Frames
  readonly #renderer: Renderer<Page>

  private constructor(frames: Frames, renderer: Renderer<Page>) {
    this.#frames = frames
    this.#renderer = renderer
  }

  /** @throws where they were not built */
  static async open<Page>(name: string, frameFor: FrameFor): Promise<RenderedPages<Page>> {
    const renderer = await rendererOf<Renderer<Page>>(name)
    const built = readFileSync(path.join(BUILT, `${name}.html`), 'utf8')
    const frames = Object.fromEntries(LETTERS.map((one) => [one, frameFor(built, one)])) as Frames
    return new RenderedPages(frames, renderer)
  }

  send(reply: FastifyReply, page: Page, language = languageOf(reply.request)): FastifyReply {
    keepLanguage(reply)
    const letters = lettersOf(reply)
    const { title, body } = this.#renderer.renderPage(page, { language, isLarge: letters !== 'off' })
    const html = this.#frames[letters]
      .replace('lang="zh-Hans"', () => `lang="${language}"`)
      .replace('<!--title-->', () => escaped(title))
      .replace('<!--body-->', () => body.replace(HYDRATION_MARKS, ''))
    // Under no-referrer a browser sends a plain form without its origin, and nobody could tell it from another site's.
    return reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(html)
  }
}
