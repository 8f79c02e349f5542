import { expect, test } from 'vitest'
import { openVillage } from '../../support/villages/village.ts'

const namesIn = (roster: { people: { name: string }[] }): string[] => roster.people.map(({ name }) => name)

test('who lives in the village is read by those who keep its record; whoever else works there reads who holds a post', async () => {
  const village = await openVillage()
  const path = `/api/places/${village.placeId}/roster`
  const everybody = namesIn(await (await village.as('陈静')).read(path))
  expect(everybody).toContain('陈秀兰')
  for (const name of ['陈晓', '赵明'])
    expect(namesIn(await (await village.as(name)).read(path))).toEqual(everybody)
  for (const name of ['王建国', '周志强']) {
    const roster = await (await village.as(name)).read(path)
    expect(namesIn(roster)).toEqual(expect.arrayContaining(['陈静', '陈晓', '王建国', '刘会计', '周志强']))
    expect(namesIn(roster)).not.toContain('陈秀兰')
    const homes = new Set(roster.people.map(({ householdId }: { householdId: string }) => householdId))
    expect(roster.households.every(({ id }: { id: string }) => homes.has(id))).toBe(true)
  }
})

test('a cadre’s desk hears who was given a post, and not who moved in', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const cadre = await (await village.as('王建国')).listen({ since: 0 })
  const keeper = await (await village.as('陈晓')).listen({ since: 0 })
  const personId = crypto.randomUUID()
  await facilitator.must('add-person', { personId, householdId: null, name: '新来的' })
  const post = { postId: crypto.randomUUID(), personId, role: 'representative', title: '代表', gridId: null }
  await facilitator.must('give-post', post)
  await expect.poll(() => cadre.types.at(-1)).toBe('post-given')
  await expect.poll(() => keeper.types.slice(-2)).toEqual(['person-added', 'post-given'])
  expect(JSON.stringify(cadre.events)).not.toContain('新来的')
})
