import { describe, expect, test, vi } from 'vitest'
import {
  click,
  Feed,
  find,
  isSent,
  open,
  press,
  ROOM,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
} from '../../support/records/desk.ts'
import { aComment, aConcern, anEvening, aPromise, MEETING } from '../../support/villages/evening.ts'

usesDesk()

const erratum = { reason: '打错了', by: '小陈', openedAt: '2026-11-23T01:00:00.000Z' }

async function openClosed(
  told: Parameters<typeof anEvening>[0],
  facts: object = {},
  who = somebody('facilitator', 'recorder'),
): Promise<void> {
  const evening = anEvening(told, { phase: 'closed', code: null, ...facts })
  await open(`/desk/meeting/${MEETING}`, who, { [ROOM]: evening })
}

describe('an evening that is over, on the desk', () => {
  test('signing says how many comments nobody looked at, and one key leads to the first', async () => {
    const unseen = ['下回早点开', '板也松了'].map((said, at) =>
      aComment(`c${at}`, said, { state: 'held', shownSeq: 0 }),
    )
    await openClosed({ comments: unseen })
    await sees('还有 2 句话等着，去看')
    press('u')
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('下回早点开'))
  })

  test('the key that signs says what nobody nodded to yet, and goes there', async () => {
    await openClosed({ commitments: [aPromise('p1', { state: 'spoken', measure: '换三盏灯' })] })
    await sees('还有 1 件没点头')
    press('s')
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('换三盏灯'))
    expect(text().split('还有 1 件没点头')).toHaveLength(3)
  })

  test('a cadre, who may not decide, is not told that it waits for them', async () => {
    const waiting = {
      comments: [aComment('c1', '下回早点开', { state: 'held', shownSeq: 0 })],
      commitments: [aPromise('p1', { state: 'spoken', measure: '换三盏灯' })],
    }
    await openClosed(waiting, {}, somebody('cadre'))
    await vi.waitFor(() => expect(text().split('等主持人或记录人定')).toHaveLength(3))
    expect(text()).not.toContain('等您定')
  })

  test('while one of two has signed, a comment that still waits says what becomes of it, and is not refused', async () => {
    const said = aComment('c1', '下回早点开', { state: 'held', shownSeq: 0 })
    const at = '2026-11-22T14:00:00.000Z'
    const signature = { as: 'facilitator', personId: 'chen', name: '陈静', signedAt: at, minutesSeq: 1 }
    await openClosed({ comments: [said], signatures: [signature] as never }, { isFrozen: true })
    await sees('签了一位。另一位也签完，这句话就能变成一件事；要写进附录，先收回签字。')
    expect(text()).toContain('放下，写原因')
    expect(text()).not.toContain('变成一件事C')
    press('c')
    expect(sent('raise-concern')).toEqual([])
  })

  test('at home it says the same, and once both have signed it can become a matter', async () => {
    const comment = aComment('c1', '下回早点开', { state: 'held', shownSeq: 0 })
    const meeting = { id: MEETING, title: '凉亭夜话', onDay: '2026-11-22', phase: 'closed', isFrozen: true }
    const inbox = { asOf: 10, today: '2026-11-22', concerns: [], comments: [{ comment, meeting }] }
    await open('/desk', somebody('facilitator'), { 'GET /api/places/.*/inbox': inbox })
    await sees('签了一位。另一位也签完')
    inbox.comments = [{ comment, meeting: { ...meeting, phase: 'signed' } }]
    Feed.tell(11, 'meeting-signed', {})
    await vi.waitFor(() => expect(text()).toContain('变成一件事'))
    await vi.waitFor(() => expect(text()).not.toContain('签了一位。另一位也签完'))
  })

  test('without any of those it says nothing of them', async () => {
    await openClosed({ commitments: [aPromise('p1', { state: 'open' })] })
    await sees('第 1 版')
    expect(text()).not.toContain('句话等着')
  })

  test('what was answered that evening is still counted once somebody has judged it', async () => {
    const given = { settledAs: 'answered', settledAt: '2026-11-22T12:40:00.000Z' } as const
    const judged = aConcern('m1', '账目呢', { state: 'rated', ...given })
    const again = aConcern('m2', '井盖松了', { state: 'reopened', ...given, timesReopened: 1 })
    const later = { ...given, settledAt: '2026-11-25T02:00:00.000Z' }
    const since = aConcern('m3', '路灯不亮', { state: 'answered', ...later })
    await openClosed({ concerns: [judged, again, since] }, { closedAt: '2026-11-22T13:30:00.000Z' })
    await sees('当场答了')
    const row = [...document.querySelectorAll('dt')].find((one) => one.textContent === '当场答了')
    expect(row?.nextElementSibling?.textContent).toBe('2 件')
  })

  test('whoever signs reads every outcome: also what is not done, what goes to the assembly, what came later', async () => {
    const that = { settledAt: '2026-11-22T12:40:00.000Z' }
    const declined = aConcern('m1', '账目呢', { state: 'declined', settledAs: 'declined', ...that })
    const assembly = aConcern('m2', '分红', { state: 'assembly', settledAs: 'assembly', ...that })
    const later = { settledAs: 'answered', settledAt: '2026-11-22T14:00:00.000Z' } as const
    const since = aConcern('m3', '路灯不亮', { state: 'answered', ...later })
    await openClosed({ concerns: [declined, assembly, since] }, { closedAt: '2026-11-22T13:30:00.000Z' })
    await sees('不办')
    const count = (label: string) =>
      [...document.querySelectorAll('dt')].find((one) => one.textContent === label)?.nextElementSibling
        ?.textContent
    expect([count('不办'), count('交村民会议'), count('散会后定的')]).toEqual(['1 件', '1 件', '1 件'])
  })

  test('between the two signatures the header says who signed, and no outcome is offered that would be refused', async () => {
    const signature = { meetingId: MEETING, as: 'facilitator' as const, personId: 'jing', name: '陈静' }
    const signatures = [{ ...signature, signedAt: erratum.openedAt, minutesSeq: 0 }]
    await openClosed(
      { concerns: [aConcern('k1', '路灯不亮', { state: 'recorded', settledAs: null })], signatures },
      { isFrozen: true },
    )
    await sees('主持人签了，记录人还没签')
    await sees('要改，先收回签字')
    find('[data-choice="k1"]').dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await vi.waitFor(() => expect(find('[data-choice="k1"]').getAttribute('aria-current')).toBe('true'))
    expect(find('[data-choice="k1"]').querySelectorAll('button')).toHaveLength(0)
    press('a')
    await vi.waitFor(() => expect(text().split('要改，先收回签字')).toHaveLength(3))
  })

  test('a correction that was opened by mistake is called off by one press, while nobody has signed', async () => {
    await openClosed({}, { minutesVersion: 2, erratum })
    await sees('不更正了，第 1 版照旧')
    click('不更正了，第 1 版照旧')
    await isSent('cancel-erratum', { meetingId: MEETING })
  })

  test('once somebody signed it, it is not offered', async () => {
    const signature = { meetingId: MEETING, as: 'recorder' as const, personId: 'xiao', name: '小陈' }
    const signatures = [{ ...signature, signedAt: erratum.openedAt, minutesSeq: 0 }]
    await openClosed({ signatures }, { minutesVersion: 2, isFrozen: true, erratum })
    await sees('第 1 版还能看')
    expect(text()).not.toContain('不更正了')
  })
})

test('whoever had their words typed for them can be given a slip at the comment itself', async () => {
  const said = aComment('c1', '井盖松了', { state: 'held', shownSeq: 0, channel: 'staff', enteredBy: '小陈' })
  const matter = aConcern('m1', '井盖松了', { state: 'recorded', commentId: 'c1' })
  await open(`/desk/meeting/${MEETING}`, somebody('facilitator', 'recorder'), {
    [ROOM]: anEvening({ comments: [said], concerns: [matter] }),
  })
  await sees('井盖松了')
  find<HTMLElement>('[data-choice="c1"]').focus()
  await sees('印张纸条给本人')
})
