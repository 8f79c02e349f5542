import type { Page } from 'playwright-core'
import type { Stage } from '../villages/stage.ts'
import { DESK, PHONE, WALL, type View } from '../hands/browser.ts'

export interface Surface {
  readonly address: string
  readonly cookie: string | null
  readonly view: View
}

/** Every screen and page on which somebody reads what others wrote. */
export function surfacesOf({
  village,
  evening,
  facilitator,
  township,
  phone,
  signedMeeting,
}: Stage): readonly Surface[] {
  const { placeId, townshipId } = village
  const { meetingId, code } = evening
  const at = (view: View, cookie: string | null, ...addresses: string[]): Surface[] =>
    addresses.map((address) => ({ address, cookie, view }))
  const desk = [
    '',
    '/plan',
    '/people',
    '/places',
    '/visits',
    '/catalogue',
    '/partners',
    '/days',
    '/robots',
    '/account',
  ]
  return [
    ...at(DESK, facilitator.cookie, `/desk/meeting/${meetingId}`, ...desk.map((one) => `/desk${one}`)),
    ...at(DESK, facilitator.cookie, `/ledger?place=${placeId}`, `/wall/${meetingId}`),
    ...at(DESK, township.cookie, `/ledger?place=${townshipId}`, '/desk/places'),
    ...at(WALL, phone.cookie, `/wall/${meetingId}`),
    ...at(PHONE, phone.cookie, `/p/${code}`, `/say/${placeId}`, `/mine/${placeId}`),
    ...at(
      PHONE,
      phone.cookie,
      `/plain/${placeId}/${meetingId}`,
      `/mine/${placeId}/plain`,
      `/say/${placeId}/plain`,
    ),
    ...at(
      PHONE,
      null,
      `/public/${placeId}`,
      `/public/${placeId}/month/2026-11`,
      `/public/${placeId}/catalogue`,
    ),
    ...at(
      PHONE,
      null,
      `/public/${placeId}/minutes/${signedMeeting}`,
      `/public/${placeId}/who`,
      `/public/${placeId}/box`,
    ),
    ...at(PHONE, null, `/public/${townshipId}`, `/ledger?place=${placeId}`),
  ]
}

/** Those on which an evening is heard while it is on. */
export const openSurfacesOf = (stage: Stage): readonly Surface[] =>
  surfacesOf(stage).filter(({ address }) => /^\/(desk\/meeting|wall|p|plain)\//.test(address))

/** Whatever ran is counted, and whatever the policy of the page kept from running. */
export function listenFor(): void {
  const seen: string[] = []
  Object.assign(globalThis, { seen, h: (n: number) => seen.push(`ran ${n}`) })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    seen.push(`reported ${violatedDirective} ${blockedURI} ${sample}`),
  )
}

/** What was seen, and elements that would run something once they are touched. */
export const foundOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: string[] }
    const armed = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => {
          if (/^on/i.test(name)) return /\bh\(/.test(value)
          const isAddress = /^(href|src|action|formaction|srcdoc|data|xlink:href)$/i.test(name)
          return isAddress && /^[\s\u0000-\u001f]*(javascript|vbscript):|\bh\(\d/i.test(value)
        })
        .map(({ name, value }) => `armed ${element.tagName} ${name}=${value}`),
    )
    const strange = document.querySelectorAll(
      'math, base, iframe, script:not([src], [type="application/json"])',
    )
    return [
      ...seen,
      ...armed,
      ...[...strange]
        .filter(({ textContent }) => /\bh\(\d/.test(textContent))
        .map(({ tagName }) => `made ${tagName}`),
      ...(document.querySelector('base, math, iframe') ? ['made an element of a text'] : []),
    ]
  })
