/** Letters that run from right to left, the planes of the rarer ones, and the marks that are not taken out of a text. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200e\u200f\ud802\ud803\ud83a\ud83b\ufb1d-\ufdff\ufe70-\ufefc]/

/** The same messages; what is put into their sentences orders nothing around it (UAX 9: first strong isolate). */
export const isolating = <Messages>(messages: Messages): Messages => isolate(messages, false) as Messages

/** A text that orders nothing around it, also where there is no markup. */
export const isolated = (text: string): string => isolate(text, true) as string

/** A message itself stays; what functions are given does not, in lists and plain records all the way down. */
const isolate = (value: unknown, isGiven: boolean): unknown =>
  typeof value === 'string'
    ? isGiven && RIGHT_TO_LEFT.test(value)
      ? `\u2068${value}\u2069`
      : value
    : typeof value === 'function'
      ? (...given: unknown[]) => value(...(isolate(given, true) as unknown[]))
      : Array.isArray(value)
        ? value.map((one) => isolate(one, isGiven))
        : value?.constructor === Object
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isolate(one, isGiven)]))
          : value
