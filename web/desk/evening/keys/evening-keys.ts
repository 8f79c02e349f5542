import type { Comment } from '../../../../shared/comments/comment.ts'
import type { Commitment } from '../../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../../shared/concerns/concern.ts'
import { toasts } from '../../../ui/feedback/toast.svelte.ts'
import { eveningWords } from '../../../words/desk.ts'
import { AT_DESK, takesAct, type CommentAct } from '../comments/comment-acts.ts'
import type { Deeds } from '../deeds.svelte.ts'
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

/** A key acts on the comment that is marked, if all of it can be seen; otherwise its first press brings it there. */
const onComment =
  ({ evening }: Deeds, run: (comment: Comment) => void, act?: CommentAct) =>
  (): void => {
    const comment = evening.incoming.now
    if (!comment || !evening.isInView('incoming', comment)) return
    if (!act || takesAct(comment, act)) run(comment)
    else toasts.show(eveningWords.now[AT_DESK[comment.state].otherwise])
  }

function onVow({ evening }: Deeds, vow: Commitment | undefined, act: (vow: Commitment) => void): void {
  if (vow && evening.isInView('promised', vow)) act(vow)
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
    h: onComment(deeds, (comment) => evening.putAside(comment), 'put-aside'),
    s: () => {
      evening.list = evening.list === 'held' ? 'shown' : 'held'
      evening.tab = 'incoming'
    },
    k: () => {
      evening.tab = 'incoming'
      evening.sayTurn++
    },
    z: () => deeds.undo(),
  }
}

function running(deeds: Deeds): KeyTable {
  const { evening } = deeds
  return {
    Enter: onComment(deeds, (comment) => void deeds.show(comment), 'show'),
    x: onComment(deeds, (comment) => void deeds.hold(comment), 'take-down'),
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
  const vow = () => {
    const { picked } = evening.matters
    return picked && !isConcern(picked) ? picked : undefined
  }
  return {
    j: onComment(deeds, (comment) => deeds.intoMinutes(comment)),
    c: onComment(deeds, (comment) => void deeds.raise(comment)),
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
    b: () => onVow(deeds, vow() ?? deeds.firstSpoken(), (one) => void deeds.readBack(one)),
    y: () =>
      onVow(
        deeds,
        evening.onWall?.state === 'spoken' ? evening.onWall : vow(),
        (one) => void deeds.confirm(one),
      ),
    m: () => void deeds.writeOn(),
    u: () => evening.beginCount(),
  }
}
