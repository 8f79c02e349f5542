import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BUILT } from '../../browser/built.ts'

const LINK = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g

/** A page whose first screen has its styles within it, so that a slow line need not fetch them before the first frame. */
export interface InlinedStyles {
  readonly html: string
  /** For `style-src` (CSP level 2, 5.1): only this text may stand in a style element. */
  readonly source: string
}

/** Puts the text of the page's stylesheets into its head; the files themselves follow behind `frame`, for what is fetched later. */
export function inlineStyles(html: string, frame: string): InlinedStyles {
  const links = [...html.matchAll(LINK)]
  const text = links.map(([, file]) => readFileSync(path.join(BUILT, file!), 'utf8')).join('')
  const digest = createHash('sha256').update(text).digest('base64')
  return {
    html: html
      .replace(LINK, '')
      .replace('</head>', () => `<style>${text}</style></head>`)
      .replace(frame, () => frame + links.map(([link]) => link).join('')),
    source: `'sha256-${digest}'`,
  }
}
