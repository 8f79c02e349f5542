import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PersonId } from '../../../shared/kernel/id.ts'
import type { AppContext } from '../../app/feature.ts'
import { instanceSecret } from '../../storage/secret.ts'

const COOKIE = 'liangting-browser'
/** Browsers keep no cookie for longer. */
const MAX_AGE_S = 400 * 24 * 60 * 60
const NAME_BYTES = 16
/** A laptop of the place is used by several. */
const MAX_OWNERS = 6

type Context = Pick<AppContext, 'database' | 'newToken' | 'sessionCookie'>

interface Browser {
  readonly name: string
  /** One for each person who logged in here, the latest first; nobody else can make them. */
  readonly marks: readonly string[]
}

/** Under the plain name too, where it was kept before: nobody can make a mark. */
const keptBy = ({ sessionCookie }: Pick<Context, 'sessionCookie'>, { cookies }: FastifyRequest) =>
  cookies[sessionCookie.nameOf(COOKIE)] ?? cookies[COOKIE]

function browserOf(context: Context, request: FastifyRequest): Browser | null {
  const [name, ...marks] = (keptBy(context, request) ?? '').split('.')
  return name ? { name, marks: marks.slice(0, MAX_OWNERS) } : null
}

const secretOf = ({ database }: Context): Promise<string> =>
  database.write((work) => instanceSecret(work, 'known-browsers'))

const markOf = (secret: string, name: string, personId: PersonId): string =>
  createHmac('sha256', secret).update(`${name}/${personId}`).digest('base64url')

export const hasBrowserMark = (context: Context, request: FastifyRequest): boolean =>
  keptBy(context, request) !== undefined

/** The name of this browser where that person logged in with it before; it opens nothing. */
export async function knownBrowser(
  context: Context,
  request: FastifyRequest,
  personId: PersonId | null,
): Promise<string | null> {
  const browser = browserOf(context, request)
  if (!browser || personId === null) return null
  const mark = markOf(await secretOf(context), browser.name, personId)
  return browser.marks.includes(mark) ? browser.name : null
}

/** Lets this browser be known when the same person logs in with it again. */
export async function rememberBrowser(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  personId: PersonId,
): Promise<void> {
  const { name, marks } = browserOf(context, request) ?? { name: context.newToken(NAME_BYTES), marks: [] }
  const mark = markOf(await secretOf(context), name, personId)
  const owners = [mark, ...marks.filter((one) => one !== mark)].slice(0, MAX_OWNERS)
  context.sessionCookie.keep(reply, COOKIE, [name, ...owners].join('.'), MAX_AGE_S)
}
