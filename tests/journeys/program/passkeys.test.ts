import { describe, expect } from 'vitest'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { account } from '../../../web/words/village/places.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import { setUpVillage } from '../../support/hands/places-hands.ts'

const PASSWORD = '石桥村口的老槐树底下'

const look = async (screen: Screen, name: string): Promise<void> => {
  if (process.env['LOOK'])
    await screen.page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true })
}

/** A phone with a screen lock that says yes to whatever is asked. */
async function withScreenLock({ context, page }: Screen) {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' } as const
  const able = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, ...able },
  })
  return {
    sayNo: () =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }).then(() => {}),
    sayYes: () =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }).then(() => {}),
  }
}

describe('whoever runs a village logs in by the lock of their screen', () => {
  const hall = new Hall()
  let office: Screen
  let url = ''
  let lock: Awaited<ReturnType<typeof withScreenLock>>
  const press = (name: string) => office.page.getByRole('button', { name, exact: true }).first().click()

  const leave = async (): Promise<void> => {
    await press(desk.more)
    await press(desk.logOut)
    await office.page.getByRole('heading', { name: desk.logInTitle }).waitFor()
  }

  hall.step('周文 founds 石桥村 and adds a passkey on the page of the own log-in', async () => {
    const instance = await hall.openInstance()
    url = instance.url.replace('127.0.0.1', 'localhost')
    office = await hall.sit('周文', url, DESK)
    lock = await withScreenLock(office)
    await setUpVillage(office, instance.stranger(), {
      ...{ village: '石桥村', who: '周文', loginName: 'zhouwen', password: PASSWORD },
    })
    const page = await office.go('/desk/account')
    const section = page.getByRole('region', { name: account.passkeys })
    await section.getByLabel(account.oldPassword).fill('猜的一句话猜的')
    office.expect(/403 \(Forbidden\)/)
    await press(account.addPasskey)
    await sees(page, refusals.sentences['wrong-old-password'])
    await section.getByLabel(account.oldPassword).fill(PASSWORD)
    await press(account.addPasskey)
    await sees(page, account.passkeyAdded)
    await section.getByText(account.browser('chrome', 'computer')).waitFor()
    await look(office, 'passkeys-account')
  })

  hall.step('logs out, and comes in again without a name and without a password', async () => {
    await leave()
    const page = await office.go('/desk/login')
    await look(office, 'passkeys-login')
    await lock.sayNo()
    await press(desk.logInByPasskey)
    await page.getByRole('button', { name: desk.logInByPasskey, exact: true, disabled: false }).waitFor()
    expect(await page.getByRole('heading', { name: desk.logInTitle }).count()).toBe(1)
    await lock.sayYes()
    await press(desk.logInByPasskey)
    await page.getByRole('heading', { name: desk.tonight }).waitFor()
  })

  hall.step('removes it, and is told at the door that it opens nothing any more', async () => {
    const page = await office.go('/desk/account')
    await press(account.removePasskey)
    await sees(page, account.passkeyRemoved)
    await leave()
    await office.go('/desk/login')
    office.expect(/401 \(Unauthorized\)/)
    await press(desk.logInByPasskey)
    await sees(page, refusals.sentences['passkey-unknown'])
  })

  hall.step(
    'where browsers keep no passkeys, by its number, the page says so and the password does',
    async () => {
      const byNumber = await hall.sit('at the number', url.replace('localhost', '127.0.0.1'), DESK)
      const page = await byNumber.go('/desk/login')
      expect(await page.getByRole('button', { name: desk.logInByPasskey }).count()).toBe(0)
      await page.getByLabel(desk.loginName, { exact: true }).fill('zhouwen')
      await page.getByLabel(desk.password, { exact: true }).fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: desk.tonight }).waitFor()
      await byNumber.go('/desk/account')
      await sees(page, account.passkeysNotHere)
    },
  )
})
