import { vi } from 'vitest'

const PATIENCE = { timeout: 20_000 }
const { waitFor } = vi

// What is waited for comes at once; only a machine with too much to do takes longer than the usual second.
vi.waitFor = (check, options) => waitFor(check, options ?? PATIENCE)
