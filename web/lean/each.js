import {
  EACH_INDEX_REACTIVE,
  EACH_IS_CONTROLLED,
  EACH_ITEM_REACTIVE,
} from '../../node_modules/svelte/src/constants.js'
import { create_text } from '../../node_modules/svelte/src/internal/client/dom/operations.js'
import {
  block,
  branch,
  destroy_effect,
} from '../../node_modules/svelte/src/internal/client/reactivity/effects.js'
import { internal_set, source } from '../../node_modules/svelte/src/internal/client/reactivity/sources.js'

export const index = (_, at) => at

function create(anchor, flags, value, at, draw, collection) {
  const item = {
    value: flags & EACH_ITEM_REACTIVE ? source(value) : null,
    at: flags & EACH_INDEX_REACTIVE ? source(at) : null,
  }
  item.effect = branch(() => draw(anchor, item.value ?? value, item.at ?? at, collection))
  return item
}

function update(item, value, at) {
  if (item.value) internal_set(item.value, value)
  if (item.at) internal_set(item.at, at)
  return item
}

/** Moves only what stands in the wrong place; new items came in before the anchor. */
function order(items, first, anchor) {
  let place = first
  for (const { effect } of items) {
    let { start: node, end } = effect.nodes
    if (node === place) {
      place = end.nextSibling
      continue
    }
    for (let next; node; node = next) {
      next = node === end ? null : node.nextSibling
      ;(place ?? anchor).before(node)
    }
  }
}

/** Svelte's, for pages without transitions and animations. */
export function each(node, flags, collection, keyOf, draw, drawEmpty) {
  const anchor = flags & EACH_IS_CONTROLLED ? node.appendChild(create_text()) : node
  let items = new Map()
  let empty = null

  block(() => {
    const old = items
    items = new Map()
    Array.from(collection() ?? [], (value, at) => {
      const key = keyOf(value, at)
      if (items.has(key)) throw new Error(`two items of a list have the key ${key}`)
      const known = old.get(key)
      items.set(key, known ? update(known, value, at) : create(anchor, flags, value, at, draw, collection))
    })
    let first
    for (const [key, { effect }] of old) {
      if (!items.has(key)) destroy_effect(effect)
      else first ??= effect.nodes.start
    }
    if (first) order(items.values(), first, anchor)
    if (items.size > 0 && empty) empty = destroy_effect(empty)
    if (items.size === 0 && drawEmpty) empty ??= branch(() => drawEmpty(anchor))
  })
}
