/** Stop words: words without content of their own, matched before and after clitics, by surface and by lemma. */
import { orthographicForm } from './normalise.ts';
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

  constructor(words: Iterable<string>) {
    const forms = [...words].map(word => orthographicForm(word.trim())).filter(word => word !== '');
    this.#forms = new Set(forms);
    this.#bareForms = new Set(forms.map(form => form.replace(HAMZA_ON_ALEF, ALEF)));
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
  matches(form: string, analysis: Analysis): boolean {
    if (this.has(form) || this.#forms.has(analysis.lemma)) return true;
    const inner = form.slice(analysis.start, analysis.end);
    return inner !== form && this.has(inner);
  }
}

/** The words of a stop-word file: one a line, `#` begins a comment. */
export function parseStopWords(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map(line => line.replace(/#.*/u, '').trim())
    .filter(line => line !== '');
}
