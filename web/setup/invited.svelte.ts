import { refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { isBlank } from '../../shared/kernel/text/text.ts'
import type { InvitationView } from '../../shared/people/log-in/invitation.ts'
import { loginRefusal } from '../../shared/people/log-in/login.ts'
import { ask, type Answer } from '../sync/ask.ts'
import { session } from '../sync/session.svelte.ts'

const STORED_AT = 'invitation'

/** In this tab alone, until it is used or over: whoever came by a link has no letters to type after a reload. */
function store(code: string): void {
  try {
    if (code) sessionStorage.setItem(STORED_AT, code)
    else sessionStorage.removeItem(STORED_AT)
  } catch {
    // A reload asks for the letters.
  }
}

function stored(): string {
  try {
    return sessionStorage.getItem(STORED_AT) ?? ''
  } catch {
    return ''
  }
}

export type InvitedField = 'code' | 'loginName' | 'password' | 'again'

/** Somebody with an invitation: the code first, then a log-in of their own. */
export class Invited {
  typed = $state<Record<InvitedField, string>>({ code: '', loginName: '', password: '', again: '' })
  wrong = $state.raw<Partial<Record<InvitedField, Refusal | 'differ'>>>({})
  refusal = $state.raw<Refusal | null>(null)
  view = $state.raw<InvitationView | null>(null)
  isPasswordShown = $state(false)
  isUnsent = $state(false)
  isSending = $state(false)

  /** With what the address brought, or with what was looked at here before. */
  async begin(code: string): Promise<void> {
    this.typed.code = code || stored()
    if (this.typed.code) await this.look()
  }

  async look(): Promise<void> {
    if (this.isSending) return
    this.wrong = isBlank(this.typed.code) ? { code: refuse('field-missing', 'code') } : {}
    if (this.wrong.code) return
    store(this.typed.code)
    const answer = await this.#hear(ask('POST', '/api/invitations/look', { code: this.typed.code }))
    if (answer.kind !== 'told') return
    this.view = answer.value
    this.typed.loginName ||= answer.value.loginName ?? answer.value.name
  }

  /** True once they are in. */
  async accept(): Promise<boolean> {
    if (this.isSending) return false
    const { code, loginName, password, again } = this.typed
    const refusal = loginRefusal({ loginName, password })
    this.wrong = refusal?.field ? { [refusal.field]: refusal } : {}
    if (!this.isPasswordShown && again !== password) this.wrong = { again: 'differ', ...this.wrong }
    if (Object.keys(this.wrong).length > 0) return false
    const answer = await this.#hear(ask('POST', '/api/invitations/accept', { code, loginName, password }))
    if (answer.kind === 'told') {
      store('')
      session.me = answer.value
    }
    return answer.kind === 'told'
  }

  /** Back to the code, where it was another one. */
  startAgain(): void {
    this.view = null
    this.wrong = {}
    this.refusal = null
    this.typed.code = ''
    store('')
  }

  async #hear<Value>(asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
    this.isSending = true
    const answer = await asked
    this.isSending = false
    this.isUnsent = answer.kind === 'unreachable'
    this.refusal = null
    if (answer.kind === 'refused') this.#tell(answer.refusal)
    return answer
  }

  #tell(refusal: Refusal): void {
    const field = (['code', 'loginName', 'password'] as const).find((one) => one === refusal.field)
    if (field === 'code' || refusal.refused === 'invitation-over') {
      this.view = null
      store('')
    }
    if (field) this.wrong = { [field]: refusal }
    else this.refusal = refusal
  }
}
