import type { Plugin } from 'vite'

type Edits = Readonly<Record<string, readonly (readonly [string, string])[]>>

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

// On phone and wall objects in `$state` are shallow (1.3 kB); whoever writes a deep one is told so below.
const SHALLOW: Edits = {
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

function edited(code: string, id: string, edits: Edits): string {
  const own = Object.entries(edits).find(([file]) => id.endsWith(file))?.[1] ?? []
  for (const [found, instead] of own) {
    if (!code.includes(found))
      throw new Error(`this Svelte is not the one that was made lean: ${found} in ${id}`)
    code = code.replace(found, instead)
  }
  return code
}

/** Takes out of the built pages what they never use and a bundler cannot see. */
export function leanSvelte(shallowGroups: readonly string[]): Plugin[] {
  return [
    {
      name: 'lean-svelte',
      apply: 'build',
      enforce: 'pre',
      transform(code, id) {
        if (!id.includes('/svelte/src/')) return null
        const isShallow = shallowGroups.includes(this.environment.name)
        const lean = edited(edited(code, id, EVERYWHERE), id, isShallow ? SHALLOW : {})
        return { code: lean, map: null, moduleSideEffects: false }
      },
    },
    {
      name: 'lean-svelte:shallow-state',
      apply: 'build',
      enforce: 'post',
      transform(code, id) {
        if (
          !id.includes('/svelte/src/') &&
          shallowGroups.includes(this.environment.name) &&
          code.includes('$.proxy(')
        )
          this.error(`${id} keeps an object in $state: phone and wall need $state.raw`)
      },
    },
    {
      name: 'lean-svelte:small-preload',
      apply: 'build',
      enforce: 'pre',
      load(id) {
        const isSmall = shallowGroups.includes(this.environment.name)
        return isSmall && id === '\0vite/preload-helper.js' ? SMALL_PRELOAD : null
      },
    },
  ]
}
