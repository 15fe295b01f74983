/** From types to lemmas: every type is analysed once, when it is first asked for. */
import { grown } from './grown.ts';
import { matchingKey } from './normalise.ts';
import { type Analysis, type LemmaOrigin, type ListStemmer, NotListed, type Stemmer } from './stemmer.ts';
import type { StopWords } from './stop-words.ts';
import { Vocabulary } from './vocabulary.ts';

const UNKNOWN = -1;
const FIRST_TYPES = 1 << 12;
const ORIGINS: readonly LemmaOrigin[] = ['unknown', 'rule', 'lexicon'];
/** Bit of a type's traits, and of a lemma's, beside the index of its origin: a stop word. */
const STOP = 4;

/** A lemma as an index knows it. */
interface IndexedLemma {
  readonly lemma: string;
  readonly origin: LemmaOrigin;
}

function listerOf(stemmer: Stemmer): ListStemmer | undefined {
  return 'find' in stemmer ? (stemmer as ListStemmer) : undefined;
}

/** Lemmas of one vocabulary's types as integers. Ids run in order of first use and mean nothing outside the index. */
export class WordIndex {
  readonly vocabulary: Vocabulary;
  readonly stemmer: Stemmer;
  readonly #lister: ListStemmer | undefined;
  readonly #stopWords: StopWords;
  #lemmaIds = new Int32Array(FIRST_TYPES).fill(UNKNOWN);
  #traits = new Uint8Array(FIRST_TYPES);
  /** Names of the lemmas: the ids are their types. */
  readonly #names = new Vocabulary();
  #lemmaTraits = new Uint8Array(FIRST_TYPES);
  /** Ids by the stemmer's own numbers of lemmas. */
  #listedIds = new Int32Array(FIRST_TYPES).fill(UNKNOWN);
  readonly #analyses = new Map<number, Analysis>();

  constructor(vocabulary: Vocabulary, stemmer: Stemmer, stopWords: StopWords) {
    this.vocabulary = vocabulary;
    this.stemmer = stemmer;
    this.#lister = listerOf(stemmer);
    this.#stopWords = stopWords;
  }

  /** Number of distinct lemmas met. */
  get size(): number {
    return this.#names.size;
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

  /** Lemma and origin behind an id. An unknown lemma is named by its matching key. */
  lemma(id: number): IndexedLemma {
    return { lemma: this.#names.surface(id), origin: ORIGINS[this.#lemmaTraits[id] & ~STOP] };
  }

  /** Id of a lemma by its name, or -1 when no text has used it. */
  idOf(lemma: string): number {
    const id = this.#names.find(lemma);
    return id === UNKNOWN ? this.#names.find(matchingKey(lemma)) : id;
  }

  #resolve(type: number): number {
    this.#lemmaIds = grown(this.#lemmaIds, type, UNKNOWN);
    this.#traits = grown(this.#traits, type);
    const { vocabulary } = this;
    const lister = this.#lister;
    const found = lister?.find(vocabulary.units, vocabulary.start(type), vocabulary.end(type)) ?? NotListed.NoForm;
    if (lister && found >= 0) return this.#settleListed(type, found, lister);
    const form = vocabulary.form(type);
    const unlisted = lister && found === NotListed.Unlisted;
    return this.#settle(type, form, unlisted ? lister.analyseUnlisted(form) : this.stemmer.analyse(form));
  }

  /** A type by the number that the stemmer has for its lemma: strings are made for new lemmas and likely stop words only. */
  #settleListed(type: number, lemma: number, lister: ListStemmer): number {
    this.#listedIds = grown(this.#listedIds, lemma, UNKNOWN);
    let id = this.#listedIds[lemma];
    if (id === UNKNOWN) this.#listedIds[lemma] = id = this.#idOf(lister.lemmaText(lemma), 'lexicon');
    this.#lemmaIds[type] = id;
    const stop = (this.#lemmaTraits[id] & STOP) !== 0 || this.#hasStopForm(type, lister);
    this.#traits[type] = ORIGINS.indexOf('lexicon') | (stop ? STOP : 0);
    return id;
  }

  /** True when the type found last is listed as a stop word, or the form inside its clitics is. */
  #hasStopForm(type: number, { foundStart, foundEnd }: ListStemmer): boolean {
    const { units } = this.vocabulary;
    const [start, end] = [this.vocabulary.start(type), this.vocabulary.end(type)];
    const [from, to] = [start + foundStart, start + foundEnd];
    if (this.#stopWords.mayHave(units, start, end) && this.#stopWords.has(this.vocabulary.form(type))) return true;
    const cut = from > start || to < end;
    return (
      cut &&
      this.#stopWords.mayHave(units, from, to) &&
      this.#stopWords.has(this.vocabulary.form(type).slice(foundStart, foundEnd))
    );
  }

  #settle(type: number, form: string, analysis: Analysis): number {
    const { lemma, origin } = analysis;
    // Unknown words that differ by hamza alone are one word; lemmas of the lexicon are spelled as they are.
    const name = origin === 'lexicon' || this.stemmer.name === 'none' ? lemma : matchingKey(lemma);
    const id = this.#idOf(name, origin);
    this.#lemmaIds[type] = id;
    this.#traits[type] = ORIGINS.indexOf(origin) | (this.#stopWords.matches(form, analysis) ? STOP : 0);
    return id;
  }

  #idOf(name: string, origin: LemmaOrigin): number {
    const known = this.#names.size;
    const id = this.#names.internWord(name);
    if (id === known) {
      this.#lemmaTraits = grown(this.#lemmaTraits, id);
      this.#lemmaTraits[id] = ORIGINS.indexOf(origin) | (this.#stopWords.hasLemma(name) ? STOP : 0);
    } else if (origin === 'lexicon') this.#lemmaTraits[id] = (this.#lemmaTraits[id] & STOP) | ORIGINS.indexOf(origin);
    return id;
  }
}
