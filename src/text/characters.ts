/**
 * Letters by name, and the one question the scanner asks of every UTF-16 unit: what kind of character is it?
 *
 * Invisible characters never stand literally in this source: they are written as code points with their Unicode names.
 */

export const HAMZA = 0x0621;
export const ALEF_MADDA = 0x0622;
export const ALEF_HAMZA_ABOVE = 0x0623;
export const ALEF_HAMZA_BELOW = 0x0625;
export const ALEF = 0x0627;
export const TEH_MARBUTA = 0x0629;
export const TATWEEL = 0x0640;
export const LAM = 0x0644;
export const HEH = 0x0647;
export const WAW = 0x0648;
export const ALEF_MAKSURA = 0x0649;
export const YEH = 0x064a;

/** An Arabic letter as it stands in a form and a key alike, but for folding: none of other languages, no tatweel. */
export function isPlainLetter(unit: number): boolean {
  return unit >= HAMZA && unit <= YEH && unit !== TATWEEL;
}

/** What a UTF-16 unit is to the tokeniser. */
export const CharacterClass = {
  Unknown: 0,
  Space: 1,
  LineEnd: 2,
  Letter: 3,
  /** Combining mark: part of a word, deleted when the word is normalised. */
  Mark: 4,
  Digit: 5,
  Tatweel: 6,
  /** Zero-width and directional format characters: no part of what a reader sees. */
  Format: 7,
  Punctuation: 8,
  /** Half of a surrogate pair: the code point has to be looked at. */
  Surrogate: 9,
} as const;

/** Runs of format characters, [first, last]: soft hyphen, Arabic letter mark, zero-width and directional controls, BOM. */
const FORMAT_RANGES: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x206a, 0x206f],
  [0xfeff, 0xfeff],
];

/** Arabic-Indic digits U+0660 and extended (Persian, Urdu) digits U+06F0. */
const DIGIT_ZEROS: readonly number[] = [0x30, 0x0660, 0x06f0];

const classes = new Uint8Array(0x10000);

for (const [first, last] of FORMAT_RANGES) classes.fill(CharacterClass.Format, first, last + 1);
for (const zero of DIGIT_ZEROS) classes.fill(CharacterClass.Digit, zero, zero + 10);
classes.fill(CharacterClass.Letter, 0x61, 0x7b);
classes.fill(CharacterClass.Letter, 0x41, 0x5b);
classes.fill(CharacterClass.Letter, 0x0620, 0x064b);
classes.fill(CharacterClass.Mark, 0x064b, 0x0660);
classes.fill(CharacterClass.Surrogate, 0xd800, 0xe000);
classes[TATWEEL] = CharacterClass.Tatweel;
classes[0x0a] = CharacterClass.LineEnd;

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const SPACE = /[\s\p{Z}\p{Cc}]/u;

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (LETTER.test(character)) return CharacterClass.Letter;
  if (MARK.test(character)) return CharacterClass.Mark;
  if (SPACE.test(character)) return CharacterClass.Space;
  return CharacterClass.Punctuation;
}

/**
 * Class of one UTF-16 unit (a value of {@link CharacterClass}, never `Unknown`). Asked once per character of every
 * text, so the answer is a table look-up; a character outside the prepared ranges is classified when first met.
 */
export function classOf(unit: number): number {
  return classes[unit] || (classes[unit] = classify(unit));
}

/** Class of the code point at `index` of `text`, which must be a surrogate: letter, mark or punctuation. */
export function classOfPair(text: string, index: number): number {
  const codePoint = text.codePointAt(index)!;
  return codePoint > 0xffff ? classify(codePoint) : CharacterClass.Punctuation;
}

/** The number 0–9 that a digit unit stands for; the unit must be of class `Digit`. */
export function digitValue(unit: number): number {
  return unit < 0x40 ? unit - 0x30 : unit < 0x06f0 ? unit - 0x0660 : unit - 0x06f0;
}
