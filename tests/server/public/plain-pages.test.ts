import { MAX_WRONG_CODES_BY_ADDRESS } from '../../../server/people/log-in/evening-code.ts'
import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../../shared/words/language.ts'
import { words as doorEnglish } from '../../../web/words/phone/door.en.ts'
import { words as doorSimplified } from '../../../web/words/phone/door.zh-Hans.ts'
import { words as doorTraditional } from '../../../web/words/phone/door.zh-Hant.ts'
import { words as english } from '../../../web/words/phone/phone.en.ts'
import { words as simplified } from '../../../web/words/phone/phone.zh-Hans.ts'
import { words as traditional } from '../../../web/words/phone/phone.zh-Hant.ts'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import type { Client } from '../../support/running/client.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html',
  'accept-language': 'zh-CN',
}
const HELD: Readonly<Record<Language, string>> = {
  'zh-Hans': simplified.became.held,
  'zh-Hant': traditional.became.held,
  en: english.became.held,
}
const NAME_HINTS: Readonly<Record<Language, string>> = {
  'zh-Hans': doorSimplified.nameHint,
  'zh-Hant': doorTraditional.nameHint,
  en: doorEnglish.nameHint,
}
const RENDERS = 2_000
/** Strangers at one address may ask less often. */
const DOORS = 600
const AT_ONCE = 100
/** Enough that none of them asks more often than one person may. */
const PEOPLE = 40

const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString()

async function anEvening(
  format?: string,
): Promise<{ village: Village; code: string; address: string; meetingId: string }> {
  const village = await openVillage({ withPages: true })
  const { meetingId, code } = await openEvening(village, format)
  return { village, code, meetingId, address: `/plain/${village.placeId}/${meetingId}` }
}

/** What people read: the marks between the words of a page are left out. */
const read = (body: string): string => body.replace(/<wbr ?\/?>|<!--.*?-->/g, '')

/** In by the form of the first page. */
async function joined(village: Village, code: string, name: string): Promise<Client> {
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  const { status, headers } = await phone.send('POST', '/plain', form({ code, name }), FORM)
  expect([status, headers.get('location')]).toEqual([303, expect.stringContaining('/plain/')])
  return phone
}

const say = (phone: Client, address: string, fields: Readonly<Record<string, string>>) =>
  phone.send('POST', address, form({ commandId: randomUUID(), lane: 'masked', name: '', ...fields }), FORM)

test('two thousand pages at the same time, in three languages and for forty people, mix nothing', async () => {
  const { village, code, address } = await anEvening()
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const phone = await joined(village, code, '')
      const text = `第${at}个人的话。`
      expect((await say(phone, address, { text })).status).toBe(303)
      return { phone, text }
    }),
  )
  const wrong: string[] = []
  const render = async (nth: number): Promise<void> => {
    const { phone, text } = people[nth % PEOPLE]!
    const language = LANGUAGES[nth % LANGUAGES.length]!
    // Without scripts, and as it stands there before them.
    const path = nth % 2 ? `/p/${code}` : address
    const { status, body } = await phone.send('GET', path, undefined, { 'accept-language': language })
    const said = people.filter((one) => read(body).includes(one.text)).map((one) => one.text)
    const states = LANGUAGES.filter((one) => read(body).includes(HELD[one]))
    const isRight = status === 200 && body.includes(`<html lang="${language}"`) && states.join() === language
    if (!isRight || said.join() !== text) wrong.push(`${nth} ${language} ${status} ${said} ${states}`)
  }
  for (let first = 0; first < RENDERS; first += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => render(first + at)))
  expect(wrong).toEqual([])
}, 480_000)

test('six hundred doors at the same time, of two evenings and in three languages, mix nothing', async () => {
  const evenings = [
    { ...(await anEvening('pavilion-talk')), mood: 'night' },
    { ...(await anEvening('stool-council')), mood: 'day' },
  ]
  const wrong: string[] = []
  const draw = async (nth: number): Promise<void> => {
    const { village, code, mood } = evenings[nth % 2]!
    const language = LANGUAGES[nth % LANGUAGES.length]!
    const asked = { 'accept-language': language }
    const { status, body } = await village.stranger().send('GET', `/p/${code}`, undefined, asked)
    const drawn = read(body.slice(body.indexOf('<div id="app">'), body.indexOf('id="preloaded"')))
    const spoken = LANGUAGES.filter((one) => drawn.includes(NAME_HINTS[one]))
    const isOurs = drawn.includes(`name="code" value="${code}"`) && body.includes(`data-mood="${mood}"`)
    if (status !== 200 || spoken.join() !== language || !body.includes(`lang="${language}"`) || !isOurs)
      wrong.push(`${nth} ${language} ${status} ${spoken} ${isOurs}`)
  }
  for (let first = 0; first < DOORS; first += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => draw(first + at)))
  expect(wrong).toEqual([])
}, 240_000)

