import { expect, test } from 'vitest'
import { readConfig } from '../../../server/app/config.ts'

test('an empty environment is a village that runs on this machine', () => {
  const { config, secrets } = readConfig({})
  expect(config).toMatchObject({ port: 3000, host: '0.0.0.0', publicUrl: null, secureCookies: false })
  expect(secrets).toEqual({
    databaseUrl: null,
    listenUrl: null,
    secretKeys: null,
    setupKey: null,
    mail: null,
  })
})

test('everything wrong is said at once', () => {
  const environment = {
    PORT: 'seven',
    PUBLIC_URL: 'talk.example.cn',
    DATABASE_URL: 'mysql://somewhere',
    LOG_LEVEL: 'loud',
    SECURE_COOKIES: 'perhaps',
    SETUP_KEY: 'fifteen-letters',
    ROBOT_RECEIVER: 'http://example.cn:9000',
    SMTP_URL: 'http://mail.example.cn',
    MAIL_FROM: 'talk@example.cn, other@example.cn',
  }
  for (const name of Object.keys(environment)) expect(() => readConfig(environment)).toThrow(name)
})

test('a public address with TLS makes cookies secure', () => {
  expect(readConfig({ PUBLIC_URL: 'https://talk.example.cn/' }).config).toMatchObject({
    publicUrl: 'https://talk.example.cn',
    secureCookies: true,
  })
})

test('a mail server and who writes come together', () => {
  const url = 'smtps://talk:secret@mail.example.cn:465'
  const from = '涼亭 <talk@example.cn>'
  expect(readConfig({ SMTP_URL: url, MAIL_FROM: from }).secrets.mail).toEqual({ url, from })
  expect(() => readConfig({ SMTP_URL: url })).toThrow(/MAIL_FROM is needed/)
  expect(() => readConfig({ MAIL_FROM: from })).toThrow(/SMTP_URL is needed/)
})
