/**
 * Raised whenever a schema of the interface or a frame changes: `tests/rules/wire.test.ts` says when.
 * A page that hears of a higher one was opened before an update and asks to be reloaded.
 */
export const PROTOCOL_VERSION = 24

/** What each version of the protocol was; a line that stands here stays. */
export const DIGESTS: Readonly<Record<number, string>> = {
  1: 'bd8f475957441f87',
  2: '06459a6725abed9e',
  3: 'bd31cc2efc31a717',
  4: '14572e85f59d7736',
  5: '32c835f00e35984b',
  6: 'fecf68e2ecc1b5a2',
  7: '4f0a11e783ed8194',
  8: 'cb5dbcb93989a3dd',
  9: '01a30b62ff424ce5',
  10: 'a3dff1d2ca146e62',
  11: 'a5a26418bc1edb92',
  12: 'ab424c32e295522d',
  13: '7c696dcefb0ad35e',
  14: '2ccbc39ca581d1ab',
  15: '7a36fd026212a647',
  16: '910eb4992e2767cb',
  17: '8e504ddcca10b3f6',
  18: 'f55219b99cdb2752',
  19: 'fc496a8a92e95326',
  20: '35d6fee3c6777495',
  21: '47174458f8d0048c',
  22: 'ede3d81a24d3e5b0',
  23: '44c29eee09d00fe2',
  24: '04c9aadb50784769',
}
