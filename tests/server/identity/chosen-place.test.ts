import { expect, test } from 'vitest'
import { setUpRegion } from '../../support/villages/region.ts'
import { openInstance } from '../../support/villages/village.ts'

test.each(['desk', 'ledger'])(
  'the %s stands there at the place that was chosen last on this browser, else at the highest',
  async (page) => {
    const instance = await openInstance({ withPages: true })
    const { founder, places } = await setUpRegion(instance, {
      ...{ kind: 'township', name: '青石镇', below: ['石门村', '上河村'] },
    })
    const key = `${page}-place`
    const toldAt = async (chosen?: string): Promise<unknown> => {
      const cookie = [founder.cookie, chosen && `${key}=${chosen}`].filter(Boolean).join('; ')
      const html = await (await fetch(`${instance.url}/${page}`, { headers: { cookie } })).text()
      const [, told = '{}'] = /id="preloaded">(.*?)<\/script>/s.exec(html) ?? []
      return JSON.parse(told).answers[key]
    }
    expect(await toldAt()).toBe(places['青石镇'])
    expect(await toldAt(places['上河村'])).toBe(places['上河村'])
    expect(await toldAt('of-somebody-else')).toBe(places['青石镇'])
  },
)
