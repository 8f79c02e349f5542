import {
  BRANCH_EFFECT,
  CLEAN,
  DESTROYED,
  DIRTY,
  EFFECT,
  INERT,
  MAYBE_DIRTY,
  ROOT_EFFECT,
} from '../../node_modules/svelte/src/internal/client/constants.js'
import { flush_tasks, queue_micro_task } from '../../node_modules/svelte/src/internal/client/dom/task.js'
import { unlink_effect } from '../../node_modules/svelte/src/internal/client/reactivity/effects.js'
import { old_values } from '../../node_modules/svelte/src/internal/client/reactivity/sources.js'
import { set_signal_status } from '../../node_modules/svelte/src/internal/client/reactivity/status.js'
import { is_dirty, update_effect } from '../../node_modules/svelte/src/internal/client/runtime.js'

// Svelte's batches without forks and without anything that is awaited: only one is ever under way.
export let current_batch = null
export const previous_batch = null
export const batch_values = null
export let is_flushing_sync = false
export let collected_effects = null
export let legacy_updates = null
export let eager_block_effects = null

let isRunning = false
let rounds = 0
const ROUNDS_MOST = 1000

const isGone = ({ f }) => f & (DESTROYED | INERT)

export class Batch {
  constructor() {
    this.started = false
    this.scheduled = []
  }

  static ensure() {
    if (current_batch) return current_batch
    const batch = (current_batch = new Batch())
    if (!isRunning && !is_flushing_sync) queue_micro_task(() => batch.started || batch.flush())
    return batch
  }

  capture(signal, value) {
    signal.v = value
  }

  schedule(effect) {
    this.scheduled.push(effect)
  }

  flush() {
    flush(this)
  }

  run() {
    this.started = true
    const effects = (collected_effects = [])
    const updates = (legacy_updates = [])
    while (this.scheduled.length) {
      if (rounds++ > ROUNDS_MOST) throw new Error('an effect sets again and again what it depends on')
      for (const root of this.roots()) drawOrForget(root, effects)
    }
    current_batch = null
    for (const effect of updates) Batch.ensure().schedule(effect)
    collected_effects = legacy_updates = null
    runEffects(effects)
    if (!current_batch) return
    old_values.clear()
    current_batch.run()
  }

  /** The highest branches under which something is to be drawn anew. */
  roots() {
    const roots = []
    for (const effect of this.scheduled) {
      if (effect.f & DESTROYED || !(effect.f & (DIRTY | MAYBE_DIRTY))) continue
      let top = effect
      let isCovered = false
      while (top.parent && !isCovered) {
        top = top.parent
        if (!(top.f & (ROOT_EFFECT | BRANCH_EFFECT))) continue
        isCovered = !(top.f & CLEAN)
        if (!isCovered) top.f ^= CLEAN
      }
      if (!isCovered) roots.push(top)
    }
    this.scheduled = []
    return roots
  }
}

function flush(batch) {
  try {
    isRunning = true
    current_batch = batch
    batch.run()
  } finally {
    rounds = 0
    collected_effects = legacy_updates = current_batch = null
    isRunning = false
    old_values.clear()
  }
}

// After an error the rest of the page goes on hearing.
function drawOrForget(root, effects) {
  try {
    draw(root, effects)
  } catch (error) {
    forget(root)
    throw error
  }
}

function forget(effect) {
  set_signal_status(effect, CLEAN)
  for (let child = effect.first; child; child = child.next) forget(child)
}

/** Brings what is drawn up to date in the order of the tree; effects wait until all of it is. */
function draw(root, effects) {
  root.f ^= CLEAN
  let effect = root.first
  while (effect) {
    const isBranch = effect.f & (BRANCH_EFFECT | ROOT_EFFECT)
    if (!(isBranch && effect.f & CLEAN) && !(effect.f & INERT) && effect.fn) {
      if (isBranch) effect.f ^= CLEAN
      else if (effect.f & EFFECT) effects.push(effect)
      else if (is_dirty(effect)) update_effect(effect)
      if (effect.first) {
        effect = effect.first
        continue
      }
    }
    while (effect && !effect.next) effect = effect.parent
    effect &&= effect.next
  }
}

function runEffects(effects) {
  for (const effect of effects) {
    if (isGone(effect) || !is_dirty(effect)) continue
    eager_block_effects = new Set()
    update_effect(effect)
    if (!effect.deps && !effect.first && !effect.nodes && !effect.teardown && !effect.ac)
      unlink_effect(effect)
    runBlocks(eager_block_effects)
  }
  eager_block_effects = null
}

/** Blocks that an effect has changed are drawn before the next effect looks at them, the outer ones first. */
function runBlocks(blocks) {
  if (blocks.size) old_values.clear()
  for (const block of blocks) {
    if (isGone(block)) continue
    const line = [block]
    for (let above = block.parent; above; above = above.parent) if (blocks.delete(above)) line.push(above)
    for (const one of line.reverse()) if (!isGone(one)) update_effect(one)
  }
}

export function flushSync(act) {
  const wasFlushing = is_flushing_sync
  is_flushing_sync = true
  try {
    let result
    if (act) {
      flushSync()
      result = act()
    }
    for (;;) {
      flush_tasks()
      if (!current_batch) return result
      current_batch.flush()
    }
  } finally {
    is_flushing_sync = wasFlushing
  }
}

export const eager = (read) => read()

export const fork = undefined

export const schedule_effect = (effect) => current_batch.schedule(effect)
