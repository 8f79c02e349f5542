/** What a phone promised, and what it may do about it; few phones have promised anything. */
export interface MyPromiseWords {
  notReadBack: string
  report: string
  photo: string
  later: string
  reportLabel: string
  reportSend: string
  photoLabel: string
  photoSend: string
  laterDay: string
  laterWhy: string
  laterSend: string
  laterAsked: (day: string) => string
  laterOver: string
  photosComing: string
  writeFirst: string
  reportedOn: (day: string) => string
}
