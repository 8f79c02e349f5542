import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../shared/words/language.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const RENDERS = 2_000
const AT_ONCE = 100
/** In this order a page, a language and a size of letters never fall into step. */
const STEP = 7

/** Addresses of pages of every kind, of a village with a promise and of the township above it. */
async function publicAddresses(village: Village): Promise<string[]> {
  const { placeId, townshipId } = village
  const { meetingId } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const facilitator = await village.as('陈静')
  const about = matter(meetingId, { text: '路灯不亮' })
  await recorder.must('raise-concern', about)
  const spoken = { ...promise(village), meetingId, concernId: about.concernId }
  await recorder.must('record-commitment', spoken)
  await facilitator.must('read-back-commitment', { commitmentId: spoken.commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId: spoken.commitmentId })
  const wall = `/public/${placeId}`
  const { body } = await village.stranger().get(wall)
  const [matterPage] = String(body).match(/\/public\/[^"/]+\/matter\/[a-z0-9]+/) ?? []
  expect(matterPage).toBeDefined()
  return [
    ...[wall, matterPage!, `${wall}/catalogue`, `${wall}/box`, `${wall}/month/2026-11`],
    ...[`${wall}/minutes/${meetingId}`, `/mail/${'a'.repeat(43)}`, `/public/${randomUUID()}`],
    ...[`/public/${townshipId}`, `/public/${townshipId}/month/2026-11`],
  ]
}

interface Asked {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
}

/** Each of the pages in each language, in usual and in large letters. */
const asksFor = (addresses: readonly string[]): Asked[] =>
  addresses.flatMap((address) =>
    LANGUAGES.flatMap((language) =>
      ['off', '24'].map((letters) => ({
        address,
        headers: { 'accept-language': language, cookie: `letters=${letters}`, accept: 'text/html' },
      })),
    ),
  )

test('two thousand public pages at the same time are each what they are alone', async () => {
  const village = await openVillage({ withPages: true })
  const reader = village.stranger()
  const read = async ({ address, headers }: Asked): Promise<string> =>
    (await reader.send('GET', address, undefined, headers)).body
  const asks = asksFor(await publicAddresses(village))
  const alone = new Map<Asked, string>()
  for (const asked of asks) alone.set(asked, await read(asked))
  expect(new Set(alone.values()).size).toBe(asks.length)
  const wrong: string[] = []
  const render = async (nth: number): Promise<void> => {
    const asked = asks[(nth * STEP) % asks.length]!
    if ((await read(asked)) !== alone.get(asked))
      wrong.push(`${asked.address} ${JSON.stringify(asked.headers)}`)
  }
  for (let first = 0; first < RENDERS; first += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => render(first + at)))
  expect(wrong).toEqual([])
}, 480_000)
