import { branch, destroy_effect } from '../../node_modules/svelte/src/internal/client/reactivity/effects.js'

/** Svelte's, for pages without transitions: what is no longer wanted goes at once. */
export class BranchManager {
  constructor(anchor) {
    this.anchor = anchor
    this.key = this
  }

  ensure(key, draw) {
    if (this.key === key) return
    this.key = key
    const { shown } = this
    this.shown = draw && branch(() => draw(this.anchor))
    if (shown) destroy_effect(shown)
  }
}
