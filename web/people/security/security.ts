import { securityWords } from '../../words/village.ts'
import SecurityPage from './SecurityPage.svelte'

/** Fetched with its words as one part: few ever come here. */
export const openSecurity = () => securityWords.load().then(() => SecurityPage)
