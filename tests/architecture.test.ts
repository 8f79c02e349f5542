import { Linter } from 'eslint'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FEATURES } from '../shared/features.ts'
import { noModuleState } from './module-state.js'
import { longest, onlyDoorsTouchClockAndChance } from './eslint.config.js'
import { judgementOf, ruleNames, type Judgement } from './support/architecture/cruise.ts'
import { crowdedFolders } from './support/architecture/folder-rules.ts'
import {
  PLANTED_IMPORTS,
  PLANTED_SOURCES,
  SOURCES_IN_ORDER,
  plantTree,
} from './support/architecture/planted.ts'
import { SOURCE_RULES, type Source } from './support/architecture/source-rules.ts'
import { typedLint } from './support/architecture/typed-lint.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const sourcesOf = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') }))

const parsed: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: ts.parser as Linter.Parser } }

const lint = (path: string, text: string): string[] =>
  new Linter({ cwd: root })
    .verify(text, [parsed, onlyDoorsTouchClockAndChance, noModuleState, longest], { filename: path })
    .map(({ ruleId, message }) => ruleId ?? message)

describe('arrows', () => {
  let judgement: Judgement
  beforeAll(async () => {
    judgement = await judgementOf()
  })

  test('every import goes where the drawing allows', () => {
    expect(judgement.breaches).toEqual([])
  })

  test('the rules see the whole project, components included', () => {
    const { seen } = judgement
    const folders = ['shared', 'server', 'web', 'migrations']
    expect(seen).toEqual(expect.arrayContaining(folders.flatMap(sourcesOf).map(({ path }) => path)))
  })
})

test('every feature of the server stands in the order of the features', () => {
  const built = sourcesOf('server').flatMap(
    ({ path }) => /^server\/(?!app\/)([^/]+)\/feature\.ts$/.exec(path)?.[1] ?? [],
  )
  expect(built.sort()).toEqual([...FEATURES].sort())
})

describe('an arrow the wrong way is named', () => {
  let tree: ReturnType<typeof plantTree>
  let breaches: Judgement['breaches'] = []

  beforeAll(async () => {
    tree = plantTree()
    breaches = (await judgementOf(tree.root)).breaches
  })
  afterAll(() => tree.remove())

  test.each(PLANTED_IMPORTS)('$rule: $from → $to', ({ rule, from }) => {
    expect(breaches.filter((breach) => breach.from === from).map((breach) => breach.rule)).toContain(rule)
  })

  test('no rule is without a planted violation', () => {
    const planted = PLANTED_IMPORTS.map(({ rule }) => rule)
    expect(ruleNames().filter((name) => !planted.includes(name))).toEqual([])
  })

  test('taking a type of a schema is no violation', () => {
    expect(breaches.filter(({ from }) => from === 'web/comments/typing.ts')).toEqual([])
  })
})

describe('the text of every file', () => {
  // The two files that speak about forbidden text contain it.
  const sources = ['shared', 'server', 'web', 'migrations', 'tests']
    .flatMap(sourcesOf)
    .filter(({ path }) => !/support\/architecture\/(planted|source-rules)\.ts$/.test(path))

  test.each(SOURCE_RULES)('$name', ({ check }) => {
    const wrong = sources.flatMap((source) => check(source).map((what) => `${source.path}: ${what}`))
    expect(wrong).toEqual([])
  })

  test.each(SOURCE_RULES)('$name, and a file that breaks it is named', ({ name, check }) => {
    const planted = PLANTED_SOURCES[name] ?? []
    expect(planted.length).toBeGreaterThan(0)
    expect(planted.filter((source) => check(source).length === 0)).toEqual([])
  })

  test('files that come near the rules are left alone', () => {
    const wrong = SOURCES_IN_ORDER.flatMap((source) => SOURCE_RULES.flatMap(({ check }) => check(source)))
    expect(wrong).toEqual([])
  })
})

