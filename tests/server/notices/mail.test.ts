import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  confirmMailbox,
  findMailbox,
  forgetMailbox,
  putMailbox,
} from '../../../server/notices/mail/mailboxes.ts'
import { postOver } from '../../../server/notices/mail/smtp.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/words/language.ts'
import { facilitator, id, owner, PLACE } from '../../support/villages/given.ts'
import { openMailReceiver, type MailReceiver } from '../../support/peers/mail-receiver.ts'
import { openRemindedVillage, ROBOTS, type RemindedVillage } from '../../support/villages/reminded-village.ts'
import { openReceiver } from '../../support/peers/robot-receiver.ts'

const MINUTE_MS = 60_000
const MORNING = '2026-12-12T00:30:00.000Z'
const ADDRESS = { [owner.id]: 'wang@example.cn', [facilitator.id]: 'chen@example.cn' }
const tokenOf = (personId: string) => `token-of-${personId}`

interface Post {
  readonly village: RemindedVillage
  readonly receiver: MailReceiver
  look(more?: object): Promise<void>
}

/** A village whose people named an address and, unless it is said otherwise, said yes to it. */
async function openPost(
  people: readonly string[],
  language: Language = 'zh-Hans',
  isSure = true,
): Promise<Post> {
  const village = await openRemindedVillage()
  const receiver = await openMailReceiver()
  const { database } = village.record.context
  await database.write(async (work) => {
    for (const personId of people) {
      const token = tokenOf(personId)
      const mailbox = { personId, placeId: PLACE, address: ADDRESS[personId]!, language, token }
      await putMailbox(work, mailbox, '2026-11-01T04:00:00.000Z', '2026-11-01')
      if (!isSure) continue
      await confirmMailbox(work, token, '2026-11-01T05:00:00.000Z')
      await work.updateTable('deliveries').set({ state: 'sent', sentOn: '2026-11-01' }).execute()
    }
  })
  const mail = postOver({ url: receiver.url, from: '涼亭 <talk@example.cn>', patienceMs: 5_000 })
  return { village, receiver, look: (more = {}) => village.carry({ receiver: null, mail, ...more }) }
}

const states = async ({ record }: RemindedVillage) => {
  const rows = await record.context.database.reader
    .selectFrom('deliveries')
    .selectAll()
    .where('onDay', '>', '2026-11-01')
    .orderBy('onDay')
    .execute()
  return rows.map(({ onDay, state, attempts }) => [onDay, state, attempts])
}

