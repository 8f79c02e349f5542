import { innerWidth } from 'svelte/reactivity/window'
import { reading, type Letters } from '../ui/reading.svelte.ts'

// Three columns need this much room, and larger letters need more.
const ROOM_PX: Readonly<Record<Letters, number>> = { off: 1000, '24': 1400, '30': 1700 }

/** Whether the columns of an evening fold into tabs. */
export const isFolded = (): boolean => (innerWidth.current ?? Infinity) < ROOM_PX[reading.letters]
