import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')
const IN_ONE_LANGUAGE = /\.(en|zh-Hans|zh-Hant)\.ts$/
const MESSAGES = /^(web|shared)\/words\//
const SOURCE = /\.(ts|svelte)$/
const INTERFACE = /interface \w+Words\b[^{]*\{\n(.*?)\n\}/gs
const KEY = /^ {2}(?:readonly )?(\w+)\??:/gm

export interface Source {
  readonly file: string
  readonly text: string
}

/** The keys that a file of messages declares at its first level. */
export const keysOf = (text: string): string[] =>
  [...text.matchAll(INTERFACE)].flatMap(([, body]) => [...body!.matchAll(KEY)].map(([, key]) => key!))

/** Keys that no source outside the messages names, each with its file. */
export function unusedKeys(sources: readonly Source[]): string[] {
  const users = sources.map(({ text }) => text.replaceAll(INTERFACE, ''))
  const named = new Set(users.flatMap((text) => text.match(/\w+/g) ?? []))
  return sources
    .filter(({ file }) => MESSAGES.test(file))
    .flatMap(({ file, text }) =>
      keysOf(text)
        .filter((key) => !named.has(key))
        .map((key) => `${file}: ${key}`),
    )
}

/** All sources but the sentences themselves. */
export const messageSources = (): Source[] =>
  ['web', 'shared', 'server'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => SOURCE.test(file) && !IN_ONE_LANGUAGE.test(file))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  )
