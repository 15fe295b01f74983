/** The way of one word, for `rasid explain`: what was read, what was tried, what won. */
import type { TriedReading } from './lemmatise.ts';
import { matchingKey, orthographicForm } from './normalise.ts';
import type { Analysis, Stemmer } from './stemmer.ts';

/** Everything that is thought about one word. */
export interface WordExplanation {
  /** The word without marks, tatweel and foreign code points. */
  readonly form: string;
  /** The form with hamza and final yeh folded: for matching only. */
  readonly key: string;
  /** Readings that the lexicon attests, the cheapest first; the first is the one chosen. Empty for unknown words. */
  readonly readings: readonly TriedReading[];
  readonly analysis: Analysis;
  /** What a reader sees for it when it is counted alone. */
  readonly label: string;
}

/** A stemmer that can tell which readings it weighed: `light`. */
interface ReadingStemmer extends Stemmer {
  readings(form: string): TriedReading[];
}

function tellsReadings(stemmer: Stemmer): stemmer is ReadingStemmer {
  return 'readings' in stemmer;
}

/** The lexicon's lemma; of other words the form without clitics and article, never a folded key. */
export function labelOf(form: string, analysis: Analysis): string {
  return analysis.origin === 'lexicon' ? analysis.lemma : form.slice(analysis.start, analysis.end);
}

/** Explains a word as written in a source. Pure: looks at nothing but the word. */
export function explainWord(word: string, stemmer: Stemmer): WordExplanation {
  const form = orthographicForm(word);
  const analysis = stemmer.analyse(form);
  const tried = tellsReadings(stemmer) ? stemmer.readings(form) : [];
  return {
    form,
    key: matchingKey(form),
    // The sort is stable: among equals the reading tried first stays first, as it does in `analyse`.
    readings: tried.sort((a, b) => a.cost - b.cost),
    analysis,
    label: labelOf(form, analysis),
  };
}
