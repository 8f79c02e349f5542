import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { Zip, ZipDeflate } from 'fflate'

const PIECE = 256 * 1024

/** A packed file that is whole or not there: written beside its name and renamed once it is on disk. */
export class Archive {
  readonly #file: string
  readonly #aside: string
  readonly #fd: number
  readonly #zip: Zip

  /** @throws where a file of this name is there already */
  constructor(file: string) {
    if (existsSync(file)) throw new Error(`${file} exists already; name a new file so that nothing is lost.`)
    this.#file = file
    this.#aside = `${file}.partial`
    rmSync(this.#aside, { force: true })
    this.#fd = openSync(this.#aside, 'wx', 0o600)
    this.#zip = new Zip((problem, piece) => {
      if (problem) throw problem
      writeSync(this.#fd, piece)
    })
  }

  add(name: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const entry = new ZipDeflate(name, { level: 6 })
    this.#zip.add(entry)
    for (let at = 0; at < bytes.length; at += PIECE) entry.push(bytes.subarray(at, at + PIECE), false)
    entry.push(new Uint8Array(0), true)
  }

  finish(): void {
    this.#zip.end()
    fsyncSync(this.#fd)
    closeSync(this.#fd)
    renameSync(this.#aside, this.#file)
  }

  /** Nothing of it stays. */
  drop(): void {
    closeSync(this.#fd)
    rmSync(this.#aside, { force: true })
  }
}
