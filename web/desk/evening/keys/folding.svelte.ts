import { createSubscriber } from 'svelte/reactivity'
import { reading, type Letters } from '../../../ui/settings/reading.svelte.ts'

// Three columns need this much room, and larger letters need more.
const ROOM_PX: Readonly<Record<Letters, number>> = { off: 1000, '24': 1400, '30': 1700 }

const watchWidth = createSubscriber((update) => {
  addEventListener('resize', update)
  return () => removeEventListener('resize', update)
})

/** Whether the columns of an evening fold into tabs. */
export function isFolded(): boolean {
  watchWidth()
  return innerWidth < ROOM_PX[reading.letters]
}
