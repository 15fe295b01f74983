/**
 * Rare word forms: names, foreign words and slips that no lexicon lists. They make the number of types grow without end,
 * as Heaps' law says it does. Rank r has probability (r + Q) ** -A, so that the types among n tokens grow like
 * n ** (1 / A) (D. C. van Leijenhorst, T. P. van der Weide 2005).
 */
import { mix, weighted } from './random.mjs';

const A = 1.5;
const Q = 600;

const ONSETS = 'ب ت ج ح خ د ر ز س ش ص ط ع غ ف ق ك ل م ن ه و ي بر تر كر غر شت كل دو مي سا لا نا فا را كو غو رو'.split(
  ' ',
);
const VOWELS = ['ا', 'و', 'ي', '', ''];
const CODAS = ['ن', 'ر', 'س', 'ل', 'ت', 'ك', 'ف', 'د', 'م', 'نغ', 'رت', 'شت', ''];
const ENDINGS = ['وف', 'سكي', 'يتش', 'نسون', 'برغ', 'مان', 'يان', 'ينو', 'فيل', 'زاده', 'ستان', 'اوي', 'انوس', 'يرو'];
const RADICALS = [...'بتثجحخدذرزسشصضطظعغفقكلمنهي'];
/** Patterns of derived words over the radicals 1, 2, 3; all longer than any name of a month. */
const PATTERNS = [
  'مست1ي2ات',
  'ت1ا2و3ات',
  'است1ا2ي3',
  'م1ا2و3ية',
  'ت1ي2ي3هم',
  'ان1ي2ا3ات',
  'م1و2ا3ون',
  '1و2ا3نية',
  '1ا2و3ايات',
  'مت1ا2و3ة',
];
const CLITICS = weighted([
  ['', 78],
  ['و', 9],
  ['ب', 6],
  ['ل', 7],
]);

/** Bits of one rank as a stream of small choices, independent of every other rank. */
function* choices(rank, seed) {
  const low = mix((rank % 0x100000000) ^ seed);
  let state = mix(low ^ mix(Math.floor(rank / 0x100000000) + 0x9e3779b9));
  for (;;) yield (state = mix((state + 0x9e3779b9) | 0));
}

function foreign(choose) {
  let word = '';
  for (let syllables = 2 + (choose() % 2); syllables > 0; syllables--) {
    word += ONSETS[choose() % ONSETS.length] + VOWELS[choose() % VOWELS.length] + CODAS[choose() % CODAS.length];
  }
  return word + ENDINGS[choose() % ENDINGS.length];
}

function derived(choose) {
  const letters = [1, 2, 3].map(() => RADICALS[choose() % RADICALS.length]);
  return PATTERNS[choose() % PATTERNS.length].replace(/[123]/g, digit => letters[Number(digit) - 1]);
}

/** The rare word of a rank; the same for the same seed, whatever was made before. */
export function rareWord(rank, seed) {
  const stream = choices(rank, seed);
  const choose = () => stream.next().value;
  return choose() % 5 < 3 ? foreign(choose) : derived(choose);
}

/** Draws a rare word. `allows` says which forms may stand in the text. */
export function drawRare(random, seed, allows) {
  for (;;) {
    const rank = Math.floor(Q * (random.fine() ** (-1 / (A - 1)) - 1));
    const word = CLITICS.draw(random) + rareWord(Math.min(rank, Number.MAX_SAFE_INTEGER), seed);
    if (allows(word)) return word;
  }
}
