import { places } from '../../../web/words/village/places.zh-Hans.ts'
import { DESK, type Screen } from '../hands/browser.ts'
import type { Client } from '../running/client.ts'
import type { Hall } from '../hands/hall.ts'
import { comeBy, inviteFirst, inviteTo, setUpAbove, turnTo } from '../hands/places-hands.ts'
import type { Instance } from './village.ts'

export const TOWNSHIP = '青石镇'
export const VILLAGE = '石桥村'
export const OTHER_VILLAGE = '上河村'
export const GOVERNOR = '赵明'
export const FACILITATOR = '周文'
export const RECORDER = '陈小满'
const OWN = '石桥村口的老槐树底下'
const LOGINS = { [FACILITATOR]: 'zhouwen', [RECORDER]: 'xiaoman', [GOVERNOR]: 'zhaoming' }

export interface TwoVillages {
  readonly instance: Instance
  /** At their screens: the township, and those of the first village. */
  readonly township: Screen
  readonly facilitator: Screen
  readonly recorder: Screen
  readonly placeId: string
  readonly townshipId: string
  /** The facilitator's own view of what is recorded. */
  readonly staff: Client
}

/** A township with two villages, set up on the first page of a new instance; the first has its people at their screens. */
export async function setUpTwoVillages(hall: Hall): Promise<TwoVillages> {
  const instance = await hall.openInstance()
  const township = await hall.sit(GOVERNOR, instance.url, DESK)
  await setUpAbove(township, 'township', {
    ...{ name: TOWNSHIP, below: [VILLAGE, OTHER_VILLAGE], who: GOVERNOR },
    ...{ loginName: LOGINS[GOVERNOR], password: OWN },
  })
  const come = async (who: string, link: string, loginName: string): Promise<Screen> => {
    const screen = await hall.sit(who, instance.url, DESK)
    await comeBy(screen, link, loginName, OWN)
    return screen
  }
  await turnTo(township, OTHER_VILLAGE)
  await inviteFirst(township, '何秀英')
  await turnTo(township, VILLAGE)
  const facilitator = await come(FACILITATOR, await inviteFirst(township, FACILITATOR), LOGINS[FACILITATOR])
  await facilitator.go('/desk/places')
  await turnTo(facilitator, VILLAGE)
  const link = await inviteTo(facilitator, places.role('recorder', 'village'), RECORDER, '记录人')
  const recorder = await come(RECORDER, link, LOGINS[RECORDER])
  const staff = instance.stranger()
  const { body } = await staff.post('/api/sessions', { loginName: LOGINS[FACILITATOR], password: OWN })
  const [village] = body.places
  staff.placeId = village.id
  const { parentId: townshipId } = await instance.context.database.reader
    .selectFrom('places')
    .select('parentId')
    .where('id', '=', village.id)
    .executeTakeFirstOrThrow()
  return { instance, township, facilitator, recorder, placeId: village.id, townshipId: townshipId!, staff }
}

// What is said at the first of two evenings, and how each goes on.
export const LAMP = '路灯从开春就不亮。'
export const DITCH = '排水沟堵了，雨天漫到路上。'
export const BRIDGE = '下河桥的栏杆断了两根。'
export const WELL = '机井电费账对不上。'
export const LAND = '邻村占了我家两垄地。'
export const SQUARE = '晒谷场想改成广场。'
export const TOWER = '想在村里建座塔。'
export const ROAD = '进村的县道塌了一截。'
export const LEFT = '换灯的钱从哪儿出？'
export const LEFT_ANSWER = '村集体出一半，镇里补一半。'
// Whoever counts the hands did not make the promise.
export const PROMISES = {
  lamp: { who: RECORDER, how: '更换 3 盏路灯', byWhen: '12月1日' },
  ditch: { who: RECORDER, how: '清淤 120 米', byWhen: '12月5日' },
  bridge: { who: RECORDER, how: '焊好两根栏杆', byWhen: '11月30日' },
}
export const NEW_TOPIC = '年货集怎么摆'
