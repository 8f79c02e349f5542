import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')
const IN_ONE_LANGUAGE = /\.(en|zh-Hans|zh-Hant)\.ts$/
const SIMPLIFIED = /\.zh-Hans\.ts$/
const SOURCE = /\.(ts|svelte)$/
const MESSAGES = /^(?:export )?const [a-z]\w*(?:: .+)? = \{\n(.*?)\n\}/gms
const KEY = /^ {2}(\w+)[:,]/gm

export interface Source {
  readonly file: string
  readonly text: string
}

/** The keys of all messages that a file holds, at their first level. */
export const keysOf = (text: string): string[] =>
  [...text.matchAll(MESSAGES)].flatMap(([, body]) => [...body!.matchAll(KEY)].map(([, key]) => key!))

/** Keys that no source outside the messages names, each with its file. */
export function unusedKeys(sources: readonly Source[]): string[] {
  const users = sources.filter(({ file }) => !IN_ONE_LANGUAGE.test(file))
  const named = new Set(users.flatMap(({ text }) => text.match(/\w+/g) ?? []))
  return sources
    .filter(({ file }) => SIMPLIFIED.test(file))
    .flatMap(({ file, text }) =>
      keysOf(text)
        .filter((key) => !named.has(key))
        .map((key) => `${file}: ${key}`),
    )
}

/** All sources; of the sentences only the Simplified ones, which declare their keys. */
export const messageSources = (): Source[] =>
  ['web', 'shared', 'server'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => SOURCE.test(file) && (SIMPLIFIED.test(file) || !IN_ONE_LANGUAGE.test(file)))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  )
