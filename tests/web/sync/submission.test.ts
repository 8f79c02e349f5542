import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask } from '../../../web/sync/ask.ts'
import { Submission } from '../../../web/sync/submission.svelte.ts'

interface Sent {
  readonly path: string
  readonly id: string | null
  readonly body: Record<string, unknown>
}
type Line = 'open' | 'cut' | 'answers get lost' | { readonly refused: string }

let sent: Sent[]
let line: Line
/** Told by path where it differs from the rest. */
let lines: Record<string, Line>

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

beforeEach(() => {
  sent = []
  line = 'open'
  lines = {}
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string, { headers, body }: RequestInit) => {
    const now = lines[path.split('/').at(-1)!] ?? line
    if (now === 'cut') throw new TypeError('the line is down')
    sent.push({
      path,
      id: new Headers(headers).get('Idempotency-Key'),
      body: JSON.parse((body as string | undefined) ?? '{}'),
    })
    if (now === 'answers get lost') throw new TypeError('the line is down')
    if (now === 'open') return json({ seq: sent.length })
    return json({ refused: now.refused, sentence: 'No.' }, 409)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Lets every try of a press pass. */
async function ended<Value>(press: Promise<Value>): Promise<Value> {
  await vi.advanceTimersByTimeAsync(60_000)
  return press
}
const idsSent = () => new Set(sent.map(({ id }) => id)).size

describe('a form at a place', () => {
  const remind = (form: Submission, said: string) => form.put('remind-owner', { commitmentId: 'c', said })

  test('sends what was typed with the place, and tells what was accepted', async () => {
    const form = new Submission(() => 'village')
    expect(await ended(remind(form, 'Please look'))).toEqual({ commitmentId: 'c', said: 'Please look' })
    expect(sent).toMatchObject([
      { path: '/api/commands/remind-owner', body: { placeId: 'village', said: 'Please look' } },
    ])
    expect([form.busy, form.isUnsent, form.refusal]).toEqual([false, false, undefined])
  })

  test('pressed twice sends once', async () => {
    const form = new Submission(() => 'village')
    const presses = [remind(form, 'Please look'), remind(form, 'Please look')]
    expect(form.busy).toBe(true)
    expect((await ended(Promise.all(presses))).filter(Boolean)).toHaveLength(1)
    expect(sent).toHaveLength(1)
  })

  test('says that nobody answered; the same words are then the same command, also after others', async () => {
    const form = new Submission(() => 'village')
    line = 'answers get lost'
    expect(await ended(remind(form, 'Please look'))).toBeNull()
    expect([form.busy, form.isUnsent]).toEqual([false, true])
    expect(idsSent()).toBe(1)
    await ended(remind(form, 'Please look today'))
    expect(idsSent()).toBe(2)
    line = 'open'
    expect(await ended(remind(form, 'Please look'))).not.toBeNull()
    expect(form.isUnsent).toBe(false)
    expect(idsSent()).toBe(2)
    expect(sent.at(-1)!.id).toBe(sent[0]!.id)
  })

  test('sends a new command where the same is said again after it was accepted', async () => {
    const form = new Submission(() => 'village')
    await ended(remind(form, 'Please look'))
    await ended(remind(form, 'Please look'))
    expect(idsSent()).toBe(2)
  })

  test('shows why it was refused until it is pressed again or left', async () => {
    const form = new Submission(() => 'village')
    line = { refused: 'not-allowed' }
    expect(await ended(remind(form, 'Please look'))).toBeNull()
    expect(form.refusal).toMatchObject({ refused: 'not-allowed', sentence: 'No.' })
    form.clear()
    expect(form.refusal).toBeUndefined()
    await ended(remind(form, 'Please look'))
    line = 'open'
    await ended(remind(form, 'Please look'))
    expect(form.refusal).toBeUndefined()
  })

  test('makes one new thing of one text, whatever id each try made up', async () => {
    const form = new Submission(() => 'village')
    let made = 0
    const draw = (name: string) => form.put('draw-grid', { gridId: `grid-${++made}`, name }, name)
    line = 'answers get lost'
    await ended(draw('East'))
    line = 'open'
    expect(await ended(draw('East'))).toEqual({ gridId: 'grid-1', name: 'East' })
    expect(idsSent()).toBe(1)
    expect(await ended(draw('East'))).toEqual({ gridId: 'grid-3', name: 'East' })
    expect(idsSent()).toBe(2)
  })

  test('leaves the sending to whoever knows more', async () => {
    const send = vi.fn(async () => ({ kind: 'told', value: { placeId: 'p', seq: 1, at: '' } }) as const)
    const form = new Submission(() => ({ send }))
    await ended(remind(form, 'Please look'))
    expect(send).toHaveBeenCalledWith(
      'remind-owner',
      { commitmentId: 'c', said: 'Please look' },
      expect.any(String),
    )
    expect(sent).toEqual([])
  })
})

describe('one press that gives several commands', () => {
  const readAndConfirm = (form: Submission) =>
    form.run(async (send) => {
      const read = await send('read-back-commitment', { commitmentId: 'c' })
      return read.kind === 'told' ? send('confirm-commitment', { commitmentId: 'c' }) : read
    })

  test('stops at the one that is refused', async () => {
    const form = new Submission(() => 'village')
    lines = { 'read-back-commitment': { refused: 'wrong-phase' } }
    expect(await ended(readAndConfirm(form))).toMatchObject({ kind: 'refused' })
    expect(sent.map(({ path }) => path)).toEqual(['/api/commands/read-back-commitment'])
  })

  test('made again goes on where it stopped: what was accepted is the same command', async () => {
    const form = new Submission(() => 'village')
    lines = { 'confirm-commitment': 'cut' }
    expect(await ended(readAndConfirm(form))).toMatchObject({ kind: 'unreachable' })
    expect(form.isUnsent).toBe(true)
    lines = {}
    expect(await ended(readAndConfirm(form))).toMatchObject({ kind: 'told' })
    const ids = sent.filter(({ path }) => path.endsWith('read-back-commitment')).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})

describe('an operation', () => {
  const makeCode = (form: Submission) => form.run(() => ask('POST', '/api/places/village/claim-code'))

  test('is asked for once by two presses, and its answer is handed on', async () => {
    const form = new Submission()
    const [first, second] = await ended(Promise.all([makeCode(form), makeCode(form)]))
    expect(first).toEqual({ kind: 'told', value: { seq: 1 } })
    expect(second).toBeNull()
  })

  test('ends like a command: refused, unsent, or accepted', async () => {
    const form = new Submission()
    line = { refused: 'not-allowed' }
    await ended(makeCode(form))
    expect([form.refusal?.refused, form.isUnsent]).toEqual(['not-allowed', false])
    line = 'cut'
    await ended(makeCode(form))
    expect([form.refusal, form.isUnsent]).toEqual([undefined, true])
    line = 'open'
    await ended(makeCode(form))
    expect([form.refusal, form.isUnsent, form.busy]).toEqual([undefined, false, false])
  })

  test('that breaks leaves the button ready for the next press', async () => {
    const form = new Submission()
    await expect(form.run(() => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
    expect(form.busy).toBe(false)
  })
})
