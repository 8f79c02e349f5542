import type { RosterView } from '../../../shared/people/person.ts'
import { roster } from '../../../web/words/village/people.zh-Hans.ts'
import type { Screen } from './browser.ts'
import type { Client } from '../running/client.ts'

export interface RosterFile {
  readonly name: string
  readonly buffer: Buffer
}

/** The page's own reading of a list before anything is written: name, household and grid of each row. */
export async function chooseRoster({ page }: Screen, file: RosterFile): Promise<string[][]> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...file, mimeType: 'application/octet-stream' })
  const rows = page.getByRole('region', { name: roster.addMany }).locator('tr:not(.why)')
  await rows.first().waitFor()
  const read = await Promise.all((await rows.all()).map((row) => row.locator('td').allInnerTexts()))
  // What is said of the list as a whole is no row of it.
  return read.map(([, ...cells]) => cells).filter(({ length }) => length === 3)
}

/** Presses that the good rows come in. */
export async function bringRosterIn({ page }: Screen, count: number): Promise<void> {
  await page.getByRole('button', { name: roster.importGood(count) }).click()
  await page.getByText(roster.imported(count)).first().waitFor()
}

/** Everybody on the roster as it is recorded: name, household, grid. */
export async function rosterRows(client: Client): Promise<string[][]> {
  const { people, households, grids }: RosterView = await client.read(`/api/places/${client.placeId}/roster`)
  return people.map(({ name, householdId }) => {
    const home = households.find(({ id }) => id === householdId)
    return [name, home?.name ?? '', grids.find(({ id }) => id === home?.gridId)?.name ?? '']
  })
}
