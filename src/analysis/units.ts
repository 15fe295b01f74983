/**
 * What is counted: words, parts of speech or n-grams. A *form unit* is a unit as written (a type, an n-gram of types);
 * a *unit* is what form units are counted under (a lemma, a form, a tag, an n-gram of lemmas).
 */
import type { Segment } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import { Gap } from '../text/tokenise.ts';
import type { WordIndex } from '../text/word-index.ts';
import { describeWord, type KeywordOptions, type WordFrequency } from './keywords.ts';
import { eachNgram, NgramTable } from './ngrams.ts';

/** Tag of words that the lexicon does not know. */
export const UNKNOWN_POS = 'X';

/** `by` may be parts of speech here; `pos` keeps words of these tags alone (of n-grams: every word). */
export interface UnitOptions extends Omit<KeywordOptions, 'by'> {
  readonly by: 'lemma' | 'surface' | 'pos';
  readonly pos?: ReadonlySet<string>;
  readonly ngrams?: readonly [from: number, to: number];
}

/** A source of units over one vocabulary. */
export interface Units {
  /** Calls `found` with each form unit that counts and the index of its first word among the words of the segment. */
  each(segment: Segment, found: (formUnit: number, word: number) => void): void;
  /** What a form unit is counted under. */
  unit(formUnit: number): number;
  /** Row of a unit from its form units with their counts. */
  describe(formUnits: readonly (readonly [formUnit: number, count: number])[], articles: number): WordFrequency;
}

/** The tag of a word type. */
export function partOfSpeech(index: WordIndex, type: number): string {
  return index.analysis(type).pos ?? UNKNOWN_POS;
}

/** Numbers of texts in order of first use. */
class Numbers {
  readonly #ids = new Map<string, number>();
  of(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) this.#ids.set(text, (id = this.#ids.size));
    return id;
  }
}

/** What a word type is counted under, remembered per type. */
function wordUnits(index: WordIndex, by: UnitOptions['by']): (type: number) => number {
  if (by === 'lemma') return type => index.lemmaId(type);
  const numbers = new Numbers();
  const known: (number | undefined)[] = [];
  const text = (type: number): string => (by === 'pos' ? partOfSpeech(index, type) : index.vocabulary.form(type));
  return type => (known[type] ??= numbers.of(text(type)));
}

function wordFilter(index: WordIndex, { keepStopWords, pos, by }: UnitOptions): (type: number) => boolean {
  const keepStops = keepStopWords || by === 'pos';
  const known: (boolean | undefined)[] = [];
  const counts = (type: number): boolean =>
    (keepStops || !index.isStop(type)) && (pos === undefined || pos.has(partOfSpeech(index, type)));
  return type => (known[type] ??= counts(type));
}

/** Single words. */
class WordUnits implements Units {
  readonly #index: WordIndex;
  readonly #options: UnitOptions;
  readonly #counts: (type: number) => boolean;
  readonly unit: (type: number) => number;

  constructor(index: WordIndex, options: UnitOptions) {
    this.#index = index;
    this.#options = options;
    this.#counts = wordFilter(index, options);
    this.unit = wordUnits(index, options.by);
  }

