import type { Mark } from '../../../shared/calendar/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { NoticeKind } from '../../../shared/notices/notice.ts'
import type { DeliveryState, RobotKind } from '../../../shared/notices/robot.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** Pages of the place: what it takes on, its days, the groups that are reminded. */
export interface PlaceWords extends EverywhereWords {
  readOnly: string
  done: string

  levelsTitle: string
  levelsWhat: string
  levelOf: (usual: string) => string
  changeLevels: string
  putLevels: string
  levelsPut: string
  /** Who raised the matters of an old ledger. */
  raisersTitle: string
  raisersWhat: string
  raisersMasked: string
  raisersNamed: string
  nameRaisers: string
  maskRaisers: string
  raisersPut: string

  addKind: string
  changeKind: (name: string) => string
  dropKind: string
  dropKindSure: (name: string) => string
  dropKindWhat: string
  stance: string
  limitNone: string
  limitWorking: string
  limitNatural: string
  limitCount: string
  guidanceWhat: string
  putKind: string
  kindPut: string
  kindDropped: string
  firstKind: string
  firstKindWhat: string

  daysTitle: string
  daysLead: string
  calendarVersion: (version: string) => string
  monthBefore: string
  monthAfter: string
  month: (first: Day) => string
  weekdays: readonly string[]
  dayIs: (kind: 'work' | 'rest') => string
  ownMark: string
  markThem: (count: number) => string
  markHint: string
  markAs: string
  mark: (mark: Mark) => string
  markSource: string
  markSourceWhat: string
  putMarks: string
  marked: string
  holidays: string
  holidayOf: (year: number) => string
  announcedOn: (day: Day) => string
  typedIn: string
  provisional: (year: number) => string
  provisionalWhat: string
  announce: (year: number) => string
  announceRest: string
  announceWork: string
  announceWhat: string
  announceSource: string
  announced: (year: number) => string
  announceWrong: (text: string) => string
  bothDays: string
  bothDaysWhat: string
  stands: (day: Day, today: Day) => string
  wouldBe: (day: Day, today: Day) => string
  countAgain: string
  countAgainFor: (owner: string) => string
  countedAgain: string
  noBothDays: string

  robotsTitle: string
  robotsLead: string
  robotKind: (kind: RobotKind) => string
  robotWhere: (kind: RobotKind) => string
  robotAddress: string
  robotAddressWhat: string
  robotSecret: string
  robotSecretWhat: string
  robotLanguage: string
  addRobot: string
  putRobot: string
  robotPut: string
  robotEnding: (ending: string) => string
  robotSigned: string
  robotSetOn: (day: Day, today: Day) => string
  removeRobot: string
  removeRobotSure: string
  removeRobotWhat: string
  robotRemoved: string
  noRobot: string
  noRobotWhat: string
  noDelivery: string
  delivery: (state: DeliveryState) => string
  deliveryTries: (count: number) => string
  deliveryNext: (time: string) => string
  deliveryWhy: (outcome: string) => string
  testRobot: string
  /** `why` is null where it arrived. */
  tested: (why: string | null) => string
  undeliveredTitle: string
  undeliveredLead: string
  noneUndelivered: string
  byMail: (name: string) => string
  somebodyByMail: string
  forThemAlone: string
  noticeKind: (kind: NoticeKind) => string
  listComma: string
  sendAgain: string
  waitsAgain: string
}

export const placeWords = new Messages<PlaceWords>({
  'zh-Hans': () => import('./place.zh-Hans.ts'),
  'zh-Hant': () => import('./place.zh-Hant.ts'),
  en: () => import('./place.en.ts'),
})
