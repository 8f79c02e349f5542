import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { openTwoVillages, setUpRegion, type Invited } from '../../support/villages/region.ts'
import { openInstance } from '../../support/villages/village.ts'

async function openCounty() {
  const instance = await openInstance()
  const region = await setUpRegion(instance, { kind: 'county', name: '云岭县', below: ['青石镇', '白水镇'] })
  await region.found('石门村', 'village', '青石镇')
  await region.found('上河村', 'village', '青石镇')
  const facilitator = await region.invite('石门村', '冯春梅', 'facilitator', '主持人')
  const mayor = await region.invite('青石镇', '赵明', 'township', '镇长')
  const other = await region.invite('白水镇', '钱进', 'township', '镇长')
  return { instance, region, facilitator, mayor, other }
}

async function drawGrid(facilitator: Invited, name: string): Promise<string> {
  const gridId = randomUUID()
  await facilitator.client.must('draw-grid', { gridId, name })
  return gridId
}

async function raise(by: Client, gridId: string | null, text: string): Promise<string> {
  const concernId = randomUUID()
  await by.must('raise-concern', {
    ...{ concernId, meetingId: null, commentId: null, agendaItemId: null, text, raisedBy: '李婶' },
    ...{ lane: 'open', isAgreed: true, channel: 'call', gridId },
  })
  return concernId
}

const custodyOf = async (by: Client, placeId: string, concernId: string) =>
  (await by.read(`/api/places/${placeId}/ladder`)).custodies.find(
    (one: { id: string }) => one.id === concernId,
  )

describe('a grid that somebody holds', () => {
  async function openGrid() {
    const instance = await openInstance()
    const region = await openTwoVillages(instance)
    const facilitator = region.staff['冯春梅']!
    const gridId = await drawGrid(facilitator, '一组')
    const worker = await region.invite('石门村', '刘翠兰', 'grid-worker', '网格员', gridId)
    return { instance, region, facilitator, worker, gridId, placeId: region.places['石门村']! }
  }

  test('gets what is raised there first, and hands it up to the village', async () => {
    const { facilitator, worker, gridId, placeId } = await openGrid()
    const concernId = await raise(facilitator.client, gridId, '一组的井盖裂了')
    expect(await custodyOf(worker.client, placeId, concernId)).toMatchObject({
      holderId: gridId,
      offer: null,
    })
    const hers = await worker.client.read(`/api/places/${placeId}/ladder`)
    expect(hers).toMatchObject({ ours: [gridId], concerns: [{ id: concernId }] })
    await worker.client.must('offer-matter', { concernId, toPlaceId: placeId, reason: '要村里出钱' })
    await facilitator.client.must('accept-matter', { concernId })
    expect(await custodyOf(worker.client, placeId, concernId)).toMatchObject({ holderId: placeId })
  })

  test('hands on nothing that another grid holds', async () => {
    const { region, facilitator, worker, placeId } = await openGrid()
    const second = await drawGrid(facilitator, '二组')
    await region.invite('石门村', '周德福', 'grid-worker', '网格员', second)
    const concernId = await raise(facilitator.client, second, '二组的路灯')
    const answer = await worker.client.command('offer-matter', {
      concernId,
      toPlaceId: placeId,
      reason: '不归我',
    })
    expect(answer.body).toMatchObject({ refused: 'not-yours-to-hand-on' })
  })

  test('a matter put into the wrong grid goes to the right one; where nobody works, the village has it', async () => {
    const { region, facilitator, gridId, placeId } = await openGrid()
    const [held, empty] = [await drawGrid(facilitator, '二组'), await drawGrid(facilitator, '三组')]
    await region.invite('石门村', '周德福', 'grid-worker', '网格员', held)
    const concernId = await raise(facilitator.client, gridId, '水沟堵了')
    const tags = { concernId, kind: 'stated', category: 'environment', size: 'general', groups: [] }
    await facilitator.client.must('describe-concern', { ...tags, gridId: held })
    expect(await custodyOf(facilitator.client, placeId, concernId)).toMatchObject({ holderId: held })
    await facilitator.client.must('describe-concern', { ...tags, gridId: empty })
    expect(await custodyOf(facilitator.client, placeId, concernId)).toMatchObject({ holderId: placeId })
    const other = await raise(facilitator.client, empty, '三组的坡')
    expect(await custodyOf(facilitator.client, placeId, other)).toBeUndefined()
  })

  test('a grid is held at its village and nowhere else, and with a grid alone', async () => {
    const { region, facilitator } = await openGrid()
    const wish = { invitationId: randomUUID(), personId: randomUUID(), name: '某人', title: '网格员' }
    const bare = await facilitator.client.command('invite-person', { ...wish, role: 'grid-worker' })
    expect(bare.body).toMatchObject({ refused: 'field-wrong', field: 'gridId' })
    const far = { ...wish, role: 'grid-worker', gridId: region.places['上河村'] }
    expect((await facilitator.client.command('invite-person', far)).body).toMatchObject({
      refused: 'not-found',
    })
  })
})

