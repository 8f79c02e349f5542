// Makes every `*.zh-Hant.ts` from the `*.zh-Hans.ts` beside it: what is written by hand is Simplified and English.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js'
import { EXCEPTIONS } from './traditional-exceptions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['web/words', 'shared/words']
const REVIEWED = join(root, 'scripts/traditional/traditional-reviewed.json')
const DIGEST_LETTERS = 8
// Letters of the private use area stand for what is not converted.
const FIRST_MARK = 0xe000

const convert = Converter({ from: 'cn', to: 'twp' })
const longestFirst = Object.keys(EXCEPTIONS).sort((one, other) => other.length - one.length)
const exception = new RegExp(longestFirst.join('|'), 'g')

/** Simplified text as readers in Taiwan write it. */
export function traditionalOf(text: string): string {
  const kept: string[] = []
  const marked = text.replace(exception, (phrase) => {
    kept.push(EXCEPTIONS[phrase] ?? phrase)
    return String.fromCharCode(FIRST_MARK + kept.length - 1)
  })
  return convert(marked).replace(/[\ue000-\uf8ff]/g, (mark) => kept[mark.charCodeAt(0) - FIRST_MARK] ?? mark)
}

/** A file of messages in Traditional, from the same file in Simplified. */
export const traditionalFile = (text: string): string =>
  traditionalOf(text.replaceAll('zh-Hans', 'zh-Hant')).replace(/“/g, '「').replace(/”/g, '」')

const filesOf = (language: string): readonly string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(`.${language}.ts`))
      .map((name) => join(root, folder, name)),
  )

/** Paths of all messages that are written by hand in Simplified. */
export const simplifiedFiles = (): readonly string[] => filesOf('zh-Hans')

const digestOf = (line: string): string =>
  createHash('sha256').update(line).digest('hex').slice(0, DIGEST_LETTERS)

/** Every line with Chinese letters, as it comes out. */
const traditionalLines = (): readonly string[] =>
  simplifiedFiles()
    .flatMap((path) => traditionalFile(readFileSync(path, 'utf8')).split('\n'))
    .map((line) => line.trim())
    .filter((line) => /\p{Script=Han}/u.test(line))

/** Lines that come out otherwise than when somebody last looked at them. */
export function unreviewedLines(): readonly string[] {
  const reviewed = new Set<string>(JSON.parse(readFileSync(REVIEWED, 'utf8')))
  return traditionalLines().filter((line) => !reviewed.has(digestOf(line)))
}

/** Files that an older version made, whose Simplified has moved or gone. */
function removeStale(): void {
  for (const path of filesOf('zh-Hant'))
    if (!existsSync(path.replace(/zh-Hant\.ts$/, 'zh-Hans.ts'))) rmSync(path)
}

function writeAll(): void {
  removeStale()
  for (const path of simplifiedFiles())
    writeFileSync(path.replace(/zh-Hans\.ts$/, 'zh-Hant.ts'), traditionalFile(readFileSync(path, 'utf8')))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeAll()
  if (process.argv.includes('--reviewed'))
    writeFileSync(
      REVIEWED,
      `${JSON.stringify([...new Set(traditionalLines().map(digestOf))].sort(), null, 1)}\n`,
    )
}
