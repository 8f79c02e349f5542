import type { CommentMove, CommentState, LivingState } from '../../comments/state.ts'

/** What became of a comment, as its author reads it. */
export const mine: Readonly<Record<CommentState, string>> = {
  held: '已存，主持人看过才上墙',
  shown: '已经上墙',
  withdrawn: '您收回了',
}

export interface ListWords {
  readonly title: string
  /** With what was written down and still stands in the list. */
  readonly count: (count: number, kept: number) => string
  readonly quiet: string
  readonly empty: string
}

/** The desk's list of the comments in each state. */
export const lists: Readonly<Record<LivingState, ListWords>> = {
  held: {
    title: '刚来的话',
    count: (count, kept) => `${count} 句等着${kept ? `，${kept} 句记下了` : ''}`,
    quiet: '没有话等着',
    empty: '码在墙上，扫了就能说；不会用手机的，按 K 代打。',
  },
  shown: {
    title: '上过墙的话',
    count: (count) => `上过墙 ${count} 句`,
    quiet: '上过墙的话',
    empty: '墙上还没有话。在左边选一句，按回车就上墙。',
  },
}

export interface MoveWords {
  readonly label: string
  /** Once it is done. */
  readonly told: string
}

/** The desk's key and button for each change of a state. */
export const moves: Readonly<Record<CommentMove, MoveWords>> = {
  'show-comment': { label: '上墙', told: '上墙了。' },
  'hold-comment': { label: '拿下来', told: '从墙上拿下来了。' },
}

/** The same in the table of permissions. */
export const mayMove: Readonly<Record<CommentMove, string>> = {
  'show-comment': '把一句话放上墙',
  'hold-comment': '把一句话收下墙',
}
