import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const built = fileURLToPath(new URL('../../../dist', import.meta.url))

/** The addresses of the page of all pieces, and words that only it says. */
const OF_PIECES = /dev\/(pieces|main)|白天的院子/

test('what is built for a village holds no page of the workshop', () => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  const texts = files.filter((file) => /\.(html|js|mjs|css|json)$/.test(file))
  expect(texts).toContain(join('web', 'desk.html'))
  expect(texts.filter((file) => OF_PIECES.test(readFileSync(join(built, file), 'utf8')))).toEqual([])
  expect(files.filter((file) => /(^|\/)(dev|pieces)\b/i.test(file))).toEqual([])
})
