import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

type Edits = Readonly<Record<string, readonly (readonly [string | RegExp, string])[]>>

// Our pages never hydrate, have no <svelte:boundary> and no `await` in a component:
// without these edits a villager's phone would load 3.5 kB (gzip) for them.
const EVERYWHERE: Edits = {
  '/internal/client/dom/hydration.js': [
    ['export let hydrating = false;', 'export const hydrating = false;'],
    ['\thydrating = value;', ''],
  ],
  '/internal/client/render.js': [
    [
      "import { boundary } from './dom/blocks/boundary.js';",
      "import { branch } from './reactivity/effects.js';\n" +
        'const boundary = (anchor, _, draw) => branch(() => draw(anchor));',
    ],
  ],
  '/internal/client/reactivity/async.js': [['if (async.length === 0 && pending.length === 0) {', '{']],
}

// On phone and wall nothing is animated, awaited or forked, and nobody delegates: these files are our own.
const OWN: Readonly<Record<string, string>> = {
  '/internal/client/dom/blocks/branches.js': 'branches.js',
  '/internal/client/dom/blocks/each.js': 'each.js',
  '/internal/client/dom/elements/events.js': 'events.js',
  '/internal/client/reactivity/batch.js': 'batch.js',
}

// On phone and wall objects in `$state` are shallow (1.3 kB); whoever writes a deep one is told so below.
const SHALLOW: Edits = {
  '/internal/flags/index.js': [
    ['export let async_mode_flag', 'export const async_mode_flag'],
    ['export let legacy_mode_flag', 'export const legacy_mode_flag'],
    ['export let tracing_mode_flag', 'export const tracing_mode_flag'],
    [/export function [^]*$/, ''],
  ],
  '/internal/client/reactivity/effects.js': [
    ['current_batch?.register_created_effect(effect);', ''],
    ['if (options.outro) {', 'if (false) {'],
  ],
  '/internal/client/render.js': [
    [/import \{\s+all_registered_events[^}]+\} from '[^']+';/, ''],
    [/var registered_events = new Set\(\);[^]*root_event_handles\.add\(event_handle\);/, ''],
    [/for \(var event_name of registered_events\) \{[^]*root_event_handles\.delete\(event_handle\);/, ''],
  ],
  '/internal/client/reactivity/sources.js': [
    ["import { proxy } from '../proxy.js';", 'const proxy = (value) => value;'],
  ],
  '/internal/client/reactivity/props.js': [
    ["import { proxy } from '../proxy.js';", 'const proxy = (value) => value;'],
  ],
  '/internal/client/dom/elements/bindings/input.js': [
    ["import { is } from '../../../proxy.js';", 'const is = Object.is;'],
  ],
}

// Vite's own helper, without what only other builds need: a part waits for its style sheets, its scripts come along.
const SMALL_PRELOAD = `export const __vitePreload = (load, files = []) =>
  Promise.all(files.map((file) => new Promise((done) => {
    if (document.querySelector('link[href="/' + file + '"]')) return done()
    const link = document.createElement('link')
    const isSheet = /css$/.test(file)
    link.rel = isSheet ? 'stylesheet' : 'modulepreload'
    link.href = '/' + file
    link.onload = link.onerror = done
    document.head.append(link)
    isSheet || done()
  }))).then(load)`

const HERE = path.join(import.meta.dirname, 'lean')
const MADE_FOR = '5.57.3'

function checkVersion(): void {
  const file = path.join(HERE, '../../node_modules/svelte/package.json')
  const { version } = JSON.parse(readFileSync(file, 'utf8'))
  if (version !== MADE_FOR)
    throw new Error(`phone and wall are made lean for Svelte ${MADE_FOR}, found ${version}`)
}

function edited(code: string, id: string, edits: Edits): string {
  const own = Object.entries(edits).find(([file]) => id.endsWith(file))?.[1] ?? []
  for (const [found, instead] of own) {
    const changed = code.replace(found, instead)
    if (changed === code) throw new Error(`this Svelte is not the one that was made lean: ${found} in ${id}`)
    code = changed
  }
  return code
}

const isOfSvelte = (id: string): boolean => id.includes('/svelte/src/')

const edits = (isSmall: (group: string) => boolean): Plugin => ({
  name: 'lean-svelte',
  apply: 'build',
  enforce: 'pre',
  buildStart: checkVersion,
  transform(code, id) {
    if (id.startsWith(HERE)) return { code, map: null, moduleSideEffects: false }
    if (!isOfSvelte(id)) return null
    const lean = edited(edited(code, id, EVERYWHERE), id, isSmall(this.environment.name) ? SHALLOW : {})
    return { code: lean, map: null, moduleSideEffects: false }
  },
})

const ownFiles = (isSmall: (group: string) => boolean): Plugin => ({
  name: 'lean-svelte:own',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (!isSmall(this.environment.name)) return null
    if (id === '\0vite/preload-helper.js') return SMALL_PRELOAD
    const file = isOfSvelte(id) && Object.entries(OWN).find(([one]) => id.endsWith(one))?.[1]
    return file ? { code: `export * from '${HERE}/${file}'`, moduleSideEffects: false } : null
  },
})

const shallowState = (isSmall: (group: string) => boolean): Plugin => ({
  name: 'lean-svelte:shallow-state',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (!isOfSvelte(id) && isSmall(this.environment.name) && code.includes('$.proxy('))
      this.error(`${id} keeps an object in $state: phone and wall need $state.raw`)
  },
})

/** Takes out of the built pages what they never use and a bundler cannot see. */
export function leanSvelte(smallGroups: readonly string[]): Plugin[] {
  const isSmall = (group: string): boolean => smallGroups.includes(group)
  return [edits(isSmall), ownFiles(isSmall), shallowState(isSmall)]
}
