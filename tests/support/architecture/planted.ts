import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FEATURES } from '../../../shared/features.ts'
import type { Source } from './source-rules.ts'

/** One forbidden import: the rule it breaks, the file it stands in, and what it reaches for. */
export interface PlantedImport {
  readonly rule: string
  readonly from: string
  readonly to: string
}

const WITHOUT_SETUP = FEATURES.filter((feature) => feature !== 'setup')

const uphill = (side: string, features: readonly string[], beyond: string): PlantedImport[] =>
  features.map((feature, height) => ({
    rule: `${side}-${feature}-looks-downhill`,
    from: `${side}/${feature}/uphill.ts`,
    to: features[height + 1] ? `${side}/${features[height + 1]}/queries.ts` : beyond,
  }))

const row = (rule: string, from: string, to: string): PlantedImport => ({ rule, from, to })

export const PLANTED_IMPORTS: readonly PlantedImport[] = [
  row('no-cycles', 'server/storage/about.ts', 'server/storage/round.ts'),
  row('nothing-imports-tests', 'server/http/leaning.ts', 'tests/support/villages/village.ts'),
  row('every-import-is-found', 'server/http/lost.ts', './nowhere.ts'),
  row('shared-stands-alone', 'shared/comments/reaching.ts', 'server/storage/rows.ts'),
  row('shared-uses-no-package', 'shared/comments/packaged.ts', 'yjs'),
  row('shared-uses-no-package', 'shared/comments/noun.ts', 'typebox'),
  row('shared-schemas-use-typebox-only', 'shared/comments/schema.ts', 'yjs'),
  row('kernel-knows-no-feature', 'shared/kernel/knowing.ts', 'shared/comments/comment.ts'),
  row('tables-know-no-feature', 'shared/tables/knowing.ts', 'shared/comments/comment.ts'),
  row('permissions-know-no-feature', 'shared/permissions/knowing.ts', 'shared/comments/comment.ts'),
  ...uphill('shared', FEATURES, 'shared/protocol/down.ts'),
  row('shared-comments-looks-downhill', 'shared/comments/deciding.ts', 'shared/meetings/decide.ts'),
  row(
    'shared-comments-looks-downhill',
    'shared/comments/deciding-too.ts',
    'shared/meetings/agenda/decide-agenda.ts',
  ),
  row('web-knows-no-server', 'web/comments/Reaching.svelte', 'server/comments/queries.ts'),
  row('web-takes-types-of-schemas-only', 'web/comments/checking.ts', 'shared/meetings/schema.ts'),
  row('web-uses-no-node', 'web/comments/files.ts', 'node:fs'),
  row('web-floor-knows-no-screen', 'web/sync/knowing.ts', 'web/comments/comments.ts'),
  row('words-know-no-screen', 'web/words/knowing.ts', 'web/comments/comments.ts'),
  row('ui-knows-no-feature', 'web/ui/Knowing.svelte', 'shared/comments/comment.ts'),
  row('no-other-page-reaches-phone', 'web/desk/borrowing.ts', 'web/phone/first.ts'),
  row('no-other-page-reaches-box', 'web/phone/fetching.ts', 'web/box/first.ts'),
  row('no-other-page-reaches-wall', 'web/phone/borrowing.ts', 'web/wall/first.ts'),
  row('no-other-page-reaches-desk', 'web/phone/lending.ts', 'web/desk/first.ts'),
  row('no-other-page-reaches-ledger', 'web/wall/borrowing.ts', 'web/ledger/first.ts'),
  row('no-other-page-reaches-setup', 'web/ledger/borrowing.ts', 'web/setup/first.ts'),
  row('no-other-page-reaches-box', 'web/phone/reaching.ts', 'web/box/first.ts'),
  row('no-other-page-reaches-dev', 'web/ledger/showing.ts', 'web/dev/first.ts'),
  row('no-other-page-reaches-plain', 'web/phone/reaching-plain.ts', 'web/plain/first.ts'),
  ...uphill(
    'web',
    WITHOUT_SETUP.filter((feature) => feature !== 'wall' && feature !== 'ledger'),
    'web/desk/first.ts',
  ),
  row('server-knows-no-screen', 'server/http/painting.ts', 'web/ui/forms/Button.svelte'),
  row('storage-is-the-floor', 'server/storage/climbing.ts', 'server/journal/journal.ts'),
  row('contracts-know-no-feature', 'server/contract/knowing.ts', 'server/people/queries.ts'),
  row('choices-of-a-browser-know-no-feature', 'server/browser/knowing.ts', 'server/people/queries.ts'),
  row('sockets-know-nothing-of-ours', 'server/sockets/knowing.ts', 'server/storage/database.ts'),
  row('journal-stands-on-storage', 'server/journal/climbing.ts', 'server/http/session.ts'),
  row('http-and-realtime-know-no-feature', 'server/realtime/knowing.ts', 'server/comments/queries.ts'),
  ...uphill('server', FEATURES, 'server/realtime/live.ts'),
  row('server-comments-looks-downhill', 'server/comments/commanding.ts', 'server/meetings/commands.ts'),
  row('only-features-list-names-features', 'server/app/app.ts', 'server/comments/feature.ts'),
  row('projections-belong-to-their-commands', 'server/comments/routes.ts', 'server/comments/projection.ts'),
  row('phone-and-wall-never-reach-the-editor', 'web/phone/near.ts', 'web/sync/far.ts'),
  row('phone-and-wall-never-reach-the-editor', 'web/wall/Near.svelte', 'web/sync/far.ts'),
  row('ledger-and-setup-never-reach-the-editor', 'web/ledger/near.ts', 'web/sync/far.ts'),
  row('screens-never-load-typebox', 'web/desk/near.ts', 'web/sync/typed.ts'),
]

