import { expect, test } from 'vitest'
import { commands, operations, reads } from '../../../shared/api.ts'
import { openVillage } from '../../support/villages/village.ts'

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}

async function described() {
  const village = await openVillage()
  const { paths } = await village.stranger().read('/api/openapi.json')
  return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
}

test('the description tells of every request its name, what it answers and how it refuses', async () => {
  const all = await described()
  const ids = all.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(all.length)
  const untold = all.filter(
    ({ operationId, summary, responses }) =>
      !operationId ||
      !summary ||
      !Object.values(responses['200']?.content ?? {}).length ||
      !responses['4XX']?.content?.['application/json'] ||
      !responses['5XX']?.content?.['application/json'],
  )
  expect(untold.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

test('whatever is sent is a command or an operation that is declared, and whatever is declared is answered', async () => {
  const all = await described()
  const declared = [
    ...commands.map(({ name }) => `post /api/commands/${name}`),
    ...operations.map(({ method, path }) => `${method.toLowerCase()} ${path}`),
    ...reads.map(({ path }) => `get ${path}`),
    // Bytes of a picture instead of JSON.
    'post /api/places/:placeId/commitments/:commitmentId/photos/:photoId',
  ]
  const served = all.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
  expect(declared.filter((one) => !served.includes(one))).toEqual([])
  expect(served.filter((one) => !one.startsWith('get ') && !declared.includes(one))).toEqual([])
})
