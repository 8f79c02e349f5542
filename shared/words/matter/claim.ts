/** The code by which another phone follows what this one raised, on a screen and on a slip of paper. */
export interface ClaimWords {
  /** What is said for each character when a code is read aloud. */
  readonly spoken: Readonly<Record<string, string>>
  readonly title: string
  readonly what: string
  readonly give: string
  readonly making: string
  readonly keep: string
  readonly change: string
  readonly changeSure: string
  readonly typeTitle: string
  readonly typeLabel: string
  readonly typeSend: string
  readonly typing: string
  readonly typed: string
  readonly cutOff: string
  readonly phones: string
  readonly noPhones: string
  readonly linkedOn: (day: string) => string
  readonly endPhone: string
  readonly endSure: string
  readonly phoneEnded: string
  readonly print: string
  readonly slipTitle: string
  readonly slipHow: string
  readonly slipNoPhone: string
  readonly slipCare: string
  readonly slipFor: string
}
