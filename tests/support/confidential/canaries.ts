/** Those who ask, by what they are here. */
export const VIEWERS = [
  ...(['facilitator', 'recorder', 'cadre', 'supervision', 'township'] as const),
  ...(['author', 'raiser', 'neighbour', 'wall', 'stranger'] as const),
] as const
export type Viewer = (typeof VIEWERS)[number]

interface Kind {
  /** All of them are told each of its canaries, and nobody else any. */
  readonly read: readonly Viewer[]
  /** Some are told it at some moment and some not: nobody but these. */
  readonly may?: readonly Viewer[]
  /** It may lie in the database. */
  readonly isKept: boolean
}

const KEEPS = ['facilitator', 'recorder'] as const
const STAFF = [...KEEPS, 'cadre', 'supervision', 'township'] as const
const HALL = [...STAFF, 'author', 'raiser', 'neighbour', 'wall'] as const
const kept = (...read: readonly Viewer[]): Kind => ({ read, isKept: true })
const nowhere: Kind = { read: [], isKept: false }

/** What is put in, and who reads it: domain and permission table in one line for each way in. */
export const KINDS = {
  'shown words': kept(...HALL),
  'name beside shown words': kept(...HALL),
  'shown words without a name': kept(...HALL),
  'name hidden beside shown words': kept(...KEEPS, 'author'),
  'words that wait': kept(...STAFF, 'author'),
  'hidden name of words that wait': kept(...KEEPS, 'author'),
  'words taken off the wall': kept(...KEEPS, 'supervision', 'author'),
  'why words were put away': kept(...STAFF, 'author'),
  'words that were taken back': nowhere,
  'name of words that were taken back': nowhere,
  'words by the form without scripts': kept(...STAFF, 'author'),
  'box words that nobody recorded': kept(...STAFF, 'raiser'),
  'name in the box': kept(...KEEPS, 'raiser'),
  'box words that were taken back': nowhere,
  'matter that was recorded': kept(...VIEWERS),
  'hidden name of a matter': kept(...KEEPS, 'raiser'),
  'word of a judgement': kept(...KEEPS, 'raiser'),
  'note of a visit': kept('cadre', 'facilitator'),
  'person of the roster': kept(...KEEPS, 'township'),
  'row of an old ledger': kept(...VIEWERS.filter((one) => one !== 'wall')),
  'line of the minutes': { read: [...KEEPS], may: [...HALL], isKept: true },
  'name at the door': { read: [], isKept: true },
  'name of a saved view': kept('facilitator'),
  'address of a mailbox': { read: [], may: ['facilitator', 'cadre', 'township'], isKept: true },
  'log-in name': { read: [], isKept: true },
  password: nowhere,
  'password that was wrong': nowhere,
  'session token': nowhere,
  'code or token told once': nowhere,
  'key of a robot': nowhere,
  'what a photo tells': nowhere,
  'words that were refused': nowhere,
  'words that were searched for': nowhere,
  'kind of browser': nowhere,
} as const satisfies Readonly<Record<string, Kind>>

export type KindName = keyof typeof KINDS

/** Letters that stand nowhere else, in any table, file or hash. */
export const CANARY = /zq[0-9]{4}[a-z]{8}qz/g

/** Every canary by what was put in as what. */
export class Canaries {
  readonly kinds = new Map<string, KindName>()

  new(kind: KindName): string {
    const nth = this.kinds.size
    const letters = Array.from({ length: 8 }, (_, at) =>
      String.fromCharCode(97 + ((nth * 31 + at * 17 + ((nth >> at) & 7)) % 26)),
    ).join('')
    const canary = `zq${String(nth).padStart(4, '0')}${letters}qz`
    this.kinds.set(canary, kind)
    return canary
  }

  /** A secret that the server made itself. */
  made(kind: KindName, secret: string): void {
    this.kinds.set(secret, kind)
  }

  /** Those that stand in a text. */
  in(text: string): ReadonlySet<string> {
    const found = new Set(text.match(CANARY) ?? [])
    for (const secret of this.kinds.keys())
      if (!secret.startsWith('zq') && text.includes(secret)) found.add(secret)
    return found
  }
}
