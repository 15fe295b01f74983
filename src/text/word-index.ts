/** From types to lemmas: every type is analysed once, when it is first asked for. */
import { matchingKey } from './normalise.ts';
import type { Analysis, Stemmer } from './stemmer.ts';
import type { StopWords } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const UNKNOWN = -1;

/** Lemmas of one vocabulary's types as integers. Ids run in order of first use and mean nothing outside the index. */
export class WordIndex {
  readonly vocabulary: Vocabulary;
  readonly stemmer: Stemmer;
  readonly #stopWords: StopWords;
  #lemmaIds = new Int32Array(1 << 12).fill(UNKNOWN);
  readonly #stops: boolean[] = [];
  readonly #analyses: (Analysis | undefined)[] = [];
  readonly #ids = new Map<string, number>();
  readonly #lemmas: {
    readonly lemma: string;
    readonly origin: Analysis['origin'];
    readonly pos: string | undefined;
  }[] = [];

  constructor(vocabulary: Vocabulary, stemmer: Stemmer, stopWords: StopWords) {
    this.vocabulary = vocabulary;
    this.stemmer = stemmer;
    this.#stopWords = stopWords;
  }

  /** Number of distinct lemmas met. */
  get size(): number {
    return this.#lemmas.length;
  }

  /** Lemma id of a word type. */
  lemmaId(type: number): number {
    if (type < this.#lemmaIds.length && this.#lemmaIds[type] !== UNKNOWN) return this.#lemmaIds[type];
    return this.#resolve(type);
  }

  /** True when the type is a stop word in any of its readings. */
  isStop(type: number): boolean {
    this.lemmaId(type);
    return this.#stops[type];
  }

  /** The analysis of a word type. */
  analysis(type: number): Analysis {
    return (this.#analyses[type] ??= this.stemmer.analyse(this.vocabulary.form(type)));
  }

  /** Lemma, origin and part of speech behind an id. An unknown lemma is named by its matching key. */
  lemma(id: number): { readonly lemma: string; readonly origin: Analysis['origin']; readonly pos: string | undefined } {
    return this.#lemmas[id];
  }

  /** Id of a lemma by its name, or -1 when no text has used it. */
  idOf(lemma: string): number {
    return this.#ids.get(lemma) ?? this.#ids.get(matchingKey(lemma)) ?? UNKNOWN;
  }

  #resolve(type: number): number {
    if (type >= this.#lemmaIds.length) {
      const larger = new Int32Array(Math.max(this.#lemmaIds.length * 2, type + 1)).fill(UNKNOWN);
      larger.set(this.#lemmaIds);
      this.#lemmaIds = larger;
    }
    const analysis = this.analysis(type);
    // Unknown words that differ by hamza alone are one word; lemmas of the lexicon are spelled as they are.
    const name =
      analysis.origin === 'lexicon' || this.stemmer.name === 'none' ? analysis.lemma : matchingKey(analysis.lemma);
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#lemmas.length;
      this.#ids.set(name, id);
      this.#lemmas.push({ lemma: name, origin: analysis.origin, pos: this.#lemmaPos(analysis) });
    } else if (analysis.origin === 'lexicon' && this.#lemmas[id].origin !== 'lexicon') {
      this.#lemmas[id] = { lemma: name, origin: 'lexicon', pos: this.#lemmaPos(analysis) };
    }
    this.#lemmaIds[type] = id;
    this.#stops[type] = this.#stopWords.matches(this.vocabulary.form(type), analysis);
    return id;
  }

  /** Part of speech of a lemma: that of its own spelling, so that it does not depend on which form is met first. */
  #lemmaPos(analysis: Analysis): string | undefined {
    if (analysis.origin !== 'lexicon') return undefined;
    const own = this.stemmer.analyse(analysis.lemma);
    return own.lemma === analysis.lemma ? own.pos : analysis.pos;
  }
}