describe('rooms', () => {
  const filesIn = (folder: string, count: number, ending = '.ts'): string[] =>
    Array.from({ length: count }, (_, at) => `${folder}/file-${at}${ending}`)

  test('no folder of code holds more files than a glance takes in', () => {
    const paths = ['shared', 'server', 'web', 'migrations', 'tests', 'scripts'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    expect(crowdedFolders(paths)).toEqual([])
  })

  test('a folder of fifteen files is named, and one of fourteen beside its generated ones is not', () => {
    const crowded = filesIn('server/weather', 15)
    const generated = filesIn('shared/words/weather', 3, '.zh-Hant.ts')
    expect(crowdedFolders([...crowded, ...filesIn('shared/words/weather', 14), ...generated], {})).toEqual([
      'server/weather: 15 files, at most 14',
    ])
  })

  test('a folder that stands in the list with its reason may hold more, as long as it does', () => {
    const full = { 'server/weather': 'one file for each wind' }
    expect(crowdedFolders(filesIn('server/weather', 15), full)).toEqual([])
    expect(crowdedFolders(filesIn('server/weather', 14), full)).toEqual([
      'server/weather: needs no reason any more',
    ])
  })
})

describe('time, ids and chance come in by the door', () => {
  const REACHES = [
    'Date.now()',
    'Math.random()',
    'new Date()',
    'Date()',
    'process.env.PORT',
    'crypto.randomUUID()',
    "import { randomBytes } from 'node:crypto'",
    "import crypto from 'node:crypto'",
    "import * as crypto from 'node:crypto'",
  ]

  test.each(REACHES)('%s is refused in a feature', (reach) => {
    expect(lint('server/comments/commands.ts', reach)).toHaveLength(1)
    expect(lint('shared/comments/decide.ts', reach)).toHaveLength(1)
    expect(lint('web/comments/comments.svelte.ts', reach)).toHaveLength(1)
  })

  test.each(REACHES)('%s is allowed at a door', (reach) => {
    expect(lint('server/app/main.ts', reach)).toEqual([])
    expect(lint('server/journal/journal.ts', reach)).toEqual([])
    expect(lint('web/sync/session.svelte.ts', reach)).toEqual([])
  })

  test('an instant that is handed in may be read, and a digest taken', () => {
    expect(lint('server/comments/commands.ts', 'new Date(now)')).toEqual([])
    expect(lint('server/comments/commands.ts', "import { createHash } from 'node:crypto'")).toEqual([])
  })
})

describe('no module of the server keeps what changes', () => {
  const KEPT = [
    'let running = 0',
    'export let latest: string | null = null',
    'const known = new Map<string, number>()',
    'const known = new Map([[1, 2]])',
    'const roomsOf = new WeakMap<object, object>()',
    'const queue = new HashQueue()',
    'const waiting: string[] = []',
    'export const byName: Record<string, number> = {}',
    'class Rooms { static readonly opened = new Set<string>() }',
  ]

  test.each(KEPT)('%s is refused', (text) => {
    expect(lint('server/comments/commands.ts', text)).toEqual(['liangting/module-state'])
    expect(lint('web/comments/comments.svelte.ts', text)).toEqual([])
  })

  const CONSTANT = [
    'const LETTERS: ReadonlyMap<string, number> = new Map([["a", 1]])',
    "const NOWHERE: ReadonlySet<string> = new Set(['not-found'])",
    'const ID = new RegExp(PATTERN)',
    'const headAt = new Prepared(build, values)',
    'class Rooms { readonly #open = new Map<string, number>() }',
    'function count() { let sum = 0; return sum }',
  ]

  test.each(CONSTANT)('%s is a table, a statement or of one object', (text) => {
    expect(lint('server/comments/commands.ts', text)).toEqual([])
  })
})

describe('functions are short', () => {
  const lines = (count: number) => `export function f() {\n${'a()\n'.repeat(count)}}\n`

  test('41 lines are refused, 40 are not', () => {
    expect(lint('server/comments/commands.ts', lines(39))).toEqual(['max-lines-per-function'])
    expect(lint('server/comments/commands.ts', lines(38))).toEqual([])
  })
})

describe('rules that know types', () => {
  const PREFACE = `export type Kind = 'a' | 'b'; export const ask = async (): Promise<number> => 1\n`
  const BREACHES = {
    'await-thenable': 'export const wait = async () => { await 3 }',
    'no-floating-promises': 'export const go = () => { ask() }',
    'no-misused-promises': 'export const pick = () => { if (ask()) return 1; return 2 }',
    'switch-exhaustiveness-check':
      "export const read = (kind: Kind) => { switch (kind) { case 'a': return 1 } return 2 }",
  }

  test.each(Object.entries(BREACHES))('%s: a file that breaks it is named', async (rule, text) => {
    expect(await typedLint(PREFACE + text)).toEqual([rule])
  })

  test('every rule of the configuration has a planted violation', () => {
    const { rules } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { rules: object }
    expect(Object.keys(rules).map((name) => name.replace('typescript/', ''))).toEqual(Object.keys(BREACHES))
  })

  test('a promise that is waited for is left alone', async () => {
    expect(await typedLint(`${PREFACE}export const wait = async () => await ask()`)).toEqual([])
  })
})

test('every test that the security checklist names is there', () => {
  const text = readFileSync(join(root, 'server/ASVS.md'), 'utf8')
  const named = [...text.matchAll(/`(tests\/[^`]+\.test\.ts)` "([^"]+)"/g)]
  const isThere = (file: string, name: string): boolean =>
    existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(name)
  expect(named.filter(([, file = '', name = '']) => !isThere(file, name)).map(([both]) => both)).toEqual([])
  expect(text.match(/tests\/[^\s`]+\.test\.ts/g)).toHaveLength(named.length)
  const written = [...text.matchAll(/Written: `(server\/[^`]+\.md)` "([^"]+)"/g)]
  const hasHeading = ([, file = '', heading = '']: RegExpMatchArray): boolean =>
    readFileSync(join(root, file), 'utf8').includes(`\n## ${heading}\n`)
  expect(written.filter((one) => !hasHeading(one)).map(([both]) => both)).toEqual([])

  const count = (begins: string): number =>
    text.match(new RegExp(`^\\| [\\d.]+ +\\|[^|]+\\| ${begins}`, 'gm'))?.length ?? 0
  const [proven, told, aside, open] = ['`tests/', 'Written:', 'Does not apply:', 'open:'].map(count)
  expect(text).toContain(
    ` ${proven} are proven, ${told} are written rules, ${aside} do not apply and ${open} are open.`,
  )
})

test('every limit that the security page tells is the one that the code holds', () => {
  const text = readFileSync(join(root, 'server/SECURITY.md'), 'utf8')
  const rows = [...text.matchAll(/^\|[^|]+\| ([\d_* ]+?) *\| `([^`]+\.ts)` *\| `([A-Z_]+)` *\|$/gm)]
  expect(rows.length).toBeGreaterThan(20)
  const isHeld = ([, limit = '', file = '', constant = '']: RegExpMatchArray): boolean =>
    new RegExp(`const ${constant} = ${limit.replaceAll('*', '\\*')}$`, 'm').test(
      readFileSync(join(root, file), 'utf8'),
    )
  expect(rows.filter((row) => !isHeld(row)).map(([row]) => row)).toEqual([])
})

test('no cryptography but that of Node is installed for the server', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const others = /crypt|argon|jwt|jose|forge|nacl|noble|sodium|hash/i
  expect(Object.keys(dependencies).filter((name) => others.test(name))).toEqual([])
})
