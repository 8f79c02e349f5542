import { without_reactive_context } from '../../node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js'
import { teardown } from '../../node_modules/svelte/src/internal/client/reactivity/effects.js'

export const event_symbol = Symbol('events')

export function create_event(name, dom, hear, options) {
  function heard(event) {
    return without_reactive_context(() => hear?.call(this, event))
  }
  dom.addEventListener(name, heard, options)
  return heard
}

export function on(dom, name, hear, options) {
  const heard = create_event(name, dom, hear, options)
  return () => dom.removeEventListener(name, heard, options)
}

export function event(name, dom, hear, capture, passive) {
  const stop = on(dom, name, hear, { capture, passive })
  if (dom === document.body || dom === window || dom === document) teardown(stop)
}

/** Svelte listens at the root of the page for these; a few fields and buttons may as well listen themselves. */
export const delegated = (name, dom, hear) => create_event(name, dom, hear)
export const delegate = () => {}
export const replay_events = () => {}
export const apply = (thunk, dom, args) => thunk()?.apply(dom, args)
