/** Every feature, in the order in which one stands on another: an import goes to the left, never to the right. */
export const FEATURES = [
  'places',
  'calendar',
  'people',
  'setup',
  'catalogue',
  'meetings',
  'comments',
  'concerns',
  'visits',
  'commitments',
  'custody',
  'ratings',
  'agenda',
  'notices',
  'minutes',
  'ledger',
  'room',
  'wall',
  'public',
] as const

export type FeatureName = (typeof FEATURES)[number]
