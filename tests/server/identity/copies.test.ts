import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { everyMs, keepNewest, nameOfCopy } from '../../../server/app/copies/kept-copies.ts'
import { gatherRunners } from '../../replay/playing/cast.ts'
import { startInstance } from '../../replay/playing/instance.ts'
import { Client } from '../../support/running/client.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'liangting-copies-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** `npm run backup` or `npm run restore` beside the instance in that folder. */
async function run(program: 'backup' | 'restore', args: readonly string[], dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  const ran = spawn(process.execPath, [`server/app/${program}.ts`, ...args], { cwd: ROOT, env })
  let said = ''
  for (const out of [ran.stdout, ran.stderr]) out.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(ran, 'close')
  return { code, said }
}

const plan = async (facilitator: Client, title: string): Promise<void> => {
  const evening = { meetingId: randomUUID(), format: 'pavilion-talk', onDay: '2026-11-22', agenda: [] }
  await facilitator.must('plan-meeting', { ...evening, title })
}

// The story of a file; PostgreSQL has tools of its own, which are named there.
const isSqlite = process.env['TEST_DATABASE'] !== 'postgres'

if (isSqlite)
  test('an instance is copied while people write, and goes on from the copy after a mishap; what stood there is kept', async () => {
    const [dataDir, elsewhere] = [folder(), folder()]
    const copy = path.join(elsewhere, 'copy.sqlite')
    let running = await startInstance(0, { DATA_DIR: dataDir, DATABASE_URL: '' })
    onTestFinished(async () => void (await running.close()))
    const { facilitator, placeId } = await gatherRunners(running.url, [])
    await plan(facilitator, '以前的夜话')
    let isWriting = true
    let count = 0
    const writing = (async () => {
      while (isWriting) await plan(facilitator, `同时的夜话 ${++count}`)
    })()
    expect(await run('backup', [copy], dataDir)).toMatchObject({ code: 0 })
    isWriting = false
    await writing
    expect(count).toBeGreaterThan(0)
    expect(readdirSync(elsewhere)).toEqual(['copy.sqlite'])
    expect(statSync(copy).mode & 0o077).toBe(0)
    await plan(facilitator, '拷贝以后的夜话')

    const refused = await run('restore', [copy], dataDir)
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Another server runs on') })
    await running.close()
    const restored = await run('restore', [copy], dataDir)
    expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/is kept: .*before-/) })
    running = await startInstance(0, { DATA_DIR: dataDir, DATABASE_URL: '' })
    const again = Object.assign(new Client(running.url), { cookie: facilitator.cookie })
    const { meetings } = await again.read(`/api/places/${placeId}/meetings`)
    const titles = meetings.map(({ title }: { title: string }) => title)
    expect(titles).toContain('以前的夜话')
    expect(titles).not.toContain('拷贝以后的夜话')
    const kept = readdirSync(dataDir).find((name) => /before-[^-]+-\d\d-\d\dT[\d-]+Z$/.test(name))!
    const before = new SQLite(path.join(dataDir, kept), { readonly: true })
    onTestFinished(() => void before.close())
    expect(before.pragma('integrity_check', { simple: true })).toBe('ok')
  })

if (isSqlite)
  test('what is no whole copy, or of a newer version, changes nothing', async () => {
    const [dataDir, elsewhere] = [folder(), folder()]
    const file = path.join(dataDir, 'liangting.sqlite')
    copyFileSync(process.env['SQLITE_TEMPLATE']!, file)
    const [half, other, newer] = ['half', 'other', 'newer'].map((name) => path.join(elsewhere, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(half, 'not a database')
    new SQLite(other).exec('create table things (id)').close()
    copyFileSync(file, newer)
    new SQLite(newer).exec(`insert into kysely_migration values ('9999-later', '2030-01-01')`).close()
    for (const [wrong, sentence] of [
      [half, /no whole copy/],
      [other, /no whole copy/],
      [newer, /newer version \(9999-later\)/],
      [path.join(elsewhere, 'nothing'), /There is no file/],
    ] as const)
      expect(await run('restore', [wrong], dataDir)).toMatchObject({
        code: 1,
        said: expect.stringMatching(sentence),
      })
    expect(readdirSync(dataDir).filter((name) => name.startsWith('liangting.sqlite'))).toEqual([
      'liangting.sqlite',
    ])
  })

if (isSqlite)
  test('in place of a broken database a copy stands too, and the broken one is kept with its log', async () => {
    const [dataDir, elsewhere] = [folder(), folder()]
    const [file, copy] = [path.join(dataDir, 'liangting.sqlite'), path.join(elsewhere, 'copy.sqlite')]
    copyFileSync(process.env['SQLITE_TEMPLATE']!, file)
    expect(await run('backup', [copy], dataDir)).toMatchObject({ code: 0 })
    writeFileSync(file, 'what the disk left of it')
    writeFileSync(`${file}-wal`, 'and of its log')
    expect(await run('restore', [copy], dataDir)).toMatchObject({ code: 0 })
    const running = await startInstance(0, { DATA_DIR: dataDir, DATABASE_URL: '' })
    onTestFinished(async () => void (await running.close()))
    expect((await fetch(`${running.url}/api/ready`)).status).toBe(200)
    const kept = readdirSync(dataDir).filter((name) => name.includes('before-'))
    const texts = kept.map((name) => readFileSync(path.join(dataDir, name), 'utf8'))
    expect(texts).toEqual(expect.arrayContaining(['what the disk left of it', 'and of its log']))
  })

if (isSqlite)
  test('a copy that fails leaves no half of itself, and none is written over another', async () => {
    const [dataDir, elsewhere] = [folder(), folder()]
    copyFileSync(process.env['SQLITE_TEMPLATE']!, path.join(dataDir, 'liangting.sqlite'))
    const copy = path.join(elsewhere, 'copy.sqlite')
    writeFileSync(copy, 'an older copy')
    expect(await run('backup', [copy], dataDir)).toMatchObject({
      code: 1,
      said: expect.stringContaining('exists already'),
    })
    const nowhere = path.join(elsewhere, 'nowhere', 'copy.sqlite')
    expect(await run('backup', [nowhere], dataDir)).toMatchObject({ code: 1 })
    expect(readdirSync(elsewhere)).toEqual(['copy.sqlite'])
    expect(await run('backup', [elsewhere, '--every', 'soon'], dataDir)).toMatchObject({
      code: 1,
      said: expect.stringContaining('--every 15m'),
    })
  })

test('of copies made hour by hour the newest stay, and nothing else in the folder is touched', () => {
  const made = folder()
  const names = [3, 1, 2].map((hour) => nameOfCopy(new Date(Date.UTC(2026, 10, 22, hour))))
  for (const name of [...names, 'roster.xlsx', 'liangting-2026-11-22.sqlite'])
    writeFileSync(path.join(made, name), '')
  expect(keepNewest(made, 2)).toEqual(['liangting-2026-11-22T01-00-00Z.sqlite'])
  expect(readdirSync(made).sort()).toEqual([
    'liangting-2026-11-22.sqlite',
    'liangting-2026-11-22T02-00-00Z.sqlite',
    'liangting-2026-11-22T03-00-00Z.sqlite',
    'roster.xlsx',
  ])
  expect(['15m', '1h', '2d', '0h', 'h', '1w', ''].map(everyMs)).toEqual([
    ...[900_000, 3_600_000, 172_800_000],
    ...[null, null, null, null],
  ])
})
