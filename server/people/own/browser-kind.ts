import { BROWSERS, DEVICES, type OwnSession } from '../../../shared/people/log-in/session.ts'

const NAMED_BY: readonly (readonly [OwnSession['browser'], RegExp])[] = [
  ['wechat', /MicroMessenger/],
  ['edge', /Edg/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
]

/** Which browser on what; nothing else of what it tells is kept. */
export function browserOf(userAgent = ''): string {
  const browser = NAMED_BY.find(([, name]) => name.test(userAgent))?.[0] ?? 'other'
  return `${browser}/${/Mobi|Android|iPhone|iPad/.test(userAgent) ? 'phone' : 'computer'}`
}

/** What was written down of it, as its owner reads it. */
export function browserKindOf(written: string | null): Pick<OwnSession, 'browser' | 'device'> {
  const [browser, device] = (written ?? '').split('/')
  return {
    browser: BROWSERS.find((one) => one === browser) ?? 'other',
    device: DEVICES.find((one) => one === device) ?? 'computer',
  }
}
