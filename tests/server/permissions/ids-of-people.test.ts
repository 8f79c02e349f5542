import { expect, test } from 'vitest'
import type { Client, Listening } from '../../support/running/client.ts'
import { remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Evening } from '../../support/villages/village.ts'

const PAIRS = 6
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** One phone after the other says something with its name and something without, at moments of its own. */
async function saidInPairs({ meetingId, facilitator, phone }: Evening, later: () => void) {
  const pairs: { readonly phoneId: string; readonly named: string; readonly masked: string }[] = []
  for (let no = 0; no < PAIRS; no++) {
    later()
    const client = await phone(`村民${no}`)
    later()
    const named = remark(meetingId, { name: `村民${no}` })
    const masked = remark(meetingId, { lane: 'masked', name: `村民${no}` })
    for (const one of no % 2 ? [named, masked] : [masked, named]) await client.must('post-comment', one)
    for (const { commentId } of [named, masked]) await facilitator.must('show-comment', { commentId })
    const phoneId: string = (await client.read('/api/me')).actor.id
    pairs.push({ phoneId, named: named.commentId, masked: masked.commentId })
  }
  return pairs
}

test('the id of a phone says nothing of when it came, and leads from no unnamed sentence to a named one', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId } = evening
  const pairs = await saidInPairs(evening, () => village.clock.advance(61_000))
  for (const { phoneId } of pairs)
    expect([...phoneId.matchAll(UUID)].map(([, version]) => version)).toEqual(['4'])
  const ids = pairs.map(({ phoneId }) => phoneId)
  const cadre = await village.as('王建国')
  const villager = await evening.phone(null)
  const ask = (client: Client, as = '') =>
    client.read(`/api/places/${village.placeId}/meetings/${meetingId}/room${as}`)
  const { comments: atDesk } = await ask(cadre)
  const { comments: inHall } = await ask(villager, '?as=phone')
  for (const { phoneId, named, masked } of pairs) {
    const of = (list: { id: string; authorId: string | null }[], id: string) =>
      list.find((one) => one.id === id)
    expect(of(atDesk, named)).toMatchObject({ authorId: phoneId })
    expect(of(atDesk, masked)).toMatchObject({ authorId: null, name: null })
    for (const id of [named, masked]) expect(of(inHall, id)).toMatchObject({ authorId: null })
  }
  const { asOf } = await ask(cadre)
  const desk = await cadre.listen({ since: 0, meeting: meetingId })
  const hall = await villager.listen({ since: 0, meeting: meetingId, as: 'phone' })
  for (const one of [desk, hall]) await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(asOf)
  const aboutMasked = ({ events }: Listening) =>
    JSON.stringify(events.filter(({ data }) => pairs.some(({ masked }) => masked === data.commentId)))
  for (const id of ids) {
    expect(aboutMasked(desk)).not.toContain(id)
    expect(JSON.stringify(hall.frames)).not.toContain(id)
  }
})
