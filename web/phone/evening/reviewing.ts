import { Review } from '../../agenda/review.svelte.ts'
import type { MeetingStore } from '../../meetings/room.svelte.ts'
import { handsWords } from '../../words/meeting.ts'
import ReviewCard from './ReviewCard.svelte'

/** The promises that the hall looks at, heard from now on, and how one of them is drawn, with its words. */
export async function open({ seat, live }: MeetingStore, isOn: () => boolean) {
  await handsWords.load()
  const review = new Review(seat, live, isOn)
  review.listen()
  return { ReviewCard, review }
}
