import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const WORTH_IT_BYTES = 600
const TEXTS = /\.(js|css|svg)$/

/** Lays a packed copy beside every text of the web: a slow line then carries a third, and the server packs nothing. */
export function packAssets(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!TEXTS.test(name)) continue
    const file = path.join(folder, name)
    const bytes = readFileSync(file)
    if (bytes.length < WORTH_IT_BYTES) continue
    // Browsers take Brotli over TLS only; a hall's own network has gzip.
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