describe('a reminder by mail', () => {
  test('before the day it comes to whoever promised, in their language, with a link from which to act', async () => {
    const { village, receiver, look } = await openPost([owner.id, facilitator.id])
    await village.promise(300)
    await village.look('2026-12-08')
    village.clock.set('2026-12-09T00:30:00.000Z')
    await Promise.all([look(), look()])
    expect(receiver.heard).toHaveLength(1)
    const [mail] = receiver.heard as [MailReceiver['heard'][0]]
    expect(mail).toMatchObject({
      to: ['wang@example.cn'],
      from: 'talk@example.cn',
      subject: '凉亭提醒：有 1 件事等您',
    })
    const link = `https://talk.example.cn/ledger?place=${PLACE}#${id(300)}`
    const off = `https://talk.example.cn/mail/${tokenOf(owner.id)}`
    expect(mail.text).toBe(
      [
        '王书记，您好：',
        `1. 「换三盏灯」，王书记答应12月10日办好，还有 1 天。办好了请报一声；办不完，请在这天以前申请改期。\n点开来办：${link}`,
        `不想再收，点开这里停掉：${off}`,
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    )
    expect(mail.headers.get('list-unsubscribe')).toBe(`<${off}/off>`)
    expect(mail.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(mail.headers.get('content-type')).toContain('text/plain')
    expect(mail.headers.get('message-id')).toBe(`<2026-12-09.${owner.id}@example.cn>`)
  })

  test('is one for all that is due on a day, and what comes later on that day waits until tomorrow', async () => {
    const { village, receiver, look } = await openPost([owner.id], 'en')
    await village.promise(300)
    await village.promise(301, { measure: 'Post the accounts', dueOn: '2026-12-15' })
    await village.look('2026-12-11')
    await village.look('2026-12-12')
    village.clock.set(MORNING)
    await look()
    expect(receiver.heard[0]!.subject).toBe('Liangting reminds: 2 matters wait for you')
    await village.promise(302, { dueOn: '2026-12-14', measure: 'Sweep the square' })
    await village.look('2026-12-12')
    village.clock.set('2026-12-12T12:30:00.000Z')
    await look()
    expect(receiver.heard).toHaveLength(1)
    village.clock.set('2026-12-12T23:30:00.000Z')
    await look()
    expect(receiver.heard).toHaveLength(2)
    expect(receiver.heard[1]!.text).toContain('Sweep the square')
    expect(receiver.heard[1]!.text).not.toContain('accounts')
  })

  test('sixty days, two nodes looking by day and by night: one mail a day at most, none at night', async () => {
    const { village, receiver, look } = await openPost([owner.id, facilitator.id])
    for (const number of [300, 301, 302])
      await village.promise(number, { dueOn: `2026-12-${10 + 3 * (number - 300)}` })
    const heardOn: string[] = []
    for (let day = '2026-11-23'; day <= '2027-01-22'; day = addDays(day, 1)) {
      await village.look(day)
      for (const hour of ['03:00', '12:45', '13:30', '22:30', '23:30']) {
        village.clock.set(`${day}T${hour}:00.000Z`)
        const before = receiver.heard.length
        await Promise.all([look(), look()])
        for (const { to } of receiver.heard.slice(before)) heardOn.push(`${to[0]} ${day} ${hour}`)
      }
    }
    expect(heardOn.filter((one) => /13:30|22:30/.test(one))).toEqual([])
    const perDay = heardOn.map((one) => {
      const [to = '', day = '', hour = ''] = one.split(' ')
      return `${to} ${hour === '23:30' ? addDays(day, 1) : day}`
    })
    expect(new Set(perDay).size).toBe(perDay.length)
    // Three promises, each blue, yellow and red, to the owner; yellow and red to who runs the place.
    const all = receiver.heard.map(({ text }) => text).join('\n')
    for (const number of [300, 301, 302]) {
      const times = all.split(id(number)).length - 1
      expect(times).toBe(5)
    }
  })

  test('whoever asks in the place of others is asked to go and ask; what was judged meanwhile is not asked for', async () => {
    const { village, receiver, look } = await openPost([facilitator.id])
    await village.promise(300)
    await village.record.must(owner, 'report-done', { commitmentId: id(300), report: '亮了' })
    await village.look('2026-11-26')
    village.clock.set('2026-11-27T00:30:00.000Z')
    receiver.refuse(451)
    await look()
    expect(receiver.heard).toHaveLength(0)
    receiver.refuse(null)
    village.clock.advance(MINUTE_MS)
    await look()
    expect(receiver.heard[0]!.text).toContain('请去问一问')
    await village.look('2026-12-07')
    village.clock.set('2026-12-08T00:30:00.000Z')
    await village.record.must(facilitator, 'note-rating', {
      ...{ ratingId: randomUUID(), concernId: null, commitmentId: id(300), done: 'done' },
      ...{ satisfied: 'satisfied', word: null, witness: '孙大伯' },
    })
    await look()
    expect(receiver.heard).toHaveLength(1)
    expect((await states(village)).at(-1)).toEqual(['2026-12-08', 'needless', 1])
  })

  test('what comes by mail to each of them, their group need not hear; to the others it speaks as before', async () => {
    const group = await openReceiver()
    const both = await openPost([owner.id, facilitator.id])
    const one = await openPost([owner.id])
    for (const { village, look } of [both, one]) {
      await village.record.must(facilitator, 'set-robot', ROBOTS.wecom)
      await village.promise(300)
      await village.look('2026-12-11')
      village.clock.set(MORNING)
      await look({ receiver: group.origin })
    }
    expect([both.receiver.heard.length, one.receiver.heard.length, group.heard.length]).toEqual([2, 1, 1])
  })
})

describe('a mail server that fails', () => {
  test('is tried again after 1, 5, 30 minutes and 2 hours, then given up in the open', async () => {
    const { village, receiver, look } = await openPost([owner.id])
    await village.promise(300)
    await village.look('2026-12-11')
    village.clock.set(MORNING)
    receiver.refuse(550)
    const tries: number[] = []
    for (let minute = 0; minute <= 240; minute++) {
      const before = (await states(village)).at(-1)?.[2] ?? 0
      await look()
      if (((await states(village)).at(-1)?.[2] ?? 0) > before) tries.push(minute)
      village.clock.advance(MINUTE_MS)
    }
    expect(tries).toEqual([0, 1, 6, 36, 156])
    expect(await states(village)).toEqual([['2026-12-12', 'given-up', 5]])
    const { reader } = village.record.context.database
    const attempts = await reader.selectFrom('deliveryAttempts').select('outcome').execute()
    expect(attempts.map(({ outcome }) => outcome)).toEqual(Array(5).fill('refused-550'))
  })

  test('that is not there is noted so', async () => {
    const { village, look } = await openPost([owner.id])
    await village.promise(300)
    await village.look('2026-12-11')
    village.clock.set(MORNING)
    await look({ mail: postOver({ url: 'smtp://127.0.0.1:1', from: 'talk@example.cn', patienceMs: 2_000 }) })
    const { reader } = village.record.context.database
    const attempts = await reader.selectFrom('deliveryAttempts').select('outcome').execute()
    expect(attempts).toEqual([{ outcome: 'unreachable' }])
  })
})

describe('an address', () => {
  test('that nobody has said yes to gets the question once, and no reminder', async () => {
    const { village, receiver, look } = await openPost([owner.id], 'zh-Hant', false)
    await village.promise(300)
    await village.look('2026-12-11')
    for (const at of [MORNING, '2026-12-13T00:30:00.000Z']) {
      village.clock.set(at)
      await look()
    }
    expect(receiver.heard.map(({ subject }) => subject)).toEqual(['涼亭 · 柳树湾村：這個信箱是您的嗎'])
    expect(receiver.heard[0]!.text).not.toContain('换三盏灯')
    expect(receiver.heard[0]!.text).toContain(`/mail/${tokenOf(owner.id)}\n`)
  })

  test('that is erased leaves nothing, and nothing more goes there', async () => {
    const { village, receiver, look } = await openPost([owner.id])
    const { database } = village.record.context
    await village.promise(300)
    await village.look('2026-12-11')
    village.clock.set(MORNING)
    receiver.refuse(450)
    await look()
    receiver.refuse(null)
    await database.write((work) => forgetMailbox(work, owner.personId!))
    village.clock.advance(MINUTE_MS)
    await look()
    expect(receiver.heard).toEqual([])
    expect(await findMailbox(database.reader, owner.personId!)).toBeNull()
    for (const table of ['deliveries', 'deliveryAttempts'] as const)
      expect(await database.reader.selectFrom(table).selectAll().execute()).toEqual([])
  })
})

test('words from right to left order nothing around them in the mail that tells of them', async () => {
  const { village, receiver, look } = await openPost([owner.id, facilitator.id], 'en')
  const what = 'إصلاح 3 مصابيح'
  await village.promise(300, { measure: what })
  await village.look('2026-12-08')
  village.clock.set('2026-12-09T00:30:00.000Z')
  await look()
  const [mail] = receiver.heard as [MailReceiver['heard'][0]]
  expect(mail.text).toContain(`“\u2068${what}\u2069”: 王书记 promised it by`)
})