  each({ tokens }: Segment, found: (type: number, word: number) => void): void {
    const { types, count } = tokens;
    for (let i = 0, word = 0; i < count; i++) {
      if (!this.#index.vocabulary.isWord(types[i])) continue;
      if (this.#counts(types[i])) found(types[i], word);
      word++;
    }
  }

  describe(types: readonly (readonly [number, number])[], articles: number): WordFrequency {
    const { by, labelForm } = this.#options;
    if (by !== 'pos') return describeWord(this.#index, { by, labelForm }, types, articles);
    const tag = partOfSpeech(this.#index, types[0][0]);
    const { count, forms } = describeWord(this.#index, { by: 'surface', labelForm }, types, articles);
    return { label: tag, lemma: tag, pos: tag, count, articles, forms };
  }
}

/**
 * N-grams of words with nothing but spaces between them: a sign, a number or a line end parts them, and so does the end
 * of a sentence. One that begins or ends with a stop word is left out unless stop words are kept («في وزارة»).
 */
class NgramUnits implements Units {
  readonly #index: WordIndex;
  readonly #options: UnitOptions;
  readonly #lengths: readonly [number, number];
  readonly #counts: (type: number) => boolean;
  readonly #kept: (type: number) => boolean;
  readonly #word: (type: number) => number;
  readonly #forms = new NgramTable();
  readonly #units = new NgramTable();
  readonly #unitOf: (number | undefined)[] = [];
  readonly #countsNgram: (boolean | undefined)[] = [];

  constructor(index: WordIndex, options: UnitOptions, lengths: readonly [number, number]) {
    this.#index = index;
    this.#options = options;
    this.#lengths = lengths;
    this.#counts = wordFilter(index, { keepStopWords: options.keepStopWords, by: 'lemma', labelForm: 'lemma' });
    this.#kept = wordFilter(index, { ...options, keepStopWords: true });
    this.#word = wordUnits(index, options.by);
  }

  each({ tokens }: Segment, found: (ngram: number, word: number) => void): void {
    const { types, gaps, count } = tokens;
    let run: number[] = [];
    let word = 0;
    const flush = (): void => {
      eachNgram(run, this.#lengths, this.#forms, (ngram, start) => {
        if (this.#isCounted(ngram)) found(ngram, word - run.length + start);
      });
      run = [];
    };
    for (let i = 0; i < count; i++) {
      const isWord = this.#index.vocabulary.isWord(types[i]);
      if (run.length > 0 && (!isWord || gaps[i] >= Gap.Line)) flush();
      if (!isWord) continue;
      run.push(types[i]);
      word++;
    }
    flush();
  }

  unit(ngram: number): number {
    return (this.#unitOf[ngram] ??= this.#units.intern(this.#forms.words(ngram).map(this.#word)));
  }

  describe(ngrams: readonly (readonly [number, number])[], articles: number): WordFrequency {
    const { vocabulary } = this.#index;
    const forms = new Map<string, number>();
    const labels = new Map<string, number>();
    let count = 0;
    for (const [ngram, tokens] of ngrams) {
      const [first, ...rest] = this.#forms.words(ngram);
      const tail = rest.map(type => vocabulary.form(type));
      const form = [vocabulary.form(first), ...tail].join(' ');
      const label = [withoutProclitics(this.#index, first), ...tail].join(' ');
      forms.set(form, (forms.get(form) ?? 0) + tokens);
      labels.set(label, (labels.get(label) ?? 0) + tokens);
      count += tokens;
    }
    const sorted = byCount(forms);
    const words = this.#forms.words(ngrams[0][0]);
    const lemma = words.map(type => this.#index.lemma(this.#index.lemmaId(type)).lemma).join(' ');
    const tags = words.map(type => partOfSpeech(this.#index, type)).join(' ');
    const byTag = this.#options.by === 'pos';
    return {
      label: byTag ? tags : this.#options.by === 'surface' ? sorted[0][0] : byCount(labels)[0][0],
      lemma: byTag ? tags : this.#options.by === 'surface' ? sorted[0][0] : lemma,
      pos: tags,
      count,
      articles,
      forms: sorted.map(([form, tokens]) => ({ form, count: tokens })),
    };
  }

  #isCounted(ngram: number): boolean {
    const known = this.#countsNgram[ngram];
    if (known !== undefined) return known;
    const words = this.#forms.words(ngram);
    const counted = this.#counts(words[0]) && this.#counts(words.at(-1)!) && words.every(this.#kept);
    this.#countsNgram[ngram] = counted;
    return counted;
  }
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]));
}

const ARTICLE = '\u0627\u0644';
const PREPOSITION_AND_ARTICLE = '\u0644\u0644';

/** A word without the conjunctions and prepositions before it, its article kept: «وللأمن» → «الأمن». */
function withoutProclitics(index: WordIndex, type: number): string {
  const form = index.vocabulary.form(type);
  const { start } = index.analysis(type);
  const before = form.slice(0, start);
  const definite = before.endsWith(ARTICLE) || before.endsWith(PREPOSITION_AND_ARTICLE);
  return (definite ? ARTICLE : '') + form.slice(start);
}

/** The units that options ask for. */
export function unitsOf(index: WordIndex, options: UnitOptions): Units {
  return options.ngrams ? new NgramUnits(index, options, options.ngrams) : new WordUnits(index, options);
}
