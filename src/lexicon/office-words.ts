/**
 * Closed lists of the grammar of offices: words that head, qualify, precede or end the mention of a minister, the
 * portfolios, and the heads of organisations' names. `src/data/office-words.json`, checked and folded at build.
 */
/** Classes of words, in the order of the file. A word may be of several. */
export const WORD_CLASSES = [
  'minister',
  'theMinister',
  'ministers2',
  'ministers',
  'theMinisters',
  'deputy',
  'underSecretary',
  'assistant',
  'former',
  'acting',
  'title',
  'notTheMinister',
  'counterpart',
  'counterparts',
  'placeCue',
  'stateHead',
  'particle',
  'officeHead',
  'preposition',
  'stateOf',
  'relative',
  'apposition',
  'boundary',
  'receives',
  'ruler',
  'chancellor',
  'fieldNoun',
  'fieldAdjective',
  'standing',
  'given',
  'family',
  // Given names that are words as well («نضال», «أمل»): names only beside other names.
  'givenWord',
] as const;
export type WordClassName = (typeof WORD_CLASSES)[number];

/** Bit of each class of words. */
export const WordClass = Object.fromEntries(WORD_CLASSES.map((name, bit) => [name, 1 << bit])) as Readonly<
  Record<WordClassName, number>
>;
