import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { browserslistToTargets, Features } from 'lightningcss'
import { defineConfig, type EnvironmentOptions, type Manifest } from 'vite'
import { firstChunk, LATER } from './build/first-chunk.ts'
import { pruneCss } from './build/prune-css.ts'
import { oklchToRgb } from './build/oklch.ts'
import { packAssets } from './build/pack-assets.ts'

// Pages built together share chunks; what opens on a phone is built alone, so that it pays for nobody else's needs.
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  client: ['desk', 'setup', 'public', 'plain'],
  ledger: ['ledger'],
  phone: ['phone'],
  wall: ['wall'],
  box: ['box'],
}
const SMALL = ['phone', 'wall', 'box']

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.SERVER_URL ?? 'http://localhost:3000'
const built = here('../dist/web')

const DAYS = /shared\/words\/days|shared\/kernel\/(day|text\/chinese)/
/** Whose first words tell a day; each file of its own costs a slow line its way. A phone fetches them together, later. */
const TELLS_DAYS = ['box', 'ledger']

/** An evening and one's matters stand on the chunk of their page: named again for each later part, it would be paid twice. */
const notYetThere = (_opened: string, parts: string[], { hostId }: { hostId: string }): string[] =>
  hostId.includes('/opened-') ? parts.filter((part) => !/\/(phone|box)-/.test(part)) : parts

const chunkOf = (name: string) =>
  firstChunk(name, {
    ...(SMALL.includes(name) ? { later: LATER } : { later: /\/first\.ts$/ }),
    ...(TELLS_DAYS.includes(name) ? { too: DAYS } : name === 'phone' ? { together: DAYS } : {}),
  })

const group = (name: string, pages: readonly string[]): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    emptyOutDir: name === 'client',
    manifest: `.vite/${name}.json`,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(pages.map((page) => [page, here(`${page}.html`)])),
        ...(name === 'client' ? { 'public-narrow': here('ui/styles/public-narrow.css') } : {}),
        ...(name === 'ledger' ? { 'ledger-first': here('ledger/first.ts') } : {}),
      },
      output: {
        codeSplitting: {
          groups: [name === 'client' ? { name: 'days', test: DAYS } : { name: chunkOf(name) }],
        },
      },
    },
  },
})

/** Rendered on the server: what stands first in a page, by the components that go on with it, and the pages without scripts. */
const drawing: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    ssr: true,
    // Lowered for browsers, each private field of a renderer would be an entry of a WeakMap: seven times as slow.
    target: 'node24',
    outDir: here('../dist/drawing'),
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(
        ['box', 'desk', 'ledger', 'phone', 'plain', 'public', 'wall'].map((page) => [
          page,
          here(`${page}/server-render.ts`),
        ]),
      ),
    },
  },
}

/** One manifest of all pages; what a group alone has built is named after it. */
function joinManifests(): void {
  const all: Manifest = {}
  for (const name of Object.keys(GROUPS)) {
    const own = (key: string): string => (key.endsWith('.html') ? key : `${name}:${key}`)
    const manifest: Manifest = JSON.parse(readFileSync(`${built}/.vite/${name}.json`, 'utf8'))
    for (const [key, chunk] of Object.entries(manifest))
      all[own(key)] = {
        ...chunk,
        imports: chunk.imports?.map(own) ?? [],
        dynamicImports: chunk.dynamicImports?.map(own) ?? [],
      }
  }
  writeFileSync(`${built}/.vite/manifest.json`, JSON.stringify(all, null, 1))
}

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [
    pruneCss({
      phone: { entry: here('phone/main.ts'), without: /'(wall|notice)'/ },
      wall: { entry: here('wall/main.ts'), without: /'(elder|notice)'/ },
      box: { entry: here('box/main.ts'), without: /'(wall|notice)'/ },
    }),
    svelte({ configFile: false, compilerOptions: { runes: true } }),
  ],
  css: {
    transformer: 'lightningcss',
    lightningcss: {
      targets: browserslistToTargets(['chrome 87', 'safari 14']),
      // Without this every OKLCH token is written three times (hex, P3, Lab); all of ours lie inside sRGB.
      visitor: { Color: oklchToRgb },
      exclude: Features.LightDark,
    },
  },
  build: {
    outDir: built,
    target: 'es2020',
    cssMinify: 'lightningcss',
    // The content security policy allows files of our own origin only: no data: URLs, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: notYetThere },
    reportCompressedSize: false,
    rolldownOptions: { transform: { assumptions: { setPublicClassFields: true } } },
  },
  environments: {
    ...Object.fromEntries(Object.entries(GROUPS).map(([name, pages]) => [name, group(name, pages)])),
    drawing,
  },
  builder: {
    async buildApp(builder) {
      for (const name of [...Object.keys(GROUPS), 'drawing']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
      joinManifests()
      packAssets(`${built}/assets`)
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
      '/minutes': { target: server, ws: true },
      '/public': server,
    },
  },
})
