import { readFileSync } from 'node:fs'
import path from 'node:path'

const PACKAGE = path.join(import.meta.dirname, '../../../package.json')

/** How `npm start` runs the server: what it sets and with which options of Node. */
export function shipped(): { env: Record<string, string>; options: string[] } {
  const { start } = (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } }).scripts
  const found = /^((?:\w+=\S+ )*)exec node ((?:-\S+ )*)server\/app\/main\.ts$/.exec(start)
  if (!found) throw new Error(`expected a start script that runs server/app/main.ts, found ${start}`)
  const [, set = '', options = ''] = found
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')
  return { env: Object.fromEntries(words(set).map((pair) => pair.split('='))), options: words(options) }
}
