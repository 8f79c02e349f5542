import { mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { Comments } from '../../../web/comments/comments.svelte.ts'
import type { MeetingStore } from '../../../web/meetings/room.svelte.ts'
import { open } from '../../../web/phone/matters/hand.ts'
import Mine from '../../../web/phone/evening/Mine.svelte'
import { locale } from '../../../web/words/messages.svelte.ts'
import { phoneWords } from '../../../web/words/opened.ts'
import { aComment, aConcern, anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'

const said = aComment('c1', '东头的路灯坏了', { authorId: 'me' })
const promise = aPromise('p1', {
  ...{ state: 'open', concernId: 'n1', owner: '王建国', measure: '换灯泡', dueOn: '2026-12-10' },
  confirmedAt: said.postedAt,
})

let page: ReturnType<typeof mount> | undefined
afterEach(async () => {
  if (page) await unmount(page)
  document.body.innerHTML = ''
})

async function own(changed: Partial<Concern>, commitments = [promise]): Promise<HTMLElement> {
  locale.now = 'zh-Hans'
  await phoneWords.load()
  const { OwnMatter } = await open()
  const concerns = [aConcern('n1', said.text, { no: 3, commentId: 'c1', ...changed })]
  const { meeting } = anEvening()
  const room = { concerns, commitments, meeting, seat: { placeId: PLACE }, today: '2026-11-22' }
  const comments = { mine: [said], unsent: [] }
  const props = {
    room: room as unknown as MeetingStore,
    comments: comments as unknown as Comments,
    OwnMatter,
  }
  page = mount(Mine, { target: document.body, props })
  return document.body
}

test('a sentence on the wall that was promised says so on the phone that said it, and leads to its matter', async () => {
  const { textContent } = await own({ state: 'promised', settledAs: 'promised' })
  expect(textContent).not.toContain('已经上墙')
  expect(textContent).toContain('记成了 3 号事有人答应了。')
  expect(textContent).toMatch(/王建国答应：\s*换灯泡/)
  expect(document.querySelector('a')?.getAttribute('href')).toBe(`/mine/${PLACE}/n1`)
})

test('one that was answered on the spot has its answer beside it', async () => {
  const answered = await own({ state: 'answered', settledAs: 'answered', outcome: '明天就换' }, [])
  expect(answered.textContent).toMatch(/当场答了。\s*明天就换/)
})

test('one that was put together with another says so', async () => {
  expect((await own({ state: 'merged' }, [])).textContent).toContain('跟说同一件事的并到一起了')
})
