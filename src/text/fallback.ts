/**
 * What may be taken off a word that no reading of the lexicon fits. Rules without a lexicon guess, so only what was
 * measured to help is taken: proclitics with the article, و, and the endings of adjectives. Measured on the development
 * gold with a third of the lexicon taken away (see docs/methods.md): without the endings F1 is .016 to .024 lower.
 */
const ALEF = '\u0627';
const LAM = '\u0644';
const WAW = '\u0648';

/** Where the stem of an unknown word begins and ends. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Length of what stands before the stem: `[وف][بك]ال`, `[وف]لل`, or و before four letters that look like no radical و. */
function openingLength(key: string): number {
  let at = key[0] === WAW || key[0] === 'ف' ? 1 : 0;
  if (key[at] === LAM && key[at + 1] === LAM) return at + 2;
  const conjunction = at;
  if (key[at] === 'ب' || key[at] === 'ك') at++;
  if (key[at] === ALEF && key[at + 1] === LAM) return at + 2;
  const bare = conjunction === 1 && key[0] === WAW && !'يوا'.includes(key[1]);
  return bare && key.length >= 5 ? 1 : 0;
}

/** Endings that inflect: what is cut, and how many letters the word must have at least. */
const ENDINGS: readonly { readonly ending: string; readonly cut: number; readonly length: number }[] = [
  { ending: 'ية', cut: 1, length: 5 }, // feminine of a nisba: the ي stays
  { ending: 'يين', cut: 2, length: 5 },
  { ending: 'يون', cut: 2, length: 5 },
  { ending: 'ون', cut: 2, length: 5 },
  { ending: 'ين', cut: 2, length: 5 },
  { ending: 'ات', cut: 2, length: 5 },
  { ending: 'ا', cut: 1, length: 5 }, // tanwin
];

/** Participles (م…) inflect as adjectives, so that their ة is gender; of other words it may be the word's own. */
const PARTICIPLE_ENDING = { ending: 'ة', cut: 1, length: 5 };

function endingLength(key: string, start: number): number {
  const length = key.length - start;
  const endings = key[start] === 'م' ? [PARTICIPLE_ENDING, ...ENDINGS] : ENDINGS;
  return endings.find(({ ending, length: least }) => length >= least && key.endsWith(ending))?.cut ?? 0;
}

/** The stem of an unknown word's key: without clitics and article, and without the ending of its inflection. */
export function cutUnknown(key: string): Cut {
  const opening = openingLength(key);
  const start = key.length - opening >= 3 ? opening : 0;
  return { start, end: key.length - endingLength(key, start) };
}
