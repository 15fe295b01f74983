/** From types to lemmas: every type is analysed once, when it is first asked for. */
import { grown } from './grown.ts';
import { matchingKey } from './normalise.ts';
import type { Analysis, LemmaOrigin, Stemmer } from './stemmer.ts';
import type { StopWords } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const UNKNOWN = -1;
const FIRST_TYPES = 1 << 12;
const ORIGINS: readonly LemmaOrigin[] = ['unknown', 'rule', 'lexicon'];
/** Bit of a type's traits beside the index of its origin. */
const STOP = 4;

/** A lemma as an index knows it. */
interface IndexedLemma {
  readonly lemma: string;
  readonly origin: LemmaOrigin;
  readonly pos: string | undefined;
}

/** Lemmas of one vocabulary's types as integers. Ids run in order of first use and mean nothing outside the index. */
export class WordIndex {
  readonly vocabulary: Vocabulary;
  readonly stemmer: Stemmer;
  readonly #stopWords: StopWords;
  #lemmaIds = new Int32Array(FIRST_TYPES).fill(UNKNOWN);
  #traits = new Uint8Array(FIRST_TYPES);
  readonly #ids = new Map<string, number>();
  readonly #lemmas: IndexedLemma[] = [];
  readonly #analyses = new Map<number, Analysis>();

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
    const id = type < this.#lemmaIds.length ? this.#lemmaIds[type] : UNKNOWN;
    return id === UNKNOWN ? this.#resolve(type) : id;
  }

  /** True when the type is a stop word in any of its readings. */
  isStop(type: number): boolean {
    this.lemmaId(type);
    return (this.#traits[type] & STOP) !== 0;
  }

  /** Where the lemma of a word type came from. */
  origin(type: number): LemmaOrigin {
    this.lemmaId(type);
    return ORIGINS[this.#traits[type] & ~STOP];
  }

  /** The analysis of a word type. What is counted of all types has methods of its own: an object for each costs memory. */
  analysis(type: number): Analysis {
    const known = this.#analyses.get(type);
    if (known) return known;
    const analysis = this.stemmer.analyse(this.vocabulary.form(type));
    this.#analyses.set(type, analysis);
    return analysis;
  }

  /** Lemma, origin and part of speech behind an id. An unknown lemma is named by its matching key. */
  lemma(id: number): IndexedLemma {
    return this.#lemmas[id];
  }

  /** Id of a lemma by its name, or -1 when no text has used it. */
  idOf(lemma: string): number {
    return this.#ids.get(lemma) ?? this.#ids.get(matchingKey(lemma)) ?? UNKNOWN;
  }

  #resolve(type: number): number {
    this.#lemmaIds = grown(this.#lemmaIds, type, UNKNOWN);
    this.#traits = grown(this.#traits, type);
    const form = this.vocabulary.form(type);
    const analysis = this.stemmer.analyse(form);
    const id = this.#idOf(analysis);
    this.#lemmaIds[type] = id;
    this.#traits[type] = ORIGINS.indexOf(analysis.origin) | (this.#stopWords.matches(form, analysis) ? STOP : 0);
    return id;
  }

  #idOf(analysis: Analysis): number {
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
    return id;
  }

  /** Part of speech of a lemma: that of its own spelling, so that it does not depend on which form is met first. */
  #lemmaPos(analysis: Analysis): string | undefined {
    if (analysis.origin !== 'lexicon') return undefined;
    const own = this.stemmer.analyse(analysis.lemma);
    return own.lemma === analysis.lemma ? own.pos : analysis.pos;
  }
}
