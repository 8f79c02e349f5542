import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { confirmMailbox, putMailbox } from '../../../server/notices/mail/mailboxes.ts'
import { addDays, type Day } from '../../../shared/kernel/day.ts'
import { openMailReceiver } from '../../support/peers/mail-receiver.ts'
import { openReceiver } from '../../support/peers/robot-receiver.ts'
import { dingtalk } from '../../support/peers/robot-wish.ts'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const NODE = path.join(import.meta.dirname, '../../support/running/sweeping-node.ts')
const LAST: Day = '2027-01-22'

interface Node {
  readonly child: ChildProcess
  /** Resolves when the node has looked; false where it died meanwhile. */
  look(instant: string): Promise<boolean>
}

/** Another process on the same database. */
async function openNode(environment: Record<string, string>): Promise<Node> {
  const child = spawn(process.execPath, [NODE], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const heard = async (line: string): Promise<boolean> => (await lines.next()).value === line
  if (!(await heard('ready'))) throw new Error('expected a node that is ready, found one that ended')
  return {
    child,
    look(instant) {
      child.stdin!.write(`${instant}\n`)
      return heard(instant)
    },
  }
}

/** A promise for a matter of 李嬸's phone, and two that answer none; the middle one is kept in time. */
async function promises(village: Village) {
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const [phone, recorder] = [await evening.phone('李婶'), await village.as('陈晓')]
  const [commentId, concernId] = [randomUUID(), randomUUID()]
  await phone.must('post-comment', remark(meetingId, { commentId }))
  await recorder.must('raise-concern', matter(meetingId, { concernId, commentId }))
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  for (const [at, commitmentId] of ids.entries()) {
    const dueOn = addDays('2026-12-10', at * 7)
    const facts = { meetingId, commitmentId, dueOn, concernId: at === 0 ? concernId : null }
    await recorder.must('record-commitment', promise(village, facts))
    await facilitator.must('read-back-commitment', { commitmentId })
    await facilitator.must('confirm-commitment', { commitmentId })
  }
  return { ids, facilitator, recorder }
}

const counted = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}
const twice = (counts: Map<string, number>) => [...counts].filter(([, count]) => count > 1)

// An embedded database belongs to one process.
describe('two processes on one database', () => {
  test('look at once through sixty days: each notice fires once, each mail and message goes out once', async () => {
    const village = await openVillage()
    const { ids, facilitator, recorder } = await promises(village)
    const [mail, group] = [await openMailReceiver(), await openReceiver()]
    await facilitator.must('set-robot', { robotId: randomUUID(), ...dingtalk() })
    const cadre = { personId: village.people['王建国']!, placeId: village.placeId }
    const mailbox = {
      ...cadre,
      address: 'wang@example.cn',
      language: 'zh-Hans',
      token: 'a'.repeat(32),
    } as const
    await village.context.database.write(async (work) => {
      await putMailbox(work, mailbox, '2026-11-22T04:00:00.000Z', '2026-11-22')
      await confirmMailbox(work, mailbox.token, '2026-11-22T05:00:00.000Z')
    })
    const environment = {
      ...{
        DATABASE_URL: village.storage.where.databaseUrl!,
        SMTP_URL: mail.url,
        ROBOT_RECEIVER: group.origin,
      },
    }
    const nodes = [await openNode(environment), await openNode(environment)]
    for (let day = '2026-11-23'; day <= LAST; day = addDays(day, 1)) {
      village.clock.set(`${day}T00:30:00.000Z`)
      if (day === '2026-12-15')
        await recorder.must('report-done', { commitmentId: ids[1], report: '都换好了。' })
      // Just after midnight, and at half past eight in the village.
      for (const instant of [`${addDays(day, -1)}T16:05:00.000Z`, `${day}T00:30:00.000Z`]) {
        const looks = nodes.map((node) => node.look(instant))
        // One of them dies in the middle of a red day; another takes its place and looks again.
        const isDying = instant.startsWith('2026-12-16T16')
        if (isDying) nodes[1]!.child.kill('SIGKILL')
        const [first, second] = await Promise.all(looks)
        expect([first, isDying || second]).toEqual([true, true])
        if (!isDying) continue
        nodes[1] = await openNode(environment)
        expect(await nodes[1].look(instant)).toBe(true)
      }
    }

    const { reader } = village.context.database
    const story = await reader.selectFrom('journal').select(['type', 'data']).orderBy('seq').execute()
    const factsOf = ({ type, data }: { type: string; data: string }): string => {
      const { commitmentId, stage, dueOn, asking, round, settledOn } = JSON.parse(data)
      return JSON.stringify([type, commitmentId, stage, dueOn, asking, round, settledOn])
    }
    const fired = story.filter(({ type }) =>
      ['commitment-chased', 'commitment-became-overdue', 'rating-asked'].includes(type),
    )
    expect(twice(counted(fired, factsOf))).toEqual([])
    // Two promises are late: overdue, blue, yellow and red; one is kept: blue, and asked for on three days.
    expect(counted(fired, ({ type }) => type)).toEqual(
      new Map([
        ['commitment-chased', 7],
        ['commitment-became-overdue', 2],
        ['rating-asked', 3],
      ]),
    )
    const notices = await reader.selectFrom('notices').selectAll().execute()
    expect(twice(counted(notices, ({ key, recipientId }) => `${key} ${recipientId}`))).toEqual([])
    const mails = mail.heard.map(({ headers }) => headers.get('message-id')!)
    expect(twice(counted(mails, (name) => name))).toEqual([])
    const told = notices.filter(({ recipientId }) => recipientId === cadre.personId)
    expect(told.every(({ sentOn }) => sentOn !== null)).toBe(true)
    expect(mails.length).toBe(new Set(told.map(({ sentOn }) => sentOn)).size)
    const spoken = group.heard.map(({ body }) => body.text.content as string)
    expect(spoken.length).toBeGreaterThan(0)
    expect(twice(counted(spoken, (text) => text))).toEqual([])
  }, 180_000)
})
