/** Stop words: words without content of their own, matched before and after clitics, by surface and by lemma. */
import { ALEF_MAKSURA, YEH } from './characters.ts';
import { foldedUnit, orthographicForm } from './normalise.ts';
import type { Analysis } from './stemmer.ts';
import { foldHash, HASH_SEED } from './vocabulary.ts';

const HAMZA_ON_ALEF = /[\u0622\u0623\u0625]/gu;
const ALEF = '\u0627';

/** Cells of the sieve, a power of two: with some 500 words one other word in thirty passes. */
const SIEVE = 1 << 14;

/** Cell of a word in the sieve: one for all spellings that are taken for each other. */
function sieveCell(units: ArrayLike<number>, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    hash = foldHash(hash, unit === ALEF_MAKSURA ? YEH : foldedUnit(unit));
  }
  return (hash ^ (hash >>> 15)) & (SIEVE - 1);
}

/**
 * A closed list of words. Folding everything would collide («على» / «علي»), so three questions are asked in order: the
 * exact form; the form with final ى read as ي («فى»); a form without any hamza against the list without hamza («ان»).
 */
export class StopWords {
  readonly #forms: ReadonlySet<string>;
  readonly #bareForms: ReadonlySet<string>;
  readonly #sieve = new Uint8Array(SIEVE);

  constructor(words: Iterable<string>) {
    const forms = [...words].map(word => orthographicForm(word.trim())).filter(word => word !== '');
    this.#forms = new Set(forms);
    this.#bareForms = new Set(forms.map(form => form.replace(HAMZA_ON_ALEF, ALEF)));
    for (const form of forms) {
      const units = Array.from({ length: form.length }, (_, i) => form.charCodeAt(i));
      this.#sieve[sieveCell(units, 0, units.length)] = 1;
    }
  }

  /** False only for forms that {@link has} knows not to be listed: asked first, for it needs no string. */
  mayHave(units: Uint16Array, from: number, to: number): boolean {
    return this.#sieve[sieveCell(units, from, to)] === 1;
  }

  /** True when `form` is listed as written, or in one of the careless spellings above. */
  has(form: string): boolean {
    return (
      this.#forms.has(form) ||
      this.#bareForms.has(form) ||
      (form.endsWith('\u0649') && this.#forms.has(`${form.slice(0, -1)}\u064a`))
    );
  }

  /** True when the word, the form inside its clitics, or its lemma is listed. */
  matches(form: string, { lemma, start, end }: Analysis): boolean {
    if (this.has(form) || this.hasLemma(lemma)) return true;
    const inner = form.slice(start, end);
    return inner !== form && this.has(inner);
  }

  /** True when a lemma is listed. */
  hasLemma(lemma: string): boolean {
    return this.#forms.has(lemma);
  }
}

/** The words of a stop-word file: one a line, `#` begins a comment. */
export function parseStopWords(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map(line => line.replace(/#.*/u, '').trim())
    .filter(line => line !== '');
}
