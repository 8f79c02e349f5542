export interface HandedWords {
  handedToUs: string
  answerUntil: (day: string) => string
  /** Why it was handed up, where two bad ratings did that. */
  twiceNotGood: string
  chooseThis: string
  chooseAll: string
  acceptChosen: (count: number) => string
  accepted: string
  acceptedSome: (count: number) => string
  notAllTakenBack: string
  heldByUs: string
  tossed: string
  tossedThrice: string
  tossedBetween: (names: readonly string[]) => string
  handsUnreachable: string
}