describe('the tree', () => {
  test('shows the county everything, and a township what is its own below the county', async () => {
    const { region, mayor, facilitator } = await openCounty()
    const tree = await region.founder.read(`/api/places/${region.places['云岭县']}/tree`)
    expect(tree).toMatchObject({ above: [], mayRun: true })
    expect(tree.places.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['云岭县', '青石镇', '白水镇', '石门村', '上河村']),
    )
    const own = await mayor.client.read(`/api/places/${region.places['石门村']}/tree`)
    expect(own.above).toMatchObject([{ name: '云岭县', runBy: [{ name: '赵明' }] }])
    expect(own.places.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['青石镇', '上河村', '石门村']),
    )
    expect(own.places).toHaveLength(3)
    const shimen = own.places.find(({ name }: { name: string }) => name === '石门村')
    expect(shimen).toMatchObject({ runBy: [{ name: '冯春梅', title: '主持人' }], isInvited: false })
    const village = await facilitator.client.read(`/api/places/${region.places['石门村']}/tree`)
    expect(village.places.map(({ name }: { name: string }) => name)).toEqual(['石门村'])
  })

  test('tells the staff what was done to a place and by whom, and strangers nothing', async () => {
    const { instance, region, facilitator } = await openCounty()
    const path = `/api/places/${region.places['石门村']}/deeds`
    const { deeds } = await facilitator.client.read(path)
    expect(deeds.map(({ kind, who, by }: any) => [kind, who, by])).toEqual([
      ['invitation-accepted', '冯春梅', '冯春梅'],
      ['post-given', '冯春梅', '冯春梅'],
      ['person-invited', '冯春梅', '赵明'],
      ['place-founded', null, '赵明'],
    ])
    expect((await instance.stranger().get(path)).body).toMatchObject({ refused: 'not-logged-in' })
  })
})

describe('a village that moves to another township', () => {
  test('keeps its history, and what the old township held passes to the new one', async () => {
    const { region, facilitator, mayor, other } = await openCounty()
    const [placeId, qingshi, baishui] = [
      region.places['石门村']!,
      region.places['青石镇']!,
      region.places['白水镇']!,
    ]
    const by = facilitator.client
    const [held, offered, atCounty, own] = [
      await raise(by, null, '桥要重修'),
      await raise(by, null, '缺一台抽水机'),
      await raise(by, null, '公路改道'),
      await raise(by, null, '村里的灯'),
    ]
    for (const concernId of [held, offered, atCounty])
      await by.must('offer-matter', { concernId, toPlaceId: qingshi, reason: '村里没有钱' })
    for (const concernId of [held, atCounty]) await mayor.client.must('accept-matter', { placeId, concernId })
    const toCounty = { placeId, concernId: atCounty, toPlaceId: region.places['云岭县'], reason: '归县里' }
    await mayor.client.must('offer-matter', toCounty)
    await region.founder.must('accept-matter', { placeId, concernId: atCounty })
    const before = await by.read(`/api/places/${placeId}/ledger`)

    expect((await mayor.client.command('move-place', { placeId, toParentId: baishui })).body).toMatchObject({
      refused: 'not-allowed',
    })
    await region.founder.must('move-place', { placeId, toParentId: baishui })

    expect(await custodyOf(by, placeId, held)).toMatchObject({ holderId: baishui })
    expect(await custodyOf(by, placeId, offered)).toMatchObject({
      holderId: placeId,
      offer: { toPlaceId: baishui },
    })
    expect(await custodyOf(by, placeId, atCounty)).toMatchObject({ holderId: region.places['云岭县'] })
    expect(await custodyOf(by, placeId, own)).toBeUndefined()
    await other.client.must('accept-matter', { placeId, concernId: offered })
    await other.client.must('offer-matter', {
      placeId,
      concernId: held,
      toPlaceId: placeId,
      reason: '村里能修',
    })

    const after = await by.read(`/api/places/${placeId}/ledger`)
    expect(after.concerns).toEqual(before.concerns)
    expect(after.commitments).toEqual(before.commitments)
    const story = await by.read(`/api/places/${placeId}/matters/${held}`)
    expect(story.events.map(({ type }: { type: string }) => type)).toContain('matter-passed')
    expect(story.ladder?.map?.(({ name }: { name: string }) => name) ?? []).not.toContain('青石镇')
    const line = await by.read(`/api/places/${placeId}`)
    expect(line.parents.map(({ name }: { name: string }) => name)).toEqual(['白水镇', '云岭县'])
    expect((await mayor.client.get(`/api/places/${placeId}/tree`)).status).toBe(403)
    const below = await other.client.read(`/api/places/${baishui}/tree`)
    expect(below.places.map(({ name }: { name: string }) => name)).toContain('石门村')
  })

  test('goes where villages stand, and not where it stands already', async () => {
    const { region } = await openCounty()
    const placeId = region.places['石门村']!
    const move = async (toParentId: string) =>
      (await region.founder.command('move-place', { placeId, toParentId })).body
    expect(await move(region.places['青石镇']!)).toMatchObject({
      refused: 'already-exists',
      field: 'toParentId',
    })
    expect(await move(region.places['上河村']!)).toMatchObject({
      refused: 'field-wrong',
      field: 'toParentId',
    })
    expect(await move(randomUUID())).toMatchObject({ refused: 'not-allowed' })
  })
})
