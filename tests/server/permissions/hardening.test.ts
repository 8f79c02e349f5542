import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../server/http/security.ts'
import { MAX_WRONG_CODES_BY_ADDRESS } from '../../../server/people/log-in/evening-code.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** One request as it is written on the line, and all that comes back. */
const said = ({ url }: Village, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(request.replaceAll('\n', '\r\n')))
    let heard = ''
    socket.on('data', (bytes) => (heard += String(bytes)))
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })

const statusOf = (heard: string): string => heard.split(' ')[1] ?? ''

describe('every kind of answer', () => {
  test('is embedded nowhere, is what it says it is, and tells other sites nothing of its address', async () => {
    const village = await openVillage({ withPages: true })
    const { placeId } = village
    const paths = ['/', '/desk', `/public/${placeId}`, `/api/places/${placeId}/ledger`, '/api/me', '/nowhere']
    for (const path of paths) {
      const { headers } = await village.stranger().get(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "script-src 'self'",
      ])
        expect(`${path}: ${policy}`).toContain(part)
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      expect([path, headers.get('referrer-policy')]).toEqual([
        path,
        expect.stringMatching(/^(no-referrer|same-origin)$/),
      ])
      expect([path, headers.get('content-type')]).toEqual([path, expect.stringMatching(/charset=utf-8$/i)])
    }
  })

  test('asks for TLS where the instance is reached by it, and a hall without TLS is not shut out', () => {
    expect(contentSecurityPolicy('https://talk.example.cn').hsts).toBe(true)
    expect(contentSecurityPolicy(null).hsts).toBe(false)
  })
})

describe('what nobody serves', () => {
  test('folders, sources and what lies beside the pages', async () => {
    const village = await openVillage({ withPages: true })
    const paths = [
      '/assets/',
      '/assets',
      '/.git/config',
      '/.git/HEAD',
      '/package.json',
      '/data/liangting.sqlite',
    ]
    for (const path of [...paths, '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json'])
      expect([path, statusOf(await said(village, getOf(path)))]).toEqual([
        path,
        expect.stringMatching(/^40[034]$/),
      ])
  })

  test('methods that only attackers use', async () => {
    const village = await openVillage()
    for (const method of ['TRACE', 'TRACK', 'CONNECT'])
      expect([method, statusOf(await said(village, getOf('/api/me', method)))]).toEqual([
        method,
        expect.stringMatching(/^40[045]$|^$/),
      ])
  })
})

const getOf = (path: string, method = 'GET'): string =>
  `${method} ${path} HTTP/1.1\nHost: localhost\nConnection: close\n\n`

describe('what is sent in bad faith', () => {
  test('a message that ends in two ways is not taken', async () => {
    const village = await openVillage()
    const both = 'Content-Length: 4\nTransfer-Encoding: chunked'
    const twice = 'Content-Length: 4\nContent-Length: 5'
    for (const lengths of [both, twice]) {
      const request = `POST /api/sessions HTTP/1.1\nHost: localhost\nContent-Type: application/json\n${lengths}\n\n0\n\n`
      expect(statusOf(await said(village, request))).toBe('400')
    }
  })

  test('fields that would reach into every object are refused', async () => {
    const village = await openVillage()
    for (const body of ['{"__proto__":{"roles":["facilitator"]}}', '{"constructor":{"prototype":{"x":1}}}'])
      expect((await village.stranger().send('POST', '/api/sessions', body)).status).toBe(400)
    expect(({} as { roles?: unknown }).roles).toBeUndefined()
  })

  test('whoever names another address for themselves is counted by the one they have', async () => {
    const village = await openVillage()
    const { code } = await openEvening(village)
    const wrong = code === '1234' ? '4321' : '1234'
    const from = (address: string) =>
      village.stranger().send('GET', `/api/codes/${wrong}`, undefined, { 'x-forwarded-for': address })
    for (let n = 0; n < MAX_WRONG_CODES_BY_ADDRESS; n++) await from(`198.51.100.${n % 250}`)
    expect((await from('203.0.113.7')).status).toBe(429)
  })

  test('a password of two hundred letters is a password', async () => {
    const village = await openVillage()
    const facilitator = await village.as('陈静')
    const { placeId, people } = village
    const password = '夜里的凉亭真凉快'.repeat(25)
    const login = { placeId, personId: people['孙丽'], loginName: 'sunli', password }
    expect((await facilitator.post('/api/logins', login)).status).toBe(200)
    const answer = await village.stranger().post('/api/sessions', { loginName: 'sunli', password })
    expect(answer.status).toBe(200)
    const shorter = { loginName: 'sunli', password: password.slice(0, -1) }
    expect((await village.stranger().post('/api/sessions', shorter)).status).toBe(401)
  })
})

test('an error of our own tells whoever asked a sentence and a number, and nothing of how it came', async () => {
  const lines: string[] = []
  let isBroken = false
  const village = await openVillage({
    logged: (line) => lines.push(line),
    over: (database) =>
      new Proxy(database, {
        get(target, name) {
          if (name === 'snapshot' && isBroken) throw new TypeError('no such column: hiddenName')
          const value = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
  })
  isBroken = true
  const { status, body } = await village.stranger().get(`/api/places/${village.placeId}/ledger`)
  expect(status).toBe(500)
  expect(body.refused).toBe('unexpected')
  expect(JSON.stringify(body)).not.toMatch(/hiddenName|TypeError|\.ts/)
  expect(lines.join('')).toContain('no such column: hiddenName')
})
