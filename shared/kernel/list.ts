/** The list with this item in the place of the one with the same id, or at the end where there is none. */
export function withItem<Item extends { readonly id: string }>(
  list: readonly Item[],
  item: Item,
): readonly Item[] {
  const at = list.findIndex(({ id }) => id === item.id)
  // Phones of 2020 have no `Array.prototype.with`.
  return at < 0 ? [...list, item] : list.map((one, index) => (index === at ? item : one))
}

/** The list with one item changed; as it was where no item has this id. */
export function withChange<Item extends { readonly id: string }>(
  list: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): readonly Item[] {
  const found = list.find((item) => item.id === id)
  return found ? withItem(list, change(found)) : list
}

export const withoutId = <Item extends { readonly id: string }>(
  list: readonly Item[],
  id: string,
): readonly Item[] => list.filter((item) => item.id !== id)
