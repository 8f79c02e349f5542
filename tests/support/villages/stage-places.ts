import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { Client } from '../running/client.ts'
import type { Village } from './village.ts'

/** One for somebody without a log-in, one for a cadre who has one; and a grid of the village. */
export async function invitations(village: Village, facilitator: Client, personId: string) {
  const invitations = [randomUUID(), randomUUID()] as const
  const asked = [
    { personId, role: 'recorder', title: '记录人' },
    { personId: village.people['王建国'], role: 'villager', title: '乡贤' },
  ]
  for (const [nth, wish] of asked.entries())
    await facilitator.must('invite-person', { invitationId: invitations[nth], ...wish })
  const [grid] = (await facilitator.read(`/api/places/${village.placeId}`)).grids
  return { invitations, grid: grid.id as string }
}

/** A second township of the same mayor, and a village in the first. */
export async function twoTownships(village: Village) {
  const [movable, otherTownship, postId] = [randomUUID(), randomUUID(), randomUUID()]
  const mayor = await village.as('赵明')
  await mayor.must('found-place', {
    placeId: movable,
    kind: 'village',
    name: '上河村',
    parentId: village.townshipId,
  })
  const wish = { placeId: otherTownship, kind: 'township', name: '白水镇', parentId: null }
  const system: Actor = {
    ...{ id: randomUUID(), kind: 'system', name: null, personId: null },
    ...{ placeId: otherTownship, roles: [], meetingId: null },
  }
  await village.context.perform('found-place', wish, system, randomUUID())
  const { actor } = await mayor.read('/api/me')
  const givenAt = village.clock.now().toISOString()
  const post = { id: postId, placeId: otherTownship, personId: actor.id, role: 'township' } as const
  await village.context.database.write((work) =>
    work
      .insertInto('posts')
      .values({ ...post, title: '镇长', gridId: null, givenAt, endedAt: null })
      .execute(),
  )
  return { movable, otherTownship }
}
