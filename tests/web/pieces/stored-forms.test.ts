import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushSync } from 'svelte'
import { describe, expect, test, vi } from 'vitest'
import {
  find,
  open,
  openEvening,
  press,
  sees,
  somebody,
  usesDesk,
  write,
} from '../../support/records/desk.ts'
import { aComment, aConcern, anEvening } from '../../support/villages/evening.ts'

const web = join(import.meta.dirname, '../../../web')
const components = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(web, path), 'utf8') }))

/** Fields in which somebody writes; choices, files and secrets aside. */
function fieldsIn(text: string): number {
  const typed = [...text.matchAll(/<(?:input|Field|LineField|WhoField|textarea)\b[^<]*/g)]
  const isChoice = /type="(?:radio|checkbox|file|password|search|submit|button)"/
  return typed.filter(([tag]) => !isChoice.test(tag)).length
}

/** A whole sentence or more is written there. */
const isLong = (text: string): boolean =>
  /<textarea|<Field\b[^<]*\brows=|maxlength=\{MAX_AGENDA_TITLE_LENGTH\}/.test(text)

/** Forms of more than one field, and why a reload may empty them or who else keeps what they hold. */
const KEPT_OTHERWISE: Readonly<Record<string, string>> = {
  'box/put-in/PutIn.svelte': 'web/box/put-in/draft.svelte.ts',
  'phone/evening/Say.svelte': 'web/comments/draft.svelte.ts',
  'agenda/PlanFields.svelte': 'web/agenda/next-plan.svelte.ts',
  'visits/VisitForm.svelte': 'the visit’s own draft, which outlives the browser',
  'desk/Login.svelte': 'a password',
  'people/roster/GiveLogin.svelte': 'a password',
  'setup/SampleKey.svelte': 'a key',
  'notices/RobotForm.svelte': 'an address that is the key to its group',
  'commitments/CoOwners.svelte': 'part of PromiseForm',
  'meetings/AgendaEditor.svelte': 'part of PlanForm and AgendaPart',
  'setup/Invited.svelte': 'a password',
  'ledger/matter/acts/ActForm.svelte': 'web/ledger/matter/acts/act-runner.svelte.ts',
  'wall/lines/Slip.svelte': 'part of Line',
  'phone/Door.svelte': 'a code and a name, which the door remembers',
  'people/WhoField.svelte': 'a piece',
  'ui/forms/Field.svelte': 'a piece',
  'dev/Forms.svelte': 'pieces in every state, for nobody to fill in',
}

describe('nothing typed is lost by a reload', () => {
  test('every form of more than one field, or of more than a sentence, keeps what it holds', () => {
    const lossy = components
      // A page without scripts has no store: the server puts what it refused back into its field.
      .filter(({ path }) => !path.startsWith('plain/'))
      .filter(({ text }) => fieldsIn(text) > 1 || isLong(text))
      .filter(({ path, text }) => !text.includes('storedForm(') && !KEPT_OTHERWISE[path])
    expect(lossy.map(({ path }) => path)).toEqual([])
  })

  test('every form that keeps what it holds also forgets it once that was sent or left', () => {
    const hoarding = components
      .filter(({ text }) => text.includes('storedForm('))
      .filter(({ text }) => !text.includes('.forget()') && !text.includes('untilClosed: true'))
    expect(hoarding.map(({ path }) => path)).toEqual([])
  })

  test('the rule sees the forms that it is about', () => {
    const seen = components.filter(({ text }) => fieldsIn(text) > 1).map(({ path }) => path)
    expect(seen).toEqual(
      expect.arrayContaining(['desk/home/SayFor.svelte', 'commitments/PromiseForm.svelte']),
    )
    expect(fieldsIn('<input bind:value={a} /><Field label="b" />')).toBe(2)
    expect(fieldsIn('<input type="radio" /><input type="file" />')).toBe(0)
  })
})

