/**
 * `light`: our deterministic lemmatiser. Rules guided by a lexicon, once per type.
 *
 * A word is read as proclitics + (article) + form + enclitic in every way the table of forms attests. The reading with
 * the lowest cost wins: the form's own cost (see lexicon/inflection/form.ts) plus that of its clitics, so the whole
 * word comes first, then the article, then و, and a pronoun only where the stem really exists. A word no reading fits
 * loses only what is safe to take without a lexicon (see `fallback`).
 */
import { matchingKey } from './normalise.ts';
import { type Analysis, type Stemmer, unknownWord } from './stemmer.ts';

/** What the lemmatiser asks of a lexicon: exact look-up of keys, readings in order of likelihood. */
export interface FormTable {
  /** Index of the key spelled by `codes[from..to)`, or -1. */
  find(codes: Uint8Array, from: number, to: number): number;
  readonly readingOffsets: Uint32Array;
  readonly entries: Uint32Array;
  /** Per reading: hash of the written form, see {@link FormTable.spellingHash}. */
  readonly spellings: Int32Array;
  readonly costs: Int8Array;
  /** Per reading: bits of {@link Clitic}. */
  readonly allows: Uint8Array;
  readonly entryLemmas: Uint32Array;
  readonly lemmas: readonly string[];
  partOfSpeech(entry: number): string;
  /** One byte for a letter, 0 for a unit that occurs in no key. */
  letterCode(unit: number): number;
  spellingHash(text: string, from: number, to: number): number;
}

/** Which clitics a form may carry. */
export const Clitic = {
  Article: 1,
  Enclitic: 2,
  EncliticOnly: 4,
  Preposition: 8,
  Future: 16,
  ArticleOnly: 32,
} as const;

/** A sequence of proclitics and what it asks of the form behind it. */
interface Proclitic {
  readonly text: string;
  readonly cost: number;
  /** Bits that the form must allow. */
  readonly needs: number;
  /** The letters behind لل are read as article + form. */
  readonly elidedArticle?: boolean;
  /** Only ل may stand before a verb («ليقول»); the other prepositions before nominals. */
  readonly verbs: boolean;
}

/**
 * Costs of clitics, in the unit of form costs. The order و < ف ب ل < ك follows their share in news (و 194, ب 75, ل 48
 * per 2,044 country names); a combination costs the sum of its parts.
 */
