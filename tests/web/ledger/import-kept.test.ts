import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFile, recallFile } from '../../../web/ledger/import/kept-file.ts'
import { LedgerImport } from '../../../web/ledger/import/ledger-import.svelte.ts'
import { fakeServer, PLACE } from '../../support/villages/evening.ts'

const IMPORTED = {
  ...{ today: '2026-11-22', timeZone: 'Asia/Shanghai', keys: [], batches: [], grids: [] },
  ...{ owners: [], areRaisersNamed: false },
}
const OLD = [
  '提出时间,问题,措施,责任人,承诺时限',
  '2025-03-01,水渠堵了,清淤,王建国,2025-03-10',
  '2025-03-02,路灯不亮,换灯,,2025-03-12',
].join('\n')
// The simulated browser knows files, not how to read them.
const oldFile = (): File =>
  Object.assign(new File([OLD], '台账.csv'), {
    arrayBuffer: async () => new TextEncoder().encode(OLD).buffer,
  })
const WEEK_MS = 7 * 24 * 60 * 60_000

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  server = fakeServer({
    [`GET /api/places/${PLACE}/ledger/imported`]: IMPORTED,
    'POST /api/commands/.*': { placeId: PLACE, seq: 1, at: '2026-11-22T12:00:00.000Z' },
  })
  vi.stubGlobal('fetch', server.fetch)
})
afterEach(() => vi.unstubAllGlobals())

async function opened(): Promise<LedgerImport> {
  const ledgerImport = new LedgerImport(PLACE)
  await ledgerImport.open()
  return ledgerImport
}

test('what was put right by hand is there after the page was loaded anew, until all rows are in', async () => {
  const before = await opened()
  await before.read(oldFile())
  expect([before.good.length, before.wrong.length]).toEqual([1, 1])
  before.change(before.wrong[0]!, 'owner', '刘会计')
  await vi.waitFor(async () =>
    expect((await recallFile(PLACE, Date.now()))?.file.rows[1]?.cells[3]).toBe('刘会计'),
  )

  const after = await opened()
  expect(after).toMatchObject({ fileName: '台账.csv', isRecalled: true, isRunning: false })
  expect(after.good.map(({ facts }) => facts.promise?.owner)).toEqual(['王建国', '刘会计'])
  await after.run()
  expect(server.asked.filter(({ path }) => path === '/api/commands/import-ledger')).toHaveLength(1)
  expect((await opened()).file.heading).toBeNull()
})

test('another place has nothing of it, and nothing lies there for longer than a week', async () => {
  const before = await opened()
  await before.read(oldFile())
  expect(await recallFile('another', Date.now())).toBeNull()
  expect(await recallFile(PLACE, Date.now() + WEEK_MS + 60_000)).toBeNull()
  expect(await recallFile(PLACE, Date.now())).toBeNull()
})

test('a browser that keeps nothing brings rows in all the same', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const ledgerImport = await opened()
  await ledgerImport.read(oldFile())
  await keepFile(PLACE, null)
  expect(ledgerImport.good).toHaveLength(1)
})

const LONG = [
  '提出时间,问题,措施,责任人,承诺时限',
  ...Array.from({ length: 250 }, (_, at) => `2025-03-01,第 ${at} 盏灯不亮,换灯,王建国,2025-03-10`),
].join('\n')
const longFile = (): File =>
  Object.assign(new File([LONG], '台账.csv'), {
    arrayBuffer: async () => new TextEncoder().encode(LONG).buffer,
  })

interface Sent {
  readonly importId: string
  readonly rows: readonly { readonly text: string }[]
}
const sent = (): readonly Sent[] =>
  server.asked
    .filter(({ path }) => path === '/api/commands/import-ledger')
    .map(({ body }) => body as unknown as Sent)

test('an import that goes on after the page was closed is the same batch, and sends no row again', async () => {
  const before = await opened()
  await before.read(longFile())
  // The page is closed while the second hundred is on its way; it arrives all the same.
  const arrived = new Promise<void>((resolve) => {
    const { fetch } = server
    let parts = 0
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (!String(path).endsWith('/import-ledger') || ++parts < 2) return fetch(path, init)
      void fetch(path, init).then(() => resolve())
      return new Promise(() => {})
    })
  })
  void before.run()
  await arrived
  const [first] = sent().map(({ importId }) => importId)
  expect(before).toMatchObject({ isRunning: true, done: 100, of: 250 })
  expect(before.secondsLeft).not.toBeNull()
  const written = before.good.slice(0, 100).map(({ key }) => key)
  server = fakeServer({
    [`GET /api/places/${PLACE}/ledger/imported`]: { ...IMPORTED, keys: written },
    'POST /api/commands/.*': { placeId: PLACE, seq: 1, at: '2026-11-22T12:00:00.000Z' },
  })
  vi.stubGlobal('fetch', server.fetch)

  const after = await opened()
  expect([after.isRecalled, after.good.length, after.wrong.length]).toEqual([true, 50, 0])
  await after.run()
  expect(sent().map(({ importId, rows }) => [importId, rows.length])).toEqual([[first, 50]])
})
