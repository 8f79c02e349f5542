/** So many files of code stand in one folder. */
export const MAX_FILES = 14

/** Folders that hold more, and why they are not divided. */
export const FULL_FOLDERS: Readonly<Record<string, string>> = {
  migrations: 'one file for each change, in the order of their numbers',
}

const CODE = /\.(ts|cts|cjs|mjs|js|svelte|css)$/
const GENERATED = /\.zh-Hant\.ts$/

/** Folders among these paths that hold too many files, or stand in `full` and do not. */
export function crowdedFolders(
  paths: readonly string[],
  full: Readonly<Record<string, string>> = FULL_FOLDERS,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    if (!CODE.test(path) || GENERATED.test(path)) continue
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const crowded = [...counts].filter(([folder, count]) => count > MAX_FILES && !(folder in full))
  const needless = Object.keys(full).filter((folder) => (counts.get(folder) ?? 0) <= MAX_FILES)
  return [
    ...crowded.map(([folder, count]) => `${folder}: ${count} files, at most ${MAX_FILES}`),
    ...needless.map((folder) => `${folder}: needs no reason any more`),
  ]
}
