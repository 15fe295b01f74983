/**
 * Two products from one word, and the way back to the source.
 *
 * - the *orthographic form*: what the writer meant, without noise (marks, tatweel, zero-width characters, presentation
 *   forms, Persian code points for Arabic letters);
 * - the *matching key*: the orthographic form with hamza on alef and final alef maksura folded, foreign consonants
 *   mapped and Latin lower-cased, so that «الامن» meets «الأمن».
 *
 * Order: presentation forms → compose → delete → map → (key only) fold. Deleting before composing would lose the hamza
 * of ا + U+0654; folding before mapping would leave Persian ی at a word's end unfolded.
 */
import { ALEF, ALEF_MAKSURA, CharacterClass, classOf, digitValue, YEH } from './characters.ts';

/** Letters that other languages of the script write for an Arabic letter: same letter, another code point. */
const SAME_LETTER: ReadonlyMap<string, string> = new Map([
  ['\u06cc', '\u064a'], // ARABIC LETTER FARSI YEH → YEH
  ['\u06d0', '\u064a'], // ARABIC LETTER E → YEH
  ['\u06a9', '\u0643'], // ARABIC LETTER KEHEH → KAF
  ['\u06aa', '\u0643'], // ARABIC LETTER SWASH KAF → KAF
  ['\u06d5', '\u0647'], // ARABIC LETTER AE → HEH
  ['\u06c1', '\u0647'], // ARABIC LETTER HEH GOAL → HEH
  ['\u06be', '\u0647'], // ARABIC LETTER HEH DOACHASHMEE → HEH
  ['\u06c0', '\u0647'], // ARABIC LETTER HEH WITH YEH ABOVE → HEH
  ['\u06c3', '\u0629'], // ARABIC LETTER TEH MARBUTA GOAL → TEH MARBUTA
  ['\u0671', '\u0627'], // ARABIC LETTER ALEF WASLA → ALEF
  ['\u066a', '%'], // ARABIC PERCENT SIGN
  ['\u066b', '.'], // ARABIC DECIMAL SEPARATOR
  ['\u066c', ','], // ARABIC THOUSANDS SEPARATOR
]);

/** Consonants that Arabic lacks and writers render either way: one key for both. */
const FOREIGN_CONSONANT: ReadonlyMap<string, string> = new Map([
  ['\u06af', '\u0643'], // GAF → KAF
  ['\u06ad', '\u0643'], // NG → KAF
  ['\u06a8', '\u0642'], // QAF WITH THREE DOTS ABOVE → QAF
  ['\u067e', '\u0628'], // PEH → BEH
  ['\u0686', '\u062c'], // TCHEH → JEEM
  ['\u0698', '\u0632'], // JEH → ZAIN
  ['\u06a4', '\u0641'], // VEH → FEH
]);

/** Presentation forms that begin with a space which only carries a mark: U+FC5E–FC63, U+FE70–FE7E even. */
function isSpacedMark(unit: number): boolean {
  return (unit >= 0xfc5e && unit <= 0xfc63) || (unit >= 0xfe70 && unit <= 0xfe7f);
}

function isPresentationForm(unit: number): boolean {
  return (unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc);
}

/** Units that need work: all but plain Arabic letters (tatweel and ALEF WASLA are none) and ASCII. */
const NEEDS_WORK = /[^\0-\x7f\u0621-\u063f\u0641-\u064a]/;

function decompose(character: string): string {
  const unit = character.charCodeAt(0);
  if (!isPresentationForm(unit)) return character;
  const letters = character.normalize('NFKC');
  return isSpacedMark(unit) ? letters.replace(' ', '') : letters;
}

function isDeleted(character: string): boolean {
  const unit = character.charCodeAt(0);
  const kind = classOf(unit);
  if (kind === CharacterClass.Format || kind === CharacterClass.Tatweel) return true;
  return kind === CharacterClass.Mark && unit >= 0x0610 && unit <= 0x06ed;
}

function westernDigit(character: string): string {
  const unit = character.charCodeAt(0);
  return classOf(unit) === CharacterClass.Digit ? String(digitValue(unit)) : character;
}

/** Marks in a row that composing has to take: UAX #15 (stream-safe text) allows 30. Beyond, sorting them is quadratic. */
const MOST_MARKS = 30;

/** Without tatweel and format characters, presentation forms decomposed; of marks in a row the first thirty. */
function expandedForm(raw: string): string {
  let expanded = '';
  let marks = 0;
  for (const character of raw) {
    const isMark = classOf(character.charCodeAt(0)) === CharacterClass.Mark;
    if (isMark) marks++;
    else if (isDeleted(character)) continue;
    else marks = 0;
    if (!isMark || marks <= MOST_MARKS) expanded += decompose(character);
  }
  return expanded;
}

function cleaned(raw: string): string {
  let form = '';
  for (const character of expandedForm(raw).normalize('NFC')) {
    if (!isDeleted(character)) form += SAME_LETTER.get(character) ?? westernDigit(character);
  }
  // What was deleted may have kept a letter and its mark apart.
  return form.normalize('NFC');
}

/** The orthographic form of one word as written in the source. Idempotent. */
export function orthographicForm(raw: string): string {
  return NEEDS_WORK.test(raw) ? cleaned(raw) : raw;
}

/** A unit of an orthographic form without its hamza, where it is an alef with one. */
export function foldedUnit(unit: number): number {
  return unit === 0x0623 || unit === 0x0625 || unit === 0x0622 ? ALEF : unit;
}

/** The matching key of an orthographic form. Idempotent: the key of a key is itself. */
export function matchingKey(form: string): string {
  const last = form.length - 1;
  let changed = false;
  for (let i = 0; i <= last; i++) {
    const unit = form.charCodeAt(i);
    if (foldedUnit(unit) !== unit || unit > 0x064a || unit < 0x0621) changed = true;
  }
  if (!changed) return form.charCodeAt(last) === ALEF_MAKSURA ? form.slice(0, last) + String.fromCharCode(YEH) : form;
  let key = '';
  for (const character of form) {
    const folded = character.length === 1 ? String.fromCharCode(foldedUnit(character.charCodeAt(0))) : character;
    key += FOREIGN_CONSONANT.get(folded) ?? folded;
  }
  key = key.toLowerCase();
  return key.charCodeAt(key.length - 1) === ALEF_MAKSURA ? key.slice(0, -1) + String.fromCharCode(YEH) : key;
}

/**
 * How many UTF-16 units of the source word `raw` carry its first `letters` letters, marks and tatweel behind them
 * included: the way back from a clitic that was taken off a form to the place in the document where the rest begins.
 */
export function sourceLength(raw: string, letters: number): number {
  let seen = 0;
  let index = 0;
  for (const character of raw) {
    const expanded = orthographicForm(character).length;
    if (expanded > 0 && seen >= letters) break;
    seen += expanded;
    index += character.length;
  }
  return index;
}