test('the door drawn on the server holds nothing of whoever has a session, and counts wrong codes', async () => {
  const { village, code } = await anEvening()
  const isDrawn = async (client: Client, path: string): Promise<boolean> =>
    (await client.get(path)).body.includes('name="code"')
  expect(await isDrawn(village.stranger(), `/p/${code}`)).toBe(true)
  expect(await isDrawn(village.stranger(), '/')).toBe(true)
  expect(await isDrawn(await joined(village, code, '李婶'), `/p/${code}`)).toBe(false)
  const guesser = village.stranger()
  const wrong = Array.from({ length: MAX_WRONG_CODES_BY_ADDRESS + 10 }, (_, at) =>
    String(at).padStart(4, '0'),
  ).filter((one) => one !== code)
  for (const guess of wrong) await guesser.get(`/p/${guess}`)
  expect((await guesser.get(`/api/codes/${code}`)).status).toBe(429)
  expect(await isDrawn(guesser, `/p/${code}`)).toBe(false)
})

test('door, evening and box have their styles within them, and no other style may be written into them', async () => {
  const { village, code } = await anEvening()
  const stranger = village.stranger()
  const lishen = await joined(village, code, '李婶')
  const pages = [
    ...[`/p/${code}`, '/', `/say/${village.placeId}`].map((path) => [stranger, path] as const),
    ...[`/p/${code}`, '/'].map((path) => [lishen, path] as const),
  ]
  for (const [reader, path] of pages) {
    const { body, headers } = await reader.get(path)
    const [head = '', rest = ''] = body.split('<div id="app">')
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(head) ?? []
    expect(style, path).toContain('min-height')
    expect(head, path).not.toContain('stylesheet')
    expect(rest, path).toContain('rel="stylesheet"')
    const digest = createHash('sha256').update(style).digest('base64')
    expect(headers.get('content-security-policy'), path).toContain(`style-src 'self' 'sha256-${digest}';`)
  }
  const wall = await village.stranger().get('/wall')
  expect(wall.body).not.toContain('<style>')
  expect(wall.headers.get('content-security-policy')).toContain("style-src 'self';")
})

test('what an evening is called stands on the door as it was written', async () => {
  const { village, code, meetingId } = await anEvening()
  const facilitator = await village.as('陈静')
  const title = '"/plain" <b>&amp; $&'
  await facilitator.must('rename-meeting', { meetingId, title })
  const { body } = await village.stranger().get(`/p/${code}`)
  expect(read(body)).toContain('"/plain" &lt;b>&amp;amp; $&amp;</h1>')
  expect(body).toContain(`url=/p/${code}/plain"`)
})

test('a second press of the same form says it once', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const fields = { commandId: randomUUID(), text: '路灯不亮。' }
  expect([(await say(phone, address, fields)).status, (await say(phone, address, fields)).status]).toEqual([
    303, 303,
  ])
  const { body } = await phone.get(address)
  expect(read(body).match(/路灯不亮/g)).toHaveLength(1)
})

test('words that cannot be taken stand in their field again, with a sentence that says why', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const long = '长'.repeat(141)
  const { status, body } = await say(phone, address, { text: long, lane: 'open', name: '李婶' })
  expect(status).toBe(400)
  expect(body).toContain(`>${long}</textarea>`)
  expect(body).toContain('role="alert"')
  expect(body).toMatch(/value="open" checked/)
  expect((await say(phone, address, { text: ' ' })).status).toBe(400)
})

test('what somebody writes is text on every page', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '<b>李婶</b>')
  await say(phone, address, { text: '</li><script>alert(1)</script>', lane: 'open', name: '"><i>' })
  const { body } = await phone.get(address)
  expect(body).not.toMatch(/<script|<b>李婶|"><i>/)
  expect(body).toContain('&lt;script>')
})

