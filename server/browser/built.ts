import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const DIST = path.join(import.meta.dirname, '../../dist')
export const BUILT = path.join(DIST, 'web')

/** What was built of a page's components to render them on the server. @throws where it was not built */
export async function rendererOf<Renderer>(page: string): Promise<Renderer> {
  const file = path.join(DIST, `drawing/${page}.js`)
  if (!existsSync(file)) throw new Error(`expected ${file}, found nothing: run npm run build`)
  return import(pathToFileURL(file).href) as Promise<Renderer>
}
