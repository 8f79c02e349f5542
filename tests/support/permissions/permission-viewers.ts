import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor, Role } from '../../../shared/kernel/event.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import { tokenHashOf } from '../../../server/http/session.ts'
import type { Client } from '../running/client.ts'
import { moreThings, type Things } from './permission-things.ts'
import type { Stage } from '../villages/stage.ts'

/** Somebody who knocks everywhere. */
export interface Viewer {
  readonly name: string
  readonly cookie: string | null
  readonly kind: 'person' | 'guest' | 'stranger' | 'instance'
  readonly id?: string
  /** What they are at each place that the cases name; nothing where it is not named. */
  readonly roles: { readonly [Place in Where]?: readonly Role[] }
  /** The evening that a guest has joined. */
  readonly joined?: string
}

/** The village of the stage, another one in the same township, the two above, and a village that stands in nothing. */
export type Where = 'village' | 'beside' | 'township' | 'county' | 'top'
/** Who governs each of them. */
export const GOVERNING = {
  village: 'facilitator',
  beside: 'facilitator',
  top: 'facilitator',
  township: 'township',
  county: 'county',
} as const
export const WHERE: readonly Where[] = ['village', 'beside', 'township', 'county', 'top']

export const systemAt = (placeId: string): Actor => ({
  ...{ id: randomUUID(), kind: 'system', name: null, personId: null },
  ...{ placeId, roles: [], meetingId: null },
})

/** A place that nothing stands above. */
async function foundOnTop({ village: { context } }: Stage, kind: PlaceKind, name: string): Promise<string> {
  const placeId = randomUUID()
  const wish = { placeId, kind, name, parentId: null }
  await context.perform('found-place', wish, systemAt(placeId), randomUUID())
  return placeId
}

/** Gives somebody new a session and the posts that they shall hold. */
export async function arrive(
  { village: { context, clock } }: Stage,
  placeId: string,
  posts: readonly { role: Role; placeId: string; gridId?: string }[],
): Promise<{ id: string; cookie: string }> {
  const [personId, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  const at = clock.now().toISOString()
  await context.database.write(async (work) => {
    const name = `来人${personId.slice(0, 4)}`
    await work
      .insertInto('people')
      .values({ id: personId, placeId, householdId: null, name, movedAwayAt: null })
      .execute()
    for (const { role, placeId: where, gridId = null } of posts)
      await work
        .insertInto('posts')
        .values({
          ...{ id: randomUUID(), placeId: where, personId, role, title: role, gridId },
          ...{ givenAt: at, endedAt: null },
        })
        .execute()
    const endsAt = new Date(clock.now().getTime() + 86_400_000).toISOString()
    const session = { personId, guestId: null, startedAt: at, endsAt }
    await work
      .insertInto('sessions')
      .values({ tokenHash: tokenHashOf(token), ...session })
      .execute()
  })
  return { id: personId, cookie: `liangting=${token}` }
}

const client = (
  name: string,
  { cookie }: Client,
  kind: Viewer['kind'],
  roles: Viewer['roles'],
  joined?: string,
): Viewer => ({ name, cookie, kind, roles, ...(joined === undefined ? {} : { joined }) })

const EVERYWHERE = { village: ['township'], beside: ['township'], township: ['township'] } as const
const FROM_COUNTY = ['township', 'county'] as const

export interface Everybody {
  readonly viewers: readonly Viewer[]
  readonly places: Readonly<Record<Where, string>>
  readonly things: Things
}

/** Everybody who may come, with at least one of each role, at the place, beside it and above it. */
export async function everyViewer(stage: Stage): Promise<Everybody> {
  const { village, evening, grid } = stage
  const { placeId, townshipId } = village
  const places = {
    ...{ village: placeId, beside: stage.movable, township: townshipId },
    ...{
      county: await foundOnTop(stage, 'county', '云岭县'),
      top: await foundOnTop(stage, 'village', '独山村'),
    },
  }
  await village.context.database.write((work) =>
    work.updateTable('places').set({ parentId: places.county }).where('id', '=', townshipId).execute(),
  )
  const at = async (name: string, where: Where, role: Role, roles: Viewer['roles']): Promise<Viewer> => {
    const gridId = role === 'grid-worker' ? { gridId: grid } : {}
    const came = await arrive(stage, places[where], [{ role, placeId: places[where], ...gridId }])
    return { name, ...came, kind: 'person', roles }
  }
  const here = (role: Role) => at(role, 'village', role, { village: [role] })
  const { meetingId } = evening
  const box = await boxPhone(stage)
  const onTop = await at('facilitator on top', 'top', 'facilitator', { top: ['facilitator'] })
  const ownTop = await arrive(
    stage,
    places.top,
    (['facilitator', 'supervision'] as const).map((role) => ({ role, placeId: places.top })),
  )
  const facilitator = village.stranger()
  Object.assign(facilitator, { cookie: onTop.cookie, placeId: places.top })
  return {
    places,
    things: await moreThings(stage, box, { facilitator, ownerId: ownTop.id }),
    viewers: [
      client('facilitator', stage.facilitator, 'person', { village: ['facilitator'] }),
      client('recorder', stage.recorder, 'person', { village: ['recorder'] }),
      client('owner', stage.cadre, 'person', { village: ['cadre'] }),
      client('supervision', stage.supervision, 'person', { village: ['supervision'] }),
      client('mayor', stage.township, 'person', EVERYWHERE),
      await here('cadre'),
      await here('grid-worker'),
      await here('representative'),
      await here('villager'),
      await at('discipline above', 'township', 'discipline', { township: ['discipline'] }),
      await at('cadre above', 'township', 'cadre', { township: ['cadre'] }),
      await at('supervision above', 'township', 'supervision', { township: ['supervision'] }),
      await at('county', 'county', 'county', {
        ...{ village: FROM_COUNTY, beside: FROM_COUNTY, township: FROM_COUNTY, county: FROM_COUNTY },
      }),
      await at('facilitator beside', 'beside', 'facilitator', { beside: ['facilitator'] }),
      await at('recorder beside', 'beside', 'recorder', { beside: ['recorder'] }),
      onTop,
      { name: 'owner on top', ...ownTop, kind: 'person', roles: { top: ['facilitator', 'supervision'] } },
      { name: 'without a post', kind: 'person', roles: {}, ...(await arrive(stage, townshipId, [])) },
      client('phone', stage.phone, 'guest', {}, meetingId),
      client('other phone', stage.other, 'guest', {}, meetingId),
      client('box', box, 'guest', {}),
      { name: 'stranger', cookie: null, kind: 'stranger', roles: {} },
      { name: 'instance', cookie: null, kind: 'instance', roles: {} },
    ],
  }
}

/** A key without an evening. */
async function boxPhone({ village }: Stage): Promise<Client> {
  const phone = village.stranger()
  const { status, body } = await phone.post('/api/sessions/key', { placeId: village.placeId })
  if (status !== 200) throw new Error(`expected a key, found ${status} ${JSON.stringify(body)}`)
  phone.placeId = village.placeId
  return phone
}
