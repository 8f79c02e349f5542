import path from 'node:path'
import { isMailAddress } from '../../shared/notices/mailbox.ts'
import { hostsOf } from '../storage/postgres/hosts.ts'
import { MAX_CONNECTIONS } from '../storage/postgres/postgres.ts'

/** How this instance runs; secrets stand apart so that the rest can be printed. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Where browsers reach it, such as https://talk.example.cn; null where the request tells. */
  readonly publicUrl: string | null
  readonly secureCookies: boolean
  readonly logLevel: LogLevel
  /** Addresses or CIDR ranges of proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Messages a second that one writer of minutes may send for longer; four times as many at once. */
  readonly writerPace: number
  /** Commands a minute that one phone without a log-in may send. */
  readonly guestPace: number
  /** For trying out: a receiver on this machine that gets what would go to the chat programs. */
  readonly robotReceiver: string | null
  /** Connections that this node may hold to PostgreSQL, beside the one on which it listens. */
  readonly maxConnections: number
}

export interface Secrets {
  readonly databaseUrl: string | null
  /** Straight to PostgreSQL, where `databaseUrl` leads to a pooler that carries no notifications. */
  readonly listenUrl: string | null
  /** Where reminders by mail are handed in; null for none. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Seals what opens something elsewhere; the first seals, the second opens what it sealed before. Null: a key beside the data. */
  readonly secretKeys: readonly [string, ...string[]] | null
  /** Asked for at set-up from other machines; made at random where it is not given. */
  readonly setupKey: string | null
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const DEFAULT_PORT = 3000
/** The fastest typists make ten messages a second, and as many of their caret. */
export const WRITER_PACE = 30
/** More than anybody types on a phone; what waited for a line comes in steps. */
export const GUEST_PACE = 60
const SECRET_KEY_SHORTEST = 32
const SETUP_KEY_SHORTEST = 16

/** Reads single variables and remembers everything that is wrong with them. */
class Environment {
  readonly problems: string[] = []
  readonly #env: NodeJS.ProcessEnv

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env
  }

  text(name: string): string | null {
    return this.#env[name]?.trim() || null
  }

  count(name: string, otherwise: number): number {
    const given = this.text(name)
    if (given === null) return otherwise
    const number = Number(given)
    if (Number.isInteger(number) && number > 0) return number
    this.problems.push(`${name} is a whole number above 0, not "${given}"`)
    return otherwise
  }

  port(name: string, otherwise: number): number {
    const given = this.text(name)
    if (given === null) return otherwise
    const number = Number(given)
    if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
    this.problems.push(`${name} is a whole number from 0 to 65535, not "${given}"`)
    return otherwise
  }

  address(name: string, protocols: RegExp, example: string): string | null {
    const given = this.text(name)
    if (given === null) return null
    if (URL.canParse(given) && protocols.test(new URL(given).protocol)) return given.replace(/\/+$/, '')
    this.problems.push(`${name} is an address such as ${example}`)
    return null
  }

  /** One PostgreSQL, or several hosts of which one takes writes. */
  database(name: string): string | null {
    const given = this.text(name)
    if (given === null) return null
    const isPostgres = (one: string): boolean =>
      URL.canParse(one) && /^postgres(ql)?:$/.test(new URL(one).protocol)
    if (hostsOf(given).every(isPostgres)) return given
    this.problems.push(`${name} is an address such as postgres://user:password@host,host/database`)
    return null
  }

  /** An address on this machine and nowhere else. */
  onThisMachine(name: string): string | null {
    const given = this.text(name)
    if (given === null) return null
    if (/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/?$/.test(given))
      return given.replace(/\/$/, '')
    this.problems.push(`${name} is an address on this machine such as http://127.0.0.1:9000`)
    return null
  }

  /** A mail server and who writes: both or neither. */
  mail(server: string, sender: string): { url: string; from: string } | null {
    const url = this.address(server, /^smtps?:$/, 'smtps://name:password@mail.example.cn:465')
    const from = this.text(sender)
    if (from !== null && !isMailAddress(from.replace(/^[^<>"\r\n]*<([^<>]*)>$/, '$1')))
      this.problems.push(`${sender} is an address such as 涼亭 <talk@example.cn>`)
    else if (this.text(server) !== null && from === null)
      this.problems.push(`${sender} is needed with ${server}: the address from which reminders come`)
    else if (from !== null && this.text(server) === null)
      this.problems.push(`${server} is needed with ${sender}: the mail server`)
    return url !== null && from !== null ? { url, from } : null
  }

  truth(name: string, otherwise: boolean): boolean {
    const given = this.text(name)
    if (given === null) return otherwise
    if (given === 'true' || given === 'false') return given === 'true'
    this.problems.push(`${name} is true or false, not "${given}"`)
    return otherwise
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice): Choice {
    const given = this.text(name)
    const choice = choices.find((one) => one === given)
    if (given !== null && !choice)
      this.problems.push(`${name} is one of ${choices.join(', ')}, not "${given}"`)
    return choice ?? otherwise
  }

  /** A key, and the one before it while what it sealed is sealed anew. */
  keys(name: string, before: string, shortest: number): [string, ...string[]] | null {
    const [key, earlier] = [this.secret(name, shortest), this.secret(before, shortest)]
    if (key === null && earlier !== null) this.problems.push(`${name} is needed with ${before}`)
    return key === null ? null : [key, ...(earlier === null ? [] : [earlier])]
  }

  secret(name: string, shortest: number): string | null {
    const given = this.text(name)
    if (given !== null && given.length < shortest)
      this.problems.push(`${name} has at least ${shortest} characters`)
    return given
  }
}

/**
 * Reads the whole configuration from environment variables.
 * @throws with one message that lists everything wrong at once
 */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config; secrets: Secrets } {
  const from = new Environment(env)
  const publicUrl = from.address('PUBLIC_URL', /^https?:$/, 'https://talk.example.cn')
  const config: Config = {
    host: from.text('HOST') ?? '0.0.0.0',
    port: from.port('PORT', DEFAULT_PORT),
    dataDir: path.resolve(from.text('DATA_DIR') ?? 'data'),
    publicUrl,
    secureCookies: from.truth('SECURE_COOKIES', publicUrl?.startsWith('https:') ?? false),
    logLevel: from.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    trustedProxies: from.text('TRUSTED_PROXIES')?.split(/[\s,]+/) ?? [],
    writerPace: from.count('WRITER_PACE', WRITER_PACE),
    guestPace: from.count('GUEST_PACE', GUEST_PACE),
    robotReceiver: from.onThisMachine('ROBOT_RECEIVER'),
    maxConnections: from.count('DATABASE_CONNECTIONS', MAX_CONNECTIONS),
  }
  const secrets: Secrets = {
    mail: from.mail('SMTP_URL', 'MAIL_FROM'),
    databaseUrl: from.database('DATABASE_URL'),
    listenUrl: from.database('DATABASE_LISTEN_URL'),
    secretKeys: from.keys('SECRET_KEY', 'SECRET_KEY_BEFORE', SECRET_KEY_SHORTEST),
    setupKey: from.secret('SETUP_KEY', SETUP_KEY_SHORTEST),
  }
  if (from.problems.length > 0)
    throw new Error(`This configuration cannot be used:\n- ${from.problems.join('\n- ')}`)
  return { config: Object.freeze(config), secrets: Object.freeze(secrets) }
}
