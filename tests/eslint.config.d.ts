import type { Linter } from 'eslint'

export const DOORS: string[]
export const onlyDoorsTouchClockAndChance: Linter.Config
export const longest: Linter.Config
declare const config: Linter.Config[]
export default config