/** Not planted for themselves: the far ends of the long ways above, and the way back of the cycle. */
const WAYSIDE = [
  { from: 'server/storage/round.ts', to: 'server/storage/about.ts' },
  { from: 'web/sync/far.ts', to: 'prosemirror-model' },
  { from: 'web/sync/typed.ts', to: 'typebox' },
]

const isOurs = (to: string): boolean => /^(shared|server|web|tests)\//.test(to)

/** A small tree in which every rule is broken, placed where the packages of this project are found. */
export function plantTree(): { root: string; remove: () => void } {
  const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const root = mkdtempSync(join(cache, 'planted-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const all = [...PLANTED_IMPORTS, ...WAYSIDE]
  for (const { to } of all) if (isOurs(to)) write(to, '')
  for (const { from, to } of all) write(from, importOf(from, to))
  write('migrations/0001-nothing.ts', 'export const nothing = 0\n')
  write('web/comments/typing.ts', importOf('web/comments/typing.ts', 'shared/meetings/schema.ts', 'type '))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

function importOf(from: string, to: string, kind = ''): string {
  const way = relative(dirname(from), to)
  const target = !isOurs(to) ? to : way.startsWith('.') ? way : `./${way}`
  const line = `import ${kind}* as planted from '${target}'\nexport const seen = planted\n`
  if (kind) return `import type { Planted } from '${target}'\nexport type Seen = Planted\n`
  return from.endsWith('.svelte') ? `<script lang="ts">\nimport '${target}'\n</script>\n` : line
}

const text = (path: string, ...lines: string[]): Source => ({ path, text: `${lines.join('\n')}\n` })
const long = (count: number): string => 'a()\n'.repeat(count)

/** For each rule about the text of a file: files that break it. */
export const PLANTED_SOURCES: Readonly<Record<string, readonly Source[]>> = {
  'files are short': [text('server/a.ts', long(301)), text('web/A.svelte', long(201))],
  'files are named after what they hold': [
    text('server/comments/index.ts'),
    text('shared/utils/day.ts'),
    text('web/comments/comment-helper.ts'),
    text('web/comments/CommentManager.svelte'),
  ],
  'names say one thing': [
    text('a.ts', 'export class CommentService {}'),
    text('a.ts', 'export interface MeetingData {}'),
    text('a.ts', 'function handleComment() {}'),
    text('a.ts', 'const postHandler = 1'),
    text('a.ts', 'type PlaceInfo = string'),
  ],
  'only @note and @todo mark a comment': [
    text('a.ts', '// TODO later'),
    text('a.ts', '/* FIXME */'),
    text('A.svelte', '<!-- hack -->'),
    text('a.ts', '// keep in sync with b.ts'),
  ],
  'nothing is exported by default': [
    text('a.ts', 'export default 1'),
    text('a.ts', "export * from './b.ts'"),
    text('a.ts', 'export { a as default }'),
  ],
  'no second-format Yjs decoder on the server': [
    text('server/minutes/document/updates.ts', 'applyUpdateV2(doc, bytes)'),
    text('server/minutes/document/updates.ts', 'encodeStateAsUpdateV2(doc)'),
  ],
  'queries never write': [text('server/comments/queries.ts', "db.insertInto('comments')")],
  'no Enter acts on a word that is being composed': [
    text('web/desk/A.svelte', "if (event.key === 'Enter') put()"),
    text('web/phone/main.ts', "import '../../web/ui/styles/tokens.css'"),
  ],
  'what must be true on the screen is not left to a page translation': [
    text('web/desk/A.svelte', '<p class="late" translate="yes">{saved}</p>'),
  ],
  'what is put into a sentence orders nothing around it': [
    text('server/notices/a.ts', "import { matter as english } from '../../shared/words/public.en.ts'"),
  ],
  'a rule or fold lets no event or state pass unnamed': [
    text('shared/weather/evolve.ts', '    default:\n      return list\n'),
    text('shared/weather/decide.ts', "    default: return refuse('not-found')"),
  ],
  'what follows from the state of a comment stands in its tables': [
    text('web/wall/on-wall.ts', "comments.filter(({ state }) => state === 'shown')"),
    text('server/comments/queries.ts', "    .where('comments.state', '!=', 'held')"),
    text('shared/concerns/decide.ts', "  if (comment.state === 'withdrawn') return null"),
  ],
  'no retired name comes back': [
    text('server/app/app.ts', 'export interface Parts {}'),
    text('shared/comments/comment.ts', 'export const COMMENT_LONGEST = 280'),
    text('shared/commitments/promise.ts', 'export const vowOf = 1'),
    text('web/commitments/VowList.svelte', ''),
  ],
  'what is pressed on the desk is sent by a Submission or the CommandRunner': [
    text('web/people/GivePost.svelte', '  let busy = $state(false)'),
    text('web/desk/closing/Signing.svelte', '  let busy = $state<SignedAs>()'),
    text('web/calendar/NewerDays.svelte', "  let busyId = $state('')"),
    text('web/notices/OwnMail.svelte', '  let isSending = $state(false)'),
  ],
  'components never name the server': [
    text('web/A.svelte', "import type { Row } from '../server/storage/tables.ts'"),
  ],
}

/** Text that comes near the rules and breaks none. */
export const SOURCES_IN_ORDER: readonly Source[] = [
  text('web/desk/B.svelte', "if (event.key === 'Enter' && !isComposing(event)) put()"),
  text('web/desk/C.svelte', '<p role="status" translate="no">{saved}</p>'),
  text('server/storage/database.ts', 'export interface Database {}', 'const data = {}'),
  text('server/journal/handler.ts', 'export interface CommandHandler {}'),
  text('shared/a.ts', '// @todo until the notice for 2027 is out', '// @note the order matters'),
  text('web/minutes/connection/provider.ts', 'applyUpdateV2(doc, bytes)'),
  text('server/minutes/document/updates.ts', 'applyUpdate(doc, bytes)'),
  text('web/vite.config.ts', 'export default defineConfig({})'),
  text('server/comments/queries.ts', "db.selectFrom('comments')"),
  text('web/A.svelte', "import type { Row } from '../../shared/comments/comment.ts'"),
]
