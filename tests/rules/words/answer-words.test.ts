import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DONE_ANSWERS, SATISFIED_ANSWERS } from '../../../shared/ratings/rating.ts'
import { ledgerFile as fileEn } from '../../../shared/words/outgoing.en.ts'
import { ledgerFile as fileHans } from '../../../shared/words/outgoing.zh-Hans.ts'
import { ledgerFile as fileHant } from '../../../shared/words/outgoing.zh-Hant.ts'
import { general as publicEn } from '../../../shared/words/public.en.ts'
import { general as publicHans } from '../../../shared/words/public.zh-Hans.ts'
import { general as publicHant } from '../../../shared/words/public.zh-Hant.ts'
import { acts as actsEn } from '../../../web/words/ledger/acts.en.ts'
import { acts as actsHans } from '../../../web/words/ledger/acts.zh-Hans.ts'
import { acts as actsHant } from '../../../web/words/ledger/acts.zh-Hant.ts'
import { plan as planEn } from '../../../web/words/desk/home.en.ts'
import { plan as planHans } from '../../../web/words/desk/home.zh-Hans.ts'
import { plan as planHant } from '../../../web/words/desk/home.zh-Hant.ts'
import { hands as handsEn } from '../../../web/words/phone/villagers.en.ts'
import { hands as handsHans } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { hands as handsHant } from '../../../web/words/phone/villagers.zh-Hant.ts'
import { words as mineEn } from '../../../web/words/box/mine.en.ts'
import { words as mineHans } from '../../../web/words/box/mine.zh-Hans.ts'
import { words as mineHant } from '../../../web/words/box/mine.zh-Hant.ts'
import { story as storyEn } from '../../../web/words/ledger/parts.en.ts'
import { story as storyHans } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { story as storyHant } from '../../../web/words/ledger/parts.zh-Hant.ts'
import { words as wallEn } from '../../../web/words/wall/wall.en.ts'
import { words as wallHans } from '../../../web/words/wall/wall.zh-Hans.ts'
import { words as wallHant } from '../../../web/words/wall/wall.zh-Hant.ts'

const LANGUAGES = {
  'zh-Hans': {
    ...{ file: fileHans, sheet: publicHans, acts: actsHans, hands: handsHans, plan: planHans },
    ...{ mine: mineHans, story: storyHans, wall: wallHans },
    done: ['办成了', '办成了一部分', '没办成'],
    satisfied: ['满意', '还可以', '不满意'],
  },
  'zh-Hant': {
    ...{ file: fileHant, sheet: publicHant, acts: actsHant, hands: handsHant, plan: planHant },
    ...{ mine: mineHant, story: storyHant, wall: wallHant },
    done: ['辦成了', '辦成了一部分', '沒辦成'],
    satisfied: ['滿意', '還可以', '不滿意'],
  },
  en: {
    ...{ file: fileEn, sheet: publicEn, acts: actsEn, hands: handsEn, plan: planEn },
    ...{ mine: mineEn, story: storyEn, wall: wallEn },
    done: ['done', 'partly done', 'not done'],
    satisfied: ['satisfied', 'acceptable', 'not satisfied'],
  },
}
const COUNTS = { done: { done: 5, partly: 2, not: 1 }, satisfied: { satisfied: 4, acceptable: 3, not: 1 } }

describe.each(Object.entries(LANGUAGES))('one answer has one name on every surface, in %s', (_, words) => {
  const { file, sheet, acts, hands, mine, story, wall } = words

  it('whether it was done', () => {
    for (const [at, answer] of DONE_ANSWERS.entries()) {
      const names = [file.doneAnswer[answer], acts.doneAnswer(answer), hands.done[answer]]
      const all = [...names, mine.done[answer], wall.done(answer)]
      for (const name of all) expect(name.toLowerCase()).toBe(words.done[at])
    }
  })

  it('how satisfied somebody is', () => {
    for (const [at, answer] of SATISFIED_ANSWERS.entries()) {
      const names = [file.satisfied[answer], acts.satisfiedAnswer(answer), hands.satisfied[answer]]
      const all = [...names, mine.satisfied[answer], wall.satisfied(answer)]
      for (const name of all) expect(name.toLowerCase()).toBe(words.satisfied[at])
    }
  })

  it('in the plan of the next evening, as whoever asked judged it', () => {
    for (const [at, done] of DONE_ANSWERS.entries())
      for (const [nth, satisfied] of SATISFIED_ANSWERS.entries()) {
        const judged = { kind: 'judged', done, satisfied, photos: 0 } as const
        const said = words.plan.reason(judged, null, (on) => on)
        expect(said).toMatch(new RegExp(`${words.done[at]}[，,] ?${words.satisfied[nth]}`, 'u'))
      }
  })

  it('counted together in the story, the minutes and on the public sheet', () => {
    const tellers = ['孙丽', '周文'] as const
    const minutes = hands.inMinutes('换灯', { ...COUNTS, tellers } as never)
    for (const sentence of [minutes, sheet.handsFor(COUNTS)])
      for (const [at, name] of words.done.entries())
        expect(sentence.toLowerCase()).toContain(`${name} ${[5, 2, 1][at]}`)
    for (const sentence of [minutes, sheet.handsFor(COUNTS), story.totals(COUNTS.satisfied)])
      for (const [at, name] of words.satisfied.entries())
        expect(sentence.toLowerCase()).toContain(`${name} ${[4, 3, 1][at]}`)
  })
})

/** Older names of the same answers and of what is settled; 销号时间 is the heading that ledgers have. */
const OLDER_NAMES = /基本[满滿]意|[销銷][号號](?!时间|時間)|[办辦]了[没沒]有|[办辦]结销|[Cc]losed out/u

it('no older name of an answer is left in any sentence', () => {
  const files = ['shared/words', 'web/words'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(60)
  const left = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => OLDER_NAMES.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(left).toEqual([])
})
