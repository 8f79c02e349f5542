import { accountWords } from '../../words/village.ts'
import AccountPage from './AccountPage.svelte'

/** Fetched with its words as one part: few ever come here. */
export const openAccount = () => accountWords.load().then(() => AccountPage)
