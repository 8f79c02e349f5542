import type { LevelNames, Place, PlaceKind } from './place.ts'

export const MAX_LEVEL_NAME_LENGTH = 10

/** What a place set for itself goes before what those above it set; the nearest first. */
export const levelsOf = (ownThenAbove: readonly LevelNames[]): LevelNames =>
  Object.assign({}, ...[...ownThenAbove].reverse())

/** A place by its name, with its level where that has a name of its own which the place's does not say already. */
export const placeTitle = ({ name, levelName }: Pick<Place, 'name' | 'levelName'>): string =>
  levelName && !name.includes(levelName) ? `${name}（${levelName}）` : name

export const levelNamed = (
  kind: PlaceKind,
  levels: LevelNames,
  usual: Readonly<Record<PlaceKind, string>>,
): string => levels[kind] ?? usual[kind]

/** A post as those elsewhere call it; 青溪镇 and 镇里经办 together say the level once. */
export function postOf({ name }: Pick<Place, 'name'>, title: string): string {
  if (title.includes(name)) return title
  return title.startsWith(`${name.at(-1)}里`) ? name + title.slice(2) : name + title
}