test('whoever has not joined sees the door and nothing of the evening', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '李婶')
  await say(phone, address, { text: '路灯不亮。' })
  const { body } = await village.stranger().get(address)
  expect(body).toContain('name="code"')
  expect(read(body)).not.toMatch(/路灯|name="text"/)
  expect(body).not.toContain(code)
})

test('a form that another site sends does nothing', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const { status } = await phone.send('POST', address, form({ text: '别处来的', lane: 'masked' }), {
    ...FORM,
    origin: 'https://elsewhere.example',
  })
  expect(status).toBe(403)
  expect(read((await phone.get(address)).body)).not.toContain('别处来的')
})

test('an answer that is none of the choices is refused on the page, and nothing is judged', async () => {
  const { village, code } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const judged = form({ commitmentId: randomUUID(), concernId: '', done: 'perhaps', satisfied: 'not' })
  const { status, body } = await phone.send('POST', `/mine/${village.placeId}/plain`, judged, FORM)
  expect(status).toBe(400)
  expect(body).toContain('role="alert"')
})

test('the address of one matter leads to the page on which it stands', async () => {
  const { village } = await anEvening()
  const { status, headers } = await village.stranger().get(`/mine/${village.placeId}/${randomUUID()}/plain`)
  expect([status, headers.get('location')]).toEqual([302, `/mine/${village.placeId}/plain`])
})

test('larger letters and another language are a link away, and stay for the pages of everybody', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const { cookie } = phone
  expect((await phone.get(address)).body).toContain(`href="${address}?letters=24"`)
  const large = await phone.get(`${address}?letters=24`)
  expect(large.body).toContain('data-mode="elder"')
  expect(large.headers.getSetCookie().join()).toMatch(/letters=24/)
  const inEnglish = await village.stranger().get(`/public/${village.placeId}?language=en`)
  const chosen = inEnglish.headers.getSetCookie().map((one) => one.split(';')[0])
  expect(chosen).toEqual(['language=en'])
  const read = await phone.send('GET', address, undefined, {
    cookie: [cookie, ...chosen, 'letters=24'].join('; '),
    'accept-language': 'zh-CN',
  })
  expect(read.body).toMatch(/<html lang="en" data-mode="elder"/)
  const odd = await village.stranger().get(`/public/${village.placeId}?letters=huge`)
  expect(odd.headers.getSetCookie()).toEqual([])
})

test('what is too long for a phone without scripts is told, each field in its own way, and nothing is cut', async () => {
  const { village, code, address } = await anEvening()
  const phone = await joined(village, code, '')
  const form = await phone.send('GET', address)
  expect(form.body).not.toContain('maxlength')
  const long = await say(phone, address, { text: '灯'.repeat(141) })
  expect(long.status).toBe(400)
  expect(read(long.body)).toContain('请分成两次写')
  expect(long.body).toContain('灯'.repeat(141))
  const named = await say(phone, address, { text: '路灯不亮', lane: 'open', name: '婶'.repeat(31) })
  expect(read(named.body)).toContain('「名字」太长了，最多 30 个字，请写短一点。')
  expect(named.body).toContain('婶'.repeat(31))
})

test('a phone that remembers one evening and scans the code of another does not ask for the old one', async () => {
  const { village, code, meetingId } = await anEvening()
  const phone = await joined(village, code, '李婶')
  const asksFor = async (path: string) => (await phone.get(path)).body.includes(`${meetingId}/room`)
  expect(await asksFor(`/p/${code}`)).toBe(true)
  expect(await asksFor('/')).toBe(true)
  expect(await asksFor(`/p/${code === '1111' ? '2222' : '1111'}`)).toBe(false)
})

test('too long a code and a code that nobody shows are told in a sentence', async () => {
  const { village } = await anEvening()
  const phone = village.stranger()
  const { status, body } = await phone.send('POST', '/plain', form({ code: '0000', name: '李婶' }), FORM)
  expect(status).toBe(400)
  expect(body).toContain(refusals.sentences['code-unknown'])
  expect(body).toContain('value="李婶"')
  expect((await phone.send('POST', '/plain', form({ code: '1'.repeat(60), name: '' }), FORM)).status).toBe(
    400,
  )
})
