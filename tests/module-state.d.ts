import type { Linter } from 'eslint'

export const noModuleState: Linter.Config
