import type { PublicPage } from '../../../shared/protocol/public.ts'
import type { Language } from '../../../shared/words/language.ts'
import { renderPage } from '../../../web/public/server-render.ts'

/** A public page as its reader gets it, without the frame. */
export const publicPage = (page: PublicPage, language: Language = 'zh-Hans'): string =>
  renderPage(page, { language }).body.replace(/<!--[^>]*-->/g, '')