describe('on the desk of an evening', () => {
  usesDesk()

  /** A page that is loaded anew is not taken down piece by piece: nothing of it is told that it closes. */
  async function reloading(again: () => Promise<unknown>): Promise<void> {
    const kept = vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {})
    await again()
    kept.mockRestore()
  }
  const fields = () => [...document.querySelectorAll<HTMLInputElement>('.strip input')]

  test('a half-written promise stands there again, with whom, how and when', async () => {
    const lamp = aConcern('m1', '路灯不亮', { no: 47, state: 'recorded' })
    await openEvening({ concerns: [lamp] })
    await sees('路灯不亮')
    press('p')
    const [who, how, day] = fields()
    write(who!, '王建国')
    write(how!, '换三盏路灯')
    write(day!, '12月10日')
    await reloading(() => openEvening({ concerns: [lamp] }))
    await vi.waitFor(() => expect(fields()).toHaveLength(3))
    expect(fields().map(({ value }) => value)).toEqual(['王建国', '换三盏路灯', '12月10日'])
  })

  test('a strip that was left is not there again', async () => {
    const lamp = aConcern('m1', '路灯不亮', { no: 47, state: 'recorded' })
    await openEvening({ concerns: [lamp] })
    await sees('路灯不亮')
    press('a')
    write(fields()[0]!, '今晚就去看')
    press('Escape')
    await reloading(() => openEvening({ concerns: [lamp] }))
    await sees('路灯不亮')
    expect(document.querySelector('.strip')).toBeNull()
    press('a')
    expect(fields()[0]!.value).toBe('')
  })

  test('what is typed for somebody else stays until it is put in', async () => {
    const lamp = aComment('c1', '路灯从开春就不亮。', { state: 'held', shownSeq: 0 })
    const name = () => find<HTMLInputElement>('[aria-label="谁说的"]')
    const words = () => find<HTMLInputElement>('[aria-label="说了什么"]')
    await openEvening({ comments: [lamp] })
    await sees('替别人打')
    write(name(), '周伯')
    write(words(), '水管漏了')
    await reloading(() => openEvening({ comments: [lamp] }))
    await sees('替别人打')
    expect([name().value, words().value]).toEqual(['周伯', '水管漏了'])
    words().form!.requestSubmit()
    flushSync()
    await vi.waitFor(() => expect(name().value).toBe(''))
    await reloading(() => openEvening({ comments: [lamp] }))
    await sees('替别人打')
    expect(words().value).toBe('')
  })

  test('a half-typed item of a plan drawn up from what waits stands there again', async () => {
    const usual = { beginsAt: null, venue: null }
    const known = {
      asOf: 10,
      today: '2026-11-22',
      last: null,
      usual,
      isAnythingPromised: false,
      notYetDue: { count: 0, firstOn: null },
    }
    const waiting = { ...known, waiting: [] }
    const openPlan = () =>
      open('/desk/plan', somebody('facilitator'), { 'GET /api/places/.*/agenda/waiting': waiting })
    const item = () => find<HTMLInputElement>('.add input')
    await openPlan()
    await sees('排下一场')
    write(item(), '村口的水沟什么时')
    await reloading(openPlan)
    await vi.waitFor(() => expect(item().value).toBe('村口的水沟什么时'))
    press('Enter', {}, item())
    await sees('村口的水沟什么时')
    await reloading(openPlan)
    await sees('村口的水沟什么时')
    expect(item().value).toBe('')
  })

  test('a half-typed item of an evening’s agenda stands there again', async () => {
    const item = () => find<HTMLInputElement>('.new input')
    const planned = { meeting: anEvening({}, { phase: 'planned', code: null, openedAt: null }).meeting }
    await openEvening(planned)
    await sees('要说的事')
    write(item(), '广场音响几点')
    await reloading(() => openEvening(planned))
    await vi.waitFor(() => expect(item().value).toBe('广场音响几点'))
  })

  test('a plan keeps its title and its matters', async () => {
    await open('/desk', somebody('facilitator'))
    await sees('排一场会')
    const title = () => find<HTMLInputElement>('.plan form .line input')
    write(title(), '腊月夜话')
    await reloading(() => open('/desk', somebody('facilitator')))
    await vi.waitFor(() => expect(title().value).toBe('腊月夜话'))
  })
})
