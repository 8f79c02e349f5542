import type { Comment } from '../../../../shared/comments/comment.ts'
import type { Commitment } from '../../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../../shared/concerns/concern.ts'
import { toasts } from '../../../ui/feedback/toast.svelte.ts'
import { eveningWords } from '../../../words/desk.ts'
import { AT_DESK, DESK_LISTS, deskMoves, takesAct, type CommentAct } from '../comments/comment-acts.ts'
import type { EveningActions } from '../evening-actions.svelte.ts'
import type { KeyTable } from './keys.svelte.ts'

const isConcern = (one: Concern | Commitment): one is Concern => 'no' in one

/** Every key of an open evening; a key that the reader's post does not allow does nothing. */
export function eveningKeys(actions: EveningActions, showKeys: () => void): KeyTable {
  const { evening } = actions
  return {
    ...moving(actions),
    ...(evening.mayRun ? running(actions) : {}),
    ...(evening.mayRecord ? recording(actions) : {}),
    '?': showKeys,
  }
}

/** A key acts on the comment that is marked, if all of it can be seen; otherwise its first press brings it there. */
const onComment =
  ({ evening }: EveningActions, run: (comment: Comment) => void, act?: CommentAct) =>
  (): void => {
    const comment = evening.incoming.now
    if (!comment || !evening.isInView('incoming', comment)) return
    if (!act || takesAct(comment, act)) run(comment)
    else toasts.show(eveningWords.now[AT_DESK[comment.state].otherwise])
  }

function onPromise(
  { evening }: EveningActions,
  promise: Commitment | undefined,
  act: (promise: Commitment) => void,
): void {
  if (promise && evening.isInView('promised', promise)) act(promise)
}

function moving(actions: EveningActions): KeyTable {
  const { evening } = actions
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
    h: onComment(actions, (comment) => evening.putAside(comment), 'put-aside'),
    s: () => {
      evening.list = DESK_LISTS[(DESK_LISTS.indexOf(evening.list) + 1) % DESK_LISTS.length]!
      evening.tab = 'incoming'
    },
    k: () => {
      evening.tab = 'incoming'
      evening.sayTurn++
    },
    z: () => actions.undo(),
  }
}

function running(actions: EveningActions): KeyTable {
  const { evening } = actions
  return {
    ...Object.fromEntries(
      deskMoves.map(([move, { key }]) => [
        key,
        onComment(actions, (comment) => void actions.move(comment, move), move),
      ]),
    ),
    t: () => {
      evening.tab = 'promised'
      evening.floorTurn++
    },
    f: () => void actions.clearFloor(),
    ']': () => void actions.turnAgenda(1),
    '[': () => void actions.turnAgenda(-1),
    w: () => void actions.clearWall(),
    '.': () => void actions.turnPromise(1),
    ',': () => void actions.turnPromise(-1),
  }
}

function recording(actions: EveningActions): KeyTable {
  const { evening } = actions
  const promise = () => {
    const { picked } = evening.matters
    return picked && !isConcern(picked) ? picked : undefined
  }
  return {
    j: onComment(actions, (comment) => actions.intoMinutes(comment)),
    c: onComment(actions, (comment) => void actions.raise(comment)),
    a: () => actions.outcome('answer'),
    r: () => actions.outcome('refer'),
    v: () => actions.outcome('assembly'),
    d: () => actions.outcome('decline'),
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
    b: () => onPromise(actions, promise() ?? actions.firstSpoken(), (one) => void actions.readBack(one)),
    y: () =>
      onPromise(
        actions,
        evening.onWall?.state === 'spoken' ? evening.onWall : promise(),
        (one) => void actions.confirm(one),
      ),
    m: () => void actions.writeOn(),
    u: () => evening.beginCount(),
  }
}
