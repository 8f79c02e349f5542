// Read by dependency-cruiser, which wants CommonJS. One rule is one line: what may be reached from where.
const { FEATURES } = require('../shared/features.ts')

const PAGES = ['phone', 'wall', 'box', 'desk', 'ledger', 'setup', 'plain', 'dev']

const OURS = '^(shared|server|web|tests|migrations|scripts)/'
const SERVER_FLOOR =
  '^(server/(browser|contract|journal|storage|sockets)|shared)/|^server/(app/feature|clock/day)\\.ts$'
const EDITOR = 'node_modules/(yjs|lib0|y-protocols|y-prosemirror|prosemirror-[a-z]+)/'

const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** Files matching `from` may import, of our own files, only those matching `to`. */
const only = (name, from, to) => rule(name, { path: from }, { path: OURS, pathNot: to })
const never = (name, from, to, more = {}) => rule(name, { path: from }, { path: to, ...more })

const downhill = (side, floor, meetAt, features = FEATURES) =>
  features.map((feature, height) => {
    const lower = features.slice(0, height).join('|')
    const neighbours = lower ? `|^${side}/(${lower})/${meetAt}` : ''
    return only(
      `${side}-${feature}-looks-downhill`,
      `^${side}/${feature}/`,
      `${floor}|^${side}/${feature}/${neighbours}`,
    )
  })

/** Judged on all imports, `import type` included. */
exports.imports = [
  // Types alone make no cycle: a loader of messages declares what its languages hold.
  rule('no-cycles', { path: OURS }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  rule('nothing-imports-tests', { pathNot: '^tests/' }, { path: '^tests/' }),
  rule('every-import-is-found', { path: OURS }, { couldNotResolve: true }),

  only('shared-stands-alone', '^shared/', '^shared/'),
  never(
    'shared-uses-no-package',
    '^shared/.*(?<!/schema|/contract|/operations|[/-]answers)\\.ts$',
    'node_modules/',
  ),
  never(
    'shared-schemas-use-typebox-only',
    '^shared/.*(/schema|/contract|/operations|[/-]answers)\\.ts$',
    'node_modules/(?!typebox/)',
  ),
  only('kernel-knows-no-feature', '^shared/kernel/', '^shared/kernel/'),
  only('tables-know-no-feature', '^shared/tables/', '^shared/(kernel|tables)/'),
  only('permissions-know-no-feature', '^shared/permissions/', '^shared/(kernel|permissions)/'),
  ...downhill(
    'shared',
    '^shared/(kernel/|tables/|permissions/|words/language\\.ts$)',
    '(?!decide|evolve|present|[a-z-]+/(decide|evolve|present))',
  ),

  only('web-knows-no-server', '^web/', '^(web|shared)/'),
  never(
    'web-takes-types-of-schemas-only',
    '^web/',
    '^shared/(api|.*/schema|.*/contract|.*[/-]answers)\\.ts$',
    {
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule('web-uses-no-node', { path: '^web/(?!build/)[^/]+/' }, { dependencyTypes: ['core'] }),
  only('web-floor-knows-no-screen', '^web/(ui|sync)/', '^web/(ui|words|sync)/|^shared/'),
  // Words may name the types of what they put into words.
  never('words-know-no-screen', '^web/words/', '^web/(?!ui|words|sync)', {
    dependencyTypesNot: ['type-only'],
  }),
  only('ui-knows-no-feature', '^web/ui/', '^web/|^shared/(kernel|words)/'),
  ...PAGES.map((page) => never(`no-other-page-reaches-${page}`, `^web/(?!${page}/|words/)`, `^web/${page}/`)),
  ...downhill(
    'web',
    '^web/(ui|words|sync)/|^shared/',
    '',
    FEATURES.filter((feature) => !PAGES.includes(feature)),
  ),

  only('server-knows-no-screen', '^server/', '^(server|shared|migrations)/'),
  only('storage-is-the-floor', '^server/storage/', '^(server/storage|shared|migrations)/'),
  only('sockets-know-nothing-of-ours', '^server/sockets/', '^server/sockets/'),
  only('contracts-know-no-feature', '^server/contract/', '^(server/contract|shared)/'),
  only('choices-of-a-browser-know-no-feature', '^server/browser/', '^(server/browser|shared)/'),
  only('journal-stands-on-storage', '^server/journal/', '^(server/(journal|storage)|shared)/'),
  only(
    'http-and-realtime-know-no-feature',
    '^server/(http|realtime|clock)/',
    '^(server/(browser|contract|http|realtime|clock|journal|storage|sockets)|shared)/|^server/app/(feature|config)\\.ts$',
  ),
  ...downhill(
    'server',
    SERVER_FLOOR,
    // A feature with many of them keeps them in several files: voice-queries.ts.
    '[a-z-]*queries\\.ts$',
    FEATURES.filter((feature) => feature !== 'setup'),
  ),
  // Setting up gives the first log-in and begins the first session, on this machine or by the key.
  only(
    'server-setup-looks-downhill',
    '^server/setup/',
    `${SERVER_FLOOR}|^server/setup/|^server/(places/queries|people/(queries|log-in/(logins|me|sessions|this-machine)|own/password-rules))\\.ts$`,
  ),
  rule(
    'only-features-list-names-features',
    { pathNot: '^server/app/(features|main)\\.ts$|^tests/' },
    { path: '^server/(?!app/)[^/]+/feature\\.ts$' },
  ),
  rule(
    'projections-belong-to-their-commands',
    { pathNot: '^server/[^/]+/(commands|feature)\\.ts$|^tests/' },
    { path: '^server/[^/]+/projection\\.ts$' },
  ),
]

/** Judged on what is loaded when the program runs, however long the way there. */
exports.reach = [
  never('phone-and-wall-never-reach-the-editor', '^web/(phone|wall|box)/', EDITOR, { reachable: true }),
  never('ledger-and-setup-never-reach-the-editor', '^web/(ledger|setup)/', EDITOR, { reachable: true }),
  never('screens-never-load-typebox', '^web/', 'node_modules/typebox/', { reachable: true }),
]
