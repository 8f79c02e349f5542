import { randomUUID } from 'node:crypto'
import type { Role } from '../../../shared/kernel/event.ts'
import type { Client } from '../running/client.ts'
import type { Instance } from './village.ts'

/** Somebody who was invited and came: they chose this log-in themselves. */
export interface Invited {
  readonly client: Client
  readonly personId: string
  readonly login: { readonly loginName: string; readonly password: string }
}

/** An instance that somebody set up from nothing, with places one below the other. */
export interface Region {
  /** Whoever set it up, logged in at the topmost place. */
  readonly founder: Client
  readonly founderLogin: { readonly loginName: string; readonly password: string }
  /** Ids of all places by name. */
  readonly places: Readonly<Record<string, string>>
  found(name: string, kind: 'township' | 'village', parent: string): Promise<string>
  /** Invites somebody new to a post by a code, which they use at once. */
  invite(place: string, name: string, role: Role, title: string, gridId?: string): Promise<Invited>
}

export interface RegionWish {
  readonly kind: 'county' | 'township'
  readonly name: string
  /** Townships of a county, villages of a township. */
  readonly below: readonly string[]
  readonly founder?: string
}

/** A county or a township with its places, through the same interface as the set-up page; nothing comes from the sample. */
export async function setUpRegion(instance: Instance, wish: RegionWish): Promise<Region> {
  const founder = instance.stranger()
  const founderLogin = { loginName: 'founder', password: '山高水长日子过得正好' }
  const { kind, name, below } = wish
  const body = { kind, name, below, governorName: wish.founder ?? '赵明', ...founderLogin }
  const answer = await founder.post('/api/setup/above', { ...body, key: null, language: 'zh-Hans' })
  if (answer.status !== 200)
    throw new Error(`expected ${name} to be set up, found ${JSON.stringify(answer.body)}`)
  const places: Record<string, string> = {}
  for (const place of answer.body.places) places[place.name] = place.id
  founder.placeId = places[name]!
  return {
    founder,
    founderLogin,
    places,
    async found(name, kind, parent) {
      const placeId = randomUUID()
      await founder.must('found-place', { placeId, kind, name, parentId: places[parent] })
      return (places[name] = placeId)
    },
    invite: (place, name, role, title, gridId) =>
      invite(instance, founder, places[place]!, { name, role, title, ...(gridId ? { gridId } : {}) }),
  }
}

/** Two villages under a township, each with a facilitator, a recorder and a secretary who can log in. */
export async function openTwoVillages(
  instance: Instance,
): Promise<Region & { readonly staff: Readonly<Record<string, Invited>> }> {
  const region = await setUpRegion(instance, {
    kind: 'township',
    name: '青石镇',
    below: ['石门村', '上河村'],
  })
  const staff: Record<string, Invited> = {}
  for (const [village, facilitator, recorder, secretary] of [
    ['石门村', '冯春梅', '何秀英', '冯大山'],
    ['上河村', '吴桂芳', '孙玉梅', '石有田'],
  ] as const) {
    staff[facilitator] = await region.invite(village, facilitator, 'facilitator', '主持人')
    staff[recorder] = await region.invite(village, recorder, 'recorder', '记录人')
    staff[secretary] = await region.invite(village, secretary, 'cadre', '村书记')
  }
  return { ...region, staff }
}

async function invite(
  instance: Instance,
  by: Client,
  placeId: string,
  wish: { name: string; role: Role; title: string; gridId?: string },
): Promise<Invited> {
  const [invitationId, personId] = [randomUUID(), randomUUID()]
  await by.must('invite-person', { placeId, invitationId, personId, ...wish })
  const made = await by.post('/api/invitations/code', { placeId, invitationId })
  const login = { loginName: wish.name, password: `${wish.name}自己想的一个好密码` }
  const client = instance.stranger()
  const answer = await client.post('/api/invitations/accept', { code: made.body.code, ...login })
  if (answer.status !== 200)
    throw new Error(`expected ${wish.name} to come, found ${JSON.stringify(answer.body)}`)
  client.placeId = placeId
  return { client, personId, login }
}
