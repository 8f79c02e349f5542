import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Client } from '../running/client.ts'
import { importRow } from '../files/old-ledger.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { openRecorder } from '../peers/recorder.ts'
import { matter, promise, remark } from '../villages/stage.ts'
import type { Evening, Village } from '../villages/village.ts'
import type { Canaries } from './canaries.ts'

export interface Put {
  readonly village: Village
  readonly evening: Evening
  readonly staff: Readonly<Record<'facilitator' | 'recorder' | 'cadre' | 'township', Client>>
  readonly author: Client
  readonly raiser: Client
  readonly canaries: Canaries
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const times = async (count: number, put: () => Promise<unknown>): Promise<void> => {
  for (let nth = 0; nth < count; nth++) await put()
}

/** Puts more than a thousand in, by every way that there is. */
export async function putAll(put: Put): Promise<void> {
  await putComments(put)
  await putByForms(put)
  await putMatters(put)
  await putByStaff(put)
  await putAtTheDoor(put)
  await putRefused(put)
}

async function putComments({ evening, staff, author, canaries }: Put): Promise<void> {
  const { meetingId } = evening
  const { facilitator, recorder } = staff
  const say = async (over: object): Promise<string> => {
    const said = remark(meetingId, over)
    await author.must('post-comment', said)
    return said.commentId
  }
  const show = (commentId: string) => facilitator.must('show-comment', { commentId })
  const word = (kind: Parameters<Canaries['new']>[0]) => `说${canaries.new(kind)}`
  await times(40, async () =>
    show(await say({ text: word('shown words'), name: canaries.new('name beside shown words') })),
  )
  const masked = 'masked' as const
  await times(40, async () => {
    const name = canaries.new('name hidden beside shown words')
    await show(await say({ lane: masked, text: word('shown words without a name'), name }))
  })
  await times(40, () =>
    say({
      lane: masked,
      text: word('words that wait'),
      name: canaries.new('hidden name of words that wait'),
    }),
  )
  await times(40, async () => {
    const commentId = await say({ lane: masked, name: null, text: word('words taken off the wall') })
    await show(commentId)
    await facilitator.must('hold-comment', { commentId })
  })
  await times(40, async () => {
    const commentId = await say({ lane: masked, name: null, text: '收起来的' })
    await recorder.must('file-comment', { commentId, as: 'away', reason: word('why words were put away') })
  })
  await times(60, async () => {
    const name = canaries.new('name of words that were taken back')
    const commentId = await say({ text: word('words that were taken back'), name })
    await show(commentId)
    await author.must('withdraw-comment', { commentId })
  })
}

async function putByForms({ village, evening, author, raiser, canaries }: Put): Promise<void> {
  const at = `/plain/${village.placeId}/${evening.meetingId}`
  // In turns: one phone alone would send more in a second than the server takes from one.
  await times(40, async () => {
    const sentence = canaries.new('words by the form without scripts')
    const sent = new URLSearchParams({ text: sentence, lane: 'masked', name: '' }).toString()
    const { status } = await author.send('POST', at, sent, FORM)
    if (status !== 303) throw new Error(`expected the form to be taken, found ${status}`)
    const form = { channel: 'form', lane: 'masked', isAgreed: false } as const
    const text = `投${canaries.new('box words that nobody recorded')}`
    const said = matter('', { ...form, text, raisedBy: canaries.new('name in the box') })
    await raiser.must('raise-concern', { ...said, meetingId: null })
    const back = matter('', { ...form, text: `收${canaries.new('box words that were taken back')}` })
    await raiser.must('raise-concern', { ...back, meetingId: null, raisedBy: null })
    await raiser.must('withdraw-concern', { concernId: back.concernId })
    // So many a day from one phone.
    village.clock.advance(6 * 60 * 60_000)
  })
}

async function putMatters({ village, evening, staff, raiser, canaries }: Put): Promise<void> {
  const { meetingId } = evening
  await times(40, async () => {
    const name = canaries.new('hidden name of a matter')
    const comment = remark(meetingId, { lane: 'masked', name, text: '不露名的一句' })
    await raiser.must('post-comment', comment)
    const said = matter(meetingId, {
      ...{ commentId: comment.commentId, lane: 'masked' },
      text: `事${canaries.new('matter that was recorded')}`,
      raisedBy: name,
    })
    await staff.recorder.must('raise-concern', said)
    const { concernId } = said
    await staff.township.must('answer-concern', { concernId, answer: '明天派人来。' })
    const word = `评${canaries.new('word of a judgement')}`
    const judged = { ratingId: randomUUID(), concernId, commitmentId: null, word }
    await raiser.must('rate-outcome', { ...judged, done: 'done', satisfied: 'satisfied' })
  })
  const spoken = promise(village, { meetingId })
  await staff.recorder.must('record-commitment', spoken)
  const { commitmentId } = spoken
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await staff.recorder.must(name, { commitmentId })
  await times(10, async () => {
    const picture = sharp({ create: { width: 48, height: 32, channels: 3, background: '#334455' } })
    const told = { IFD0: { ImageDescription: canaries.new('what a photo tells'), Artist: 'somebody' } }
    const body = new Uint8Array(await picture.withExif(told).jpeg().toBuffer())
    const url = `${village.url}/api/places/${village.placeId}/commitments/${commitmentId}/photos/${randomUUID()}`
    const named = `attachment; filename="${canaries.new('what a photo tells')}.jpg"`
    const headers = {
      'content-type': 'image/jpeg',
      'content-disposition': named,
      cookie: staff.cadre.cookie!,
    }
    await fetch(url, { method: 'POST', headers, body })
  })
}

async function putByStaff({ village, evening, staff, canaries }: Put): Promise<void> {
  const { facilitator, recorder, cadre } = staff
  const { placeId, people } = village
  await times(30, () =>
    cadre.must('note-visit', {
      ...{ visitId: randomUUID(), onDay: '2026-11-22', atTime: null, gridId: null, door: null },
      ...{ visited: canaries.new('note of a visit'), visitors: [], seen: canaries.new('note of a visit') },
      ...{ need: '要修', next: '再来' },
    }),
  )
  await times(30, () =>
    facilitator.must('add-person', {
      ...{ personId: randomUUID(), name: canaries.new('person of the roster'), householdId: null },
    }),
  )
  const rows = Array.from(
    { length: 30 },
    () => `2025-03-05,${canaries.new('row of an old ledger')}井,挖井,王建国,2026-12-05`,
  )
  const file = ledgerFile([
    { rows: rowsOfText(['提出时间,问题,措施,责任人,完成时限', ...rows].join('\n')), is1904: false },
  ])
  const known = await recorder.read(`/api/places/${placeId}/ledger/imported`)
  const lines = linesOf(file, guessedMapping(file), known).map(importRow)
  await recorder.must('import-ledger', { importId: randomUUID(), rows: lines })
  const seat = await openRecorder(recorder, evening.meetingId)
  await times(20, async () => void seat.turn('李婶', canaries.new('line of the minutes')))
  await seat.saved()
  seat.close()
  await times(20, () =>
    facilitator.post('/api/saved-views', {
      ...{ viewId: randomUUID(), placeId, name: canaries.new('name of a saved view') },
      question: { view: 'unit', standing: 'overdue', q: '', sort: 'due' },
    }),
  )
  const address = `${canaries.new('address of a mailbox')}@example.org`
  await cadre.post('/api/mailboxes', { placeId, personId: people['王建国'], address, language: 'zh-Hans' })
  await times(5, async () =>
    facilitator.must('set-robot', {
      ...{ robotId: randomUUID(), kind: 'dingtalk', language: 'zh-Hans' },
      address: `https://oapi.dingtalk.com/robot/send?access_token=${canaries.new('key of a robot')}`,
      secret: `SEC${canaries.new('key of a robot')}`,
    }),
  )
}

async function putAtTheDoor({ village, evening, staff, author, canaries }: Put): Promise<void> {
  const { placeId } = village
  await times(40, async () => {
    const agent = {
      'user-agent': `Mozilla ${canaries.new('kind of browser')}`,
      referer: `https://${canaries.new('kind of browser')}.example/`,
    }
    const phone = village.stranger()
    const name = canaries.new('name at the door')
    await phone.send('POST', '/api/sessions/join', { code: evening.code, name }, agent)
    canaries.made('session token', /liangting=([^;]+)/.exec(phone.cookie ?? '')![1]!)
  })
  await times(30, async () => {
    const personId = randomUUID()
    await staff.facilitator.must('add-person', {
      personId,
      name: `新来${personId.slice(0, 8)}`,
      householdId: null,
    })
    const login = { loginName: canaries.new('log-in name'), password: `${canaries.new('password')}-井` }
    await staff.facilitator.post('/api/logins', { placeId, personId, ...login })
  })
  await times(30, () =>
    village.stranger().post('/api/sessions', {
      ...{ loginName: 'chenjing', password: `${canaries.new('password that was wrong')}-井` },
    }),
  )
  const claim = await author.post(`/api/places/${placeId}/claim-code`, {})
  canaries.made('code or token told once', claim.body.code)
  const link = await staff.facilitator.post('/api/calendar-links', {
    placeId,
    scope: 'unit',
    language: 'zh-Hans',
  })
  canaries.made('code or token told once', link.body.token)
  const ticket = await staff.recorder.post('/api/tickets', { placeId, meetingId: evening.meetingId })
  canaries.made('code or token told once', ticket.body.ticket)
}

async function putRefused({ village, evening, author, staff, canaries }: Put): Promise<void> {
  const { placeId } = village
  await times(60, async () => {
    const text = `${canaries.new('words that were refused')}${'长'.repeat(200)}`
    await author.command('post-comment', remark(evening.meetingId, { text }))
    const wrong = { [canaries.new('words that were refused')]: canaries.new('words that were refused') }
    await author.command('post-comment', { ...remark(evening.meetingId), ...wrong })
  })
  await times(30, async () => {
    const q = encodeURIComponent(canaries.new('words that were searched for'))
    await staff.facilitator.get(`/api/places/${placeId}/alike?q=${q}`)
    await village.stranger().get(`/public/${placeId}/nowhere-${canaries.new('words that were searched for')}`)
  })
}
