import { expect, test, vi } from 'vitest'
import { asked, click, find, open, sees, somebody, usesDesk, write } from '../../support/records/desk.ts'
import { anEvening, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const { place } = anEvening()
const inTree = (id: string, kind: string, name: string, parentId: string | null) => ({
  ...{ ...place, id, kind, name, parentId, runBy: [{ name: '陈静', title: '主持人' }] },
  ...{ isInvited: false, households: null },
})
const tree = {
  above: [],
  places: [
    inTree('town', 'township', '青石镇', null),
    inTree(PLACE, 'village', '柳树湾村', 'town'),
    { ...inTree('other', 'village', '石桥村', 'town'), runBy: [] },
  ],
  mayRun: true,
}
const roster = { asOf: 10, place, grids: [], households: [], people: [], posts: [] }

test('moving between places complains of nothing, and the head names the place that is open', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await open('/desk/places', somebody('facilitator'), {
    'GET /api/places/.*/tree': tree,
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/deeds': { deeds: [] },
    'GET /api/places/.*/invitations': { invitations: [] },
  })
  const heading = () => document.querySelector('h1')?.textContent
  const head = () => document.querySelector('header .where')?.textContent?.trim()
  await vi.waitFor(() => expect(heading()).toBe('青石镇'))
  await vi.waitFor(() => expect(head()).toBe('青石镇'))
  for (const name of ['石桥村', '柳树湾村', '青石镇']) {
    click(name)
    await vi.waitFor(() => expect([heading(), head()]).toEqual([name, name]))
  }
  // A new grid is turned to at once, and the form that drew it goes.
  click('柳树湾村')
  const field = await vi.waitFor(() => find<HTMLInputElement>('input[placeholder^="再划一个网格"]'))
  write(field, '五组')
  field.form!.requestSubmit()
  await sees('五组添上了')
  expect(warned.mock.calls).toEqual([])
  warned.mockRestore()
})

test('whoever may only read the places is not refused the invitations: they are not asked for', async () => {
  await open('/desk/places', somebody('recorder'), {
    'GET /api/places/.*/tree': { ...tree, mayRun: false },
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/deeds': { deeds: [] },
  })
  await sees('您只能看')
  await vi.waitFor(() => expect(asked().some(({ path }) => path.endsWith('/deeds'))).toBe(true))
  expect(asked().filter(({ path }) => path.endsWith('/invitations'))).toEqual([])
})

test('whoever has no post any more reads why the desk is closed, and is asked for no password', async () => {
  await open('/desk/places', { ...somebody('facilitator'), places: [] })
  await sees('您现在没有职务')
  expect(document.querySelector('input[type="password"]')).toBeNull()
})