const PROCLITICS: readonly Proclitic[] = [
  { text: '', cost: 0, needs: 0, verbs: true },
  { text: 'و', cost: 2, needs: 0, verbs: true },
  { text: 'ف', cost: 3, needs: 0, verbs: true },
  { text: 'ب', cost: 3, needs: Clitic.Preposition, verbs: false },
  { text: 'ل', cost: 3, needs: Clitic.Preposition, verbs: true },
  { text: 'ك', cost: 5, needs: Clitic.Preposition, verbs: false },
  { text: 'س', cost: 2, needs: Clitic.Future, verbs: true },
  { text: 'لل', cost: 3, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
  { text: 'وب', cost: 5, needs: Clitic.Preposition, verbs: false },
  { text: 'ول', cost: 5, needs: Clitic.Preposition, verbs: true },
  { text: 'وك', cost: 7, needs: Clitic.Preposition, verbs: false },
  { text: 'وس', cost: 4, needs: Clitic.Future, verbs: true },
  { text: 'فب', cost: 6, needs: Clitic.Preposition, verbs: false },
  { text: 'فل', cost: 6, needs: Clitic.Preposition, verbs: true },
  { text: 'فس', cost: 5, needs: Clitic.Future, verbs: true },
  { text: 'ولل', cost: 5, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
  { text: 'فلل', cost: 6, needs: Clitic.Article | Clitic.Preposition, elidedArticle: true, verbs: false },
];

/** Pronouns at the end of a word, with their costs: how often a word that ends so really carries one. */
const ENCLITICS: readonly { readonly text: string; readonly cost: number }[] = [
  { text: 'ها', cost: 3 },
  { text: 'هم', cost: 3 },
  { text: 'ه', cost: 3 },
  { text: 'هما', cost: 3 },
  { text: 'هن', cost: 4 },
  { text: 'نا', cost: 4 },
  { text: 'كم', cost: 5 },
  { text: 'كما', cost: 6 },
  { text: 'ني', cost: 4 },
  { text: 'ك', cost: 6 },
];

const ARTICLE_COST = 1;
/** Penalty where hamza or final yeh are spelled otherwise than the lexicon spells them. */
const BARE_COST = 1;
const CONTRADICTION_COST = 3;
const ALEF_LETTER = '\u0627';
const LAM_LETTER = '\u0644';

/** Length of the longest word that is analysed; anything longer stands for itself. */
const LONGEST = 40;

/** Reads words by one form table. Holds scratch space: one per thread. */
export class Lemmatiser implements Stemmer {
  readonly name = 'light';
  readonly #table: FormTable;
  readonly #codes = new Uint8Array(LONGEST);
  #word = '';
  #length = 0;
  #bestReading = -1;
  #bestCost = 0;
  #bestStart = 0;
  #bestEnd = 0;

  constructor(table: FormTable) {
    this.#table = table;
  }

  /** The likeliest reading of an orthographic form. Deterministic; looks at nothing but the word. */
  analyse(form: string): Analysis {
    this.#word = form;
    const length = form.length;
    this.#length = length;
    this.#bestReading = -1;
    this.#bestCost = Number.MAX_SAFE_INTEGER;
    if (length > LONGEST) return unknownWord(form);
    const key = matchingKey(form);
    for (let i = 0; i < length; i++) {
      const code = this.#table.letterCode(key.charCodeAt(i));
      if (code === 0) return unknownWord(form);
      this.#codes[i] = code;
    }
    for (const proclitic of PROCLITICS) {
      if (proclitic.cost > this.#bestCost) continue;
      if (key.startsWith(proclitic.text) && length - proclitic.text.length >= 2) this.#readBehind(proclitic, key);
    }
    if (this.#bestReading < 0) return this.#fallback(form, key);
    const entry = this.#table.entries[this.#bestReading];
    return {
      lemma: this.#table.lemmas[this.#table.entryLemmas[entry]],
      origin: 'lexicon',
      pos: this.#table.partOfSpeech(entry),
      start: this.#bestStart,
      end: this.#bestEnd,
      cost: this.#bestCost,
    };
  }

  #readBehind(proclitic: Proclitic, key: string): void {
    const start = proclitic.text.length;
    if (proclitic.elidedArticle) {
      this.#try(start, this.#length, proclitic, ARTICLE_COST, 0);
      this.#try(start - 1, this.#length, proclitic, ARTICLE_COST, 0);
      return;
    }
    this.#try(start, this.#length, proclitic, 0, 0);
    const definite =
      key[start] === ALEF_LETTER &&
      key[start + 1] === LAM_LETTER &&
      this.#length - start >= 4 &&
      !proclitic.text.endsWith('ل');
    if (definite) this.#try(start + 2, this.#length, proclitic, ARTICLE_COST, Clitic.Article);
    for (const enclitic of ENCLITICS) {
      const end = this.#length - enclitic.text.length;
      if (end - start >= 2 && key.endsWith(enclitic.text))
        this.#try(start, end, proclitic, enclitic.cost, Clitic.Enclitic);
    }
  }

  /** Looks `word[start..end)` up and keeps the reading if it is the cheapest so far. */
  #try(start: number, end: number, proclitic: Proclitic, extra: number, needs: number): void {
    const table = this.#table;
    const key = table.find(this.#codes, start, end);
    if (key < 0) return;
    const wanted = needs | proclitic.needs;
    const base = proclitic.cost + extra;
    const spelling = table.spellingHash(this.#word, start, end);
    const last = table.readingOffsets[key + 1];
    for (let reading = table.readingOffsets[key]; reading < last; reading++) {
      const allows = table.allows[reading];
      if ((allows & wanted) !== wanted) continue;
      if (allows & Clitic.EncliticOnly && !(wanted & Clitic.Enclitic)) continue;
      if (allows & Clitic.ArticleOnly && !(wanted & Clitic.Article)) continue;
      let cost = base + table.costs[reading];
      if (cost >= this.#bestCost) break;
      if (table.spellings[reading] !== spelling) cost += this.#spellingCost(start, end);
      if (cost >= this.#bestCost) continue;
      if (!proclitic.verbs && table.partOfSpeech(table.entries[reading]) === 'VERB') continue;
      this.#bestCost = cost;
      this.#bestReading = reading;
      this.#bestStart = start;
      this.#bestEnd = end;
    }
  }

  /** A word without any hamza or maksura may be careless; one with another hamza than the lexicon's is another word. */
  #spellingCost(start: number, end: number): number {
    for (let i = start; i < end; i++) {
      const unit = this.#word.charCodeAt(i);
      if (unit === 0x0622 || unit === 0x0623 || unit === 0x0625 || unit === 0x0649) return CONTRADICTION_COST;
    }
    return BARE_COST;
  }

  /** What may be taken off a word that no reading fits: conjunction and article, nothing that would need a guess. */
  #fallback(form: string, key: string): Analysis {
    let start = 0;
    const opening = /^(?:[وف]?(?:[بك]?ال|لل)|و(?!ي|ا|و))/.exec(key)?.[0] ?? '';
    if (key.length - opening.length >= (opening === 'و' ? 4 : 3)) start = opening.length;
    if (start === 0) return unknownWord(form);
    return { lemma: form.slice(start), origin: 'rule', pos: undefined, start, end: form.length, cost: 0 };
  }
}
