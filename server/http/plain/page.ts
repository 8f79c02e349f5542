import type { PlainPage } from '../../../shared/protocol/plain.ts'
import { ELDER_MODES } from '../../browser/letters.ts'
import { RenderedPages } from '../../browser/rendered-pages.ts'

export type PlainPages = RenderedPages<PlainPage>

const HTML = '<html lang="zh-Hans"'

/** The frame and the components of the pages that work without scripts. @throws where they were not built */
export const openPlainPages = (): Promise<PlainPages> =>
  RenderedPages.open('plain', (built, letters) => built.replace(HTML, `${HTML} ${ELDER_MODES[letters]}`))
