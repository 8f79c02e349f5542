import type { CommandBody, CommandName } from '../../shared/api.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from './ask.ts'
import { newId } from './id.ts'
import { pauseMs } from './pause.ts'
import { sendOnce } from './send.ts'
import { memoryStore, openOutboxStore, type OutboxStore, type Unsent } from './outbox-store.ts'

interface Ways {
  readonly send: typeof sendOnce
  readonly open: () => Promise<OutboxStore>
}

/** Words that the server has not acknowledged: written down here first, then sent one after the other. */
export class Outbox {
  unsent = $state.raw<readonly Unsent[]>([])
  /** False while some unsent words would be gone with the page. */
  isDurable = $state(true)
  /** The last try found nobody. */
  isCutOff = $state(false)
  onReceipt: (sent: Unsent, receipt: Receipt) => void = () => {}
  /** Says whether there is a session again. */
  onNoSession: () => Promise<boolean> = async () => false

  private ways: Ways
  private store: OutboxStore = memoryStore()
  /** On their way to this browser's disk for the first time: not sent before. */
  private writing = new Set<string>()
  /** Could not be written down here, and so are sent from memory. */
  private unkept = new Set<string>()
  private lastOrder = 0
  private isSending = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(ways: Partial<Ways> = {}) {
    this.ways = { send: sendOnce, open: openOutboxStore, ...ways }
  }

  /** Takes up what an earlier visit left unsent. */
  async start(): Promise<void> {
    const store = await this.ways.open()
    const kept = await store.all().catch(() => [])
    this.store = store
    // Each page that sends begins; what is in hand already is not taken up twice.
    const inHand = this.unsent
    const left = kept.filter((one) => !this.has(one))
    this.unsent = [...left, ...inHand]
    this.judge()
    // Said before the store was open.
    for (const one of inHand) void this.write(one)
    addEventListener('online', this.wake)
    document.addEventListener('visibilitychange', this.wake)
    this.wake()
  }

  async add<Name extends CommandName>(
    name: Name,
    body: CommandBody<Name>,
    commandId = newId(),
  ): Promise<void> {
    this.lastOrder = Math.max(Date.now(), this.lastOrder + 1)
    const unsent: Unsent = { commandId, name, body, tries: 0, refusal: null, order: this.lastOrder }
    this.unsent = [...this.unsent, unsent]
    const isHeldUp = this.unkept.size > 0
    this.writing.add(commandId)
    const writing = this.write(unsent)
    // A store that did not answer for the last words is not waited for again.
    if (!isHeldUp) await writing
    this.writing.delete(commandId)
    this.wake()
  }

  /** Takes back words that were never acknowledged. */
  async discard(commandId: string): Promise<void> {
    this.unsent = this.unsent.filter((one) => one.commandId !== commandId)
    this.unkept.delete(commandId)
    this.judge()
    await this.store.remove(commandId).catch(() => {})
  }

  /** Tries again now instead of at the next try. */
  wake = (): void => {
    clearTimeout(this.timer)
    if (!this.isSending) void this.sendAll()
  }

  private async sendAll(): Promise<void> {
    this.isSending = true
    let next: Unsent | undefined
    while ((next = this.unsent.find((one) => !one.refusal)))
      if (this.writing.has(next.commandId) || !(await this.sendNext(next))) break
    this.isSending = false
    if (next) this.timer = setTimeout(this.wake, pauseMs(next.tries))
  }

  /** False: later, in the same order. */
  private async sendNext(unsent: Unsent): Promise<boolean> {
    const answer = await this.ways.send(unsent.name, unsent.body, unsent.commandId)
    this.isCutOff = answer.kind === 'unreachable'
    if (answer.kind === 'refused' && !isSettled(unsent, answer)) return this.refused(unsent, answer.refusal)
    if (this.isCutOff) return this.again(unsent)
    if (answer.kind === 'told') this.onReceipt(unsent, answer.value)
    void this.discard(unsent.commandId)
    return true
  }

  private async refused(unsent: Unsent, refusal: NonNullable<Unsent['refusal']>): Promise<boolean> {
    const isShut = refusal.refused === 'not-logged-in'
    if (isShut && (await this.onNoSession())) return true
    if (isShut || refusal.refused === 'too-often') return this.again(unsent)
    return this.keep({ ...unsent, refusal }, true)
  }

  private again(unsent: Unsent): Promise<boolean> {
    return this.keep({ ...unsent, tries: unsent.tries + 1 }, false)
  }

  private async keep(changed: Unsent, goOn: boolean): Promise<boolean> {
    // Somebody may have taken it back while it was on its way.
    if (!this.has(changed)) return goOn
    this.unsent = this.unsent.map((one) => (one.commandId === changed.commandId ? changed : one))
    void this.write(changed)
    return goOn
  }

  private async write(unsent: Unsent): Promise<void> {
    const { commandId } = unsent
    try {
      await this.store.put(unsent)
      this.unkept.delete(commandId)
    } catch {
      if (this.has(unsent)) this.unkept.add(commandId)
    }
    this.judge()
  }

  private has({ commandId }: Unsent): boolean {
    return this.unsent.some((one) => one.commandId === commandId)
  }

  private judge(): void {
    this.isDurable = this.store.isDurable && this.unkept.size === 0
  }
}

// After a lost answer and a new session the server knows the thing but no longer the command.
const isSettled = (unsent: Unsent, answer: Answer<Receipt> & { kind: 'refused' }): boolean =>
  unsent.tries > 0 && answer.refusal.refused === 'already-exists'

export const outbox = new Outbox()
