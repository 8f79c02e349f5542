import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { decompress } from 'wawoff2'

const ROOT = path.join(import.meta.dirname, '../../..')
/** Noto Sans SC, which is what most systems draw Chinese with, cut into a hundred files for the web. */
const PACKED = path.join(ROOT, 'node_modules/@fontsource-variable/noto-sans-sc/files')
const CACHE = path.join(ROOT, '.cache/test-env')
const HOME = path.join(CACHE, 'chinese-font')
const FAMILY = 'Noto Sans SC'

/** What a browser is started with to know one Chinese font, the same on every machine, as a system has it. */
export async function chineseFont(): Promise<NodeJS.ProcessEnv> {
  if (!existsSync(HOME)) await unpackInto(HOME)
  const settings = path.join(HOME, 'fonts.conf')
  writeFileSync(settings, SETTINGS)
  return { FONTCONFIG_FILE: settings }
}

/** A system's fonts are not packed as those of a page are. */
async function unpackInto(home: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(`${home}-`)
  try {
    for (const file of readdirSync(PACKED).filter((name) => name.endsWith('.woff2')))
      writeFileSync(
        path.join(folder, file.replace('woff2', 'ttf')),
        await decompress(readFileSync(path.join(PACKED, file))),
      )
    renameSync(folder, home)
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true })
    // Another worker may have been quicker.
    if (!existsSync(home)) throw problem
  }
}

const preferred = (family: string): string =>
  `<alias binding="same"><family>${family}</family><prefer><family>${FAMILY}</family></prefer></alias>`

const SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${HOME}</dir>
  <cachedir>${HOME}/cache</cachedir>
  ${['sans', 'sans-serif', 'serif', 'system-ui', 'monospace'].map(preferred).join('\n  ')}
</fontconfig>
`
