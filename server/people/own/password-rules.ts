import { createRequire } from 'node:module'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { loginRefusal, type NewLogin } from '../../../shared/people/log-in/login.ts'

interface Dictionaries {
  readonly dictionary: { readonly 'passwords-common': readonly string[] }
}

// Unpacked it is some megabytes: read when somebody chooses a password, and let go again.
const commonest = (): readonly string[] =>
  (createRequire(import.meta.url)('@zxcvbn-ts/language-common') as Dictionaries).dictionary[
    'passwords-common'
  ]

const isWellKnown = (password: string): boolean =>
  commonest().includes(password.normalize('NFKC').trim().toLowerCase())

/** Why nobody may choose this log-in; `names` are what everybody knows of them: their own and their place's. */
export const newLoginRefusal = (login: NewLogin, names: readonly string[]): Refusal | undefined =>
  loginRefusal(login, names) ??
  (isWellKnown(login.password) ? refuse('password-common', 'password') : undefined)
