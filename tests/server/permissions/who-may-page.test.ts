import { expect, test } from 'vitest'
import { COMMAND_PERMISSIONS, type PermittedCommand } from '../../../shared/permissions/commands.ts'
import { FIELD_PERMISSIONS, type PermittedField } from '../../../shared/permissions/fields.ts'
import { words as english } from '../../../shared/words/who-may.en.ts'
import { words as simplified } from '../../../shared/words/who-may.zh-Hans.ts'
import { words as traditional } from '../../../shared/words/who-may.zh-Hant.ts'
import { openVillage } from '../../support/villages/village.ts'

const LANGUAGES = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english }

test('everybody reads in three languages who may do and know what, without a script', async () => {
  const { placeId, stranger } = await openVillage({ withPages: true })
  const visitor = stranger()
  expect((await visitor.get(`/public/${placeId}`)).body).toContain(`/public/${placeId}/who`)
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const { status, body } = await visitor.get(`/public/${placeId}/who?language=${language}`)
    expect(status).toBe(200)
    expect(body).toContain(words.title)
    expect(body).not.toContain('<script')
    for (const name of Object.keys(COMMAND_PERMISSIONS))
      expect(body).toContain(words.commands[name as PermittedCommand])
    for (const name of Object.keys(FIELD_PERMISSIONS))
      expect(body).toContain(words.fields[name as PermittedField])
  }
})

test('a place that there is not has no such page', async () => {
  const { placeId, stranger } = await openVillage({ withPages: true })
  const nowhere = `${placeId.slice(0, -4)}0000`
  expect((await stranger().get(`/public/${nowhere}/who`)).status).toBe(404)
})
