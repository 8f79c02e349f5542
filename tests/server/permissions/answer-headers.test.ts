import { get } from 'node:http'
import { expect, test } from 'vitest'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const headersOf = async (url: string, init: RequestInit = {}): Promise<Headers> =>
  (await fetch(url, init)).headers

test('what is private is kept by no cache, and no answer asks for a camera or a place', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const at = `${village.url}/api/places/${village.placeId}`
  const cookie = facilitator.cookie!
  const reads = [`${at}/ledger`, `${at}/people`, `${at}/meetings/${meetingId}/room`, `${village.url}/api/me`]
  for (const url of reads) {
    const headers = await headersOf(url, { headers: { cookie } })
    expect(headers.get('cache-control'), url).toMatch(/no-store/)
    expect(headers.get('permissions-policy'), url).toContain('camera=()')
  }
  const refused = await headersOf(`${at}/ledger`)
  expect(refused.get('cache-control')).toMatch(/no-store/)
})

test('a page opens sockets to the host it came from and to no other', async () => {
  const village = await openVillage()
  const policy = (await headersOf(`${village.url}/api/me`)).get('content-security-policy')!
  const { host } = new URL(village.url)
  expect(policy).toContain(`connect-src 'self' ws://${host} wss://${host};`)
  expect(policy).not.toMatch(/wss?:(?!\/\/)/)
})

test('no text becomes markup but by the policies that are named', async () => {
  const village = await openVillage()
  const policy = (await headersOf(`${village.url}/api/me`)).get('content-security-policy')!
  expect(policy).toContain("require-trusted-types-for 'script'")
  const [, names = ''] = /trusted-types ([^;]*)/.exec(policy) ?? []
  expect(names.split(' ')).toEqual(['svelte-trusted-html', 'ProseMirrorClipboard', 'pasted-html'])
})

test('a name that is no host does not get into the policy', async () => {
  const village = await openVillage()
  const policy = await new Promise<string>((resolve, reject) => {
    const host = "hall.example; script-src 'unsafe-inline'"
    get(`${village.url}/api/me`, { headers: { host } }, (answer) => {
      answer.resume()
      resolve(String(answer.headers['content-security-policy']))
    }).on('error', reject)
  })
  expect(policy).toContain("connect-src 'self' 'self';")
  expect(policy).not.toContain('unsafe-inline')
})
