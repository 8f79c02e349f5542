/** The little that a phone says before anybody has come in; it is all of the first load. */
export interface DoorWords {
  pageTitle: string
  brand: string
  loading: string
  settings: string
  joinTitle: string
  joinWhat: string
  codeLabel: string
  codeHint: string
  nameLabel: string
  nameHint: string
  namePlaceholder: string
  join: string
  joinWithoutName: string
  joining: string
  cutOff: string
  retry: string
}
