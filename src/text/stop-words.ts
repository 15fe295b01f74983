/** Stop words: words without content of their own, matched before and after clitics, by surface and by lemma. */
import { orthographicForm } from './normalise.ts';
import { Sieve } from './sieve.ts';
import type { Analysis } from './stemmer.ts';

const HAMZA_ON_ALEF = /[\u0622\u0623\u0625]/gu;
const ALEF = '\u0627';

/**
 * A closed list of words. Folding everything would collide («على» / «علي»), so three questions are asked in order: the
 * exact form; the form with final ى read as ي («فى»); a form without any hamza against the list without hamza («ان»).
 */
export class StopWords {
  readonly #forms: ReadonlySet<string>;
  readonly #bareForms: ReadonlySet<string>;
  readonly #sieve: Sieve;

  constructor(words: Iterable<string>) {
    const forms = [...words].map(word => orthographicForm(word.trim())).filter(word => word !== '');
    this.#forms = new Set(forms);
    this.#bareForms = new Set(forms.map(form => form.replace(HAMZA_ON_ALEF, ALEF)));
    this.#sieve = new Sieve(forms);
  }

  /** False only for forms that {@link has} knows not to be listed: asked first, for it needs no string. */
  mayHave(units: Uint16Array, from: number, to: number): boolean {
    return this.#sieve.mayHold(units, from, to);
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
