import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Deeds } from './deeds.svelte.ts'
import type { KeyTable } from './keys.svelte.ts'

const isConcern = (one: Concern | Commitment): one is Concern => 'no' in one

/** Every key of an open evening; a key that the reader's post does not allow does nothing. */
export function eveningKeys(deeds: Deeds, showKeys: () => void): KeyTable {
  const { evening } = deeds
  return {
    ...moving(deeds),
    ...(evening.mayRun ? running(deeds) : {}),
    ...(evening.mayRecord ? recording(deeds) : {}),
    '?': showKeys,
  }
}

function moving(deeds: Deeds): KeyTable {
  const { evening } = deeds
  const list = () => (evening.column === 'promised' ? evening.matters : evening.incoming)
  const enter = (column: 'incoming' | 'promised') => {
    evening.column = column
    evening.tab = column
    const { now } = list()
    if (now) list().choose(now.id)
    list().moves++
  }
  return {
    ArrowUp: () => list().move(-1),
    ArrowDown: () => list().move(1),
    ArrowLeft: () => enter('incoming'),
    ArrowRight: () => enter('promised'),
    h: () => evening.incoming.now && evening.putAside(evening.incoming.now),
    s: () => {
      evening.list = evening.list === 'held' ? 'shown' : 'held'
      evening.tab = 'incoming'
    },
    k: () => {
      evening.tab = 'incoming'
      evening.sayTurn++
    },
    z: () => deeds.undo(),
    Escape: () => evening.leaveStrip(),
  }
}

function running(deeds: Deeds): KeyTable {
  const { evening } = deeds
  return {
    Enter: () => {
      const comment = evening.incoming.now
      if (comment) void (comment.state === 'held' ? deeds.show(comment) : deeds.hold(comment))
    },
    t: () => {
      evening.tab = 'promised'
      evening.floorTurn++
    },
    f: () => void deeds.clearFloor(),
    ']': () => void deeds.turnAgenda(1),
    '[': () => void deeds.turnAgenda(-1),
    w: () => void deeds.clearWall(),
    '.': () => void deeds.turnPromise(1),
    ',': () => void deeds.turnPromise(-1),
  }
}

function recording(deeds: Deeds): KeyTable {
  const { evening } = deeds
  const comment = () => evening.incoming.now
  const vow = () => {
    const { picked } = evening.matters
    return picked && !isConcern(picked) ? picked : undefined
  }
  return {
    j: () => comment() && deeds.intoMinutes(comment()!),
    c: () => comment() && void deeds.raise(comment()!),
    a: () => deeds.outcome('answer'),
    r: () => deeds.outcome('refer'),
    v: () => deeds.outcome('assembly'),
    d: () => deeds.outcome('decline'),
    p: () => evening.writePromise(),
    e: () => {
      const { picked } = evening.matters
      if (picked && isConcern(picked)) evening.reword(picked)
      else if (picked?.state === 'spoken') evening.amendPromise(picked)
    },
    g: () => {
      const { inHand } = evening
      if (inHand) evening.describe(inHand)
    },
    b: () => void deeds.readBack(vow()),
    y: () => void deeds.confirm(evening.onWall?.state === 'spoken' ? evening.onWall : vow()),
    m: () => deeds.minutes?.focus(),
    u: () => evening.beginCount(),
  }
}
