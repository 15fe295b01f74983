/**
 * `light`: our deterministic lemmatiser. Rules guided by a lexicon, once per type.
 *
 * A word is read as proclitics + (article) + form + enclitic in every way the table of forms attests. The reading with
 * the lowest cost wins: the form's own cost (see lexicon/inflection/form.ts) plus that of its clitics, so the whole
 * word comes first, then the article, then و, and a pronoun only where the stem really exists. A word no reading fits
 * loses only what is safe to take without a lexicon (see fallback.ts).
 */
import {
  ARTICLE_COST,
  Clitic,
  ENCLITIC_LETTERS,
  ENCLITICS,
  PROCLITIC_LETTERS,
  PROCLITICS,
  type Proclitic,
} from './affixes.ts';
import { ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, ALEF_MAKSURA, YEH } from './characters.ts';
import { stemUnknown } from './fallback.ts';
import type { FormTable } from './form-table.ts';
import { matchingKey } from './normalise.ts';
import { type Analysis, type Stemmer, unknownWord } from './stemmer.ts';

/** One reading of a word that the table attests. */
export interface TriedReading {
  /** The three pieces that the word is cut into; the article counts as a proclitic. */
  readonly proclitics: string;
  readonly form: string;
  readonly enclitic: string;
  readonly lemma: string;
  readonly pos: string;
  readonly cost: number;
}

/** Penalties where hamza or final yeh are spelled otherwise than the lexicon spells them. */
const BARE_COST = 1;
const YEH_COST = 2;
const MAKSURA_COST = 3;
const CONTRADICTION_COST = 5;
/** A pronoun on an adjective that is no elative. */
const ADJECTIVE_PRONOUN_COST = 2;
/** A hamza on the alef of the article: «إلوزير». */
const ARTICLE_HAMZA_COST = 4;
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
  /** The pronouns that the word may end in: found once, asked behind every proclitic. */
  readonly #enclitics = new Uint8Array(ENCLITICS.length);
  #encliticCount = 0;
  /** Where readings are written down for `explain`; nothing is pruned then. */
  #tried: TriedReading[] | undefined;

  constructor(table: FormTable) {
    this.#table = table;
  }

  /** The likeliest reading of an orthographic form. Deterministic; looks at nothing but the word. */
  analyse(form: string): Analysis {
    const key = this.#read(form);
    if (key === undefined) return unknownWord(form);
    if (this.#bestReading < 0) return stemByRule(form);
    const entry = this.#table.entries[this.#bestReading];
    return {
      lemma: this.#lemmaOf(entry),
      origin: 'lexicon',
      pos: this.#table.partOfSpeech(entry),
      start: this.#bestStart,
      end: this.#bestEnd,
      cost: this.#bestCost,
    };
  }

  /** Every reading that the table attests, in the order tried. The first of those with the lowest cost is chosen. */
  readings(form: string): TriedReading[] {
    const tried: TriedReading[] = [];
    this.#tried = tried;
    this.#read(form);
    this.#tried = undefined;
    return tried;
  }

  #lemmaOf(entry: number): string {
    return this.#table.lemmas[this.#table.entryLemmas[entry]];
  }

  /** Tries all readings of `form` and leaves the best in the fields; its key, or undefined for a word of other letters. */
  #read(form: string): string | undefined {
    const { length } = form;
    this.#word = form;
    this.#length = length;
    this.#bestReading = -1;
    this.#bestCost = Number.MAX_SAFE_INTEGER;
    if (length === 0 || length > LONGEST) return undefined;
    const key = matchingKey(form);
    if (!this.#encode(key)) return undefined;
    this.#findEnclitics(key);
    const proclitics = PROCLITIC_LETTERS.includes(key[0]) ? PROCLITICS.length : 1;
    for (let i = 0; i < proclitics; i++) {
      const proclitic = PROCLITICS[i];
      if (proclitic.cost > this.#bestCost && !this.#tried) continue;
      const rest = length - proclitic.text.length;
      // A letter may be a word («و» before a quotation mark), but none is what a clitic leaves.
      if ((rest >= 2 || rest === length) && key.startsWith(proclitic.text)) this.#readBehind(proclitic, key);
    }
    return key;
  }

  #encode(key: string): boolean {
    for (let i = 0; i < key.length; i++) {
      const code = this.#table.letterCode(key.charCodeAt(i));
      if (code === 0) return false;
      this.#codes[i] = code;
    }
    return true;
  }

  #findEnclitics(key: string): void {
    this.#encliticCount = 0;
    if (!ENCLITIC_LETTERS.includes(key[key.length - 1])) return;
    for (let i = 0; i < ENCLITICS.length; i++)
      if (key.endsWith(ENCLITICS[i].text)) this.#enclitics[this.#encliticCount++] = i;
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
      !proclitic.text.endsWith(LAM_LETTER);
    if (definite) {
      // «ألسنة» begins with a radical: nobody writes the article's alef with a hamza on purpose.
      const slip = this.#word[start] === ALEF_LETTER ? 0 : ARTICLE_HAMZA_COST;
      this.#try(start + 2, this.#length, proclitic, ARTICLE_COST + slip, Clitic.Article);
    }
    for (let i = 0; i < this.#encliticCount; i++) {
      const { text, cost, needs, keeps = 0 } = ENCLITICS[this.#enclitics[i]];
      const end = this.#length - text.length + keeps;
      if (end - start >= 2) this.#try(start, end, proclitic, cost, Clitic.Enclitic | needs);
    }
  }

  /** Looks `word[start..end)` up and keeps the reading if it is the cheapest so far. */
  #try(start: number, end: number, proclitic: Proclitic, extra: number, needs: number): void {
    const table = this.#table;
    const key = table.find(this.#codes, start, end);
    if (key < 0) return;
    const wanted = needs | proclitic.needs;
    const base = proclitic.cost + extra;
    const stem = table.spellingHash(this.#word, start, end - 1);
    const spelling = table.foldSpelling(stem, this.#word.charCodeAt(end - 1));
    const last = table.readingOffsets[key + 1];
    for (let reading = table.readingOffsets[key]; reading < last; reading++) {
      if (!fits(table.allows[reading], wanted)) continue;
      let cost = base + table.costs[reading];
      if (cost >= this.#bestCost && !this.#tried) break;
      if (table.spellings[reading] !== spelling) cost += this.#spellingCost(start, end, stem, table.spellings[reading]);
      const pos = table.partOfSpeech(table.entries[reading]);
      if (!proclitic.verbs && pos === 'VERB') continue;
      if (pos === 'ADJ' && needs & Clitic.Enclitic && !this.#mayBeElative(start)) cost += ADJECTIVE_PRONOUN_COST;
      if (this.#tried) this.#writeDown(reading, start, end, cost);
      if (cost >= this.#bestCost) continue;
      this.#bestCost = cost;
      this.#bestReading = reading;
      this.#bestStart = start;
      this.#bestEnd = end;
    }
  }

  /** «أكبرها» is common; «مكافحه» is a careless مكافحة rather than «his fighting one». */
  #mayBeElative(start: number): boolean {
    const first = this.#word.charCodeAt(start);
    return first === ALEF_HAMZA_ABOVE || this.#word[start] === ALEF_LETTER;
  }

  #writeDown(reading: number, start: number, end: number, cost: number): void {
    const entry = this.#table.entries[reading];
    this.#tried?.push({
      proclitics: this.#word.slice(0, start),
      form: this.#word.slice(start, end),
      enclitic: this.#word.slice(end),
      lemma: this.#lemmaOf(entry),
      pos: this.#table.partOfSpeech(entry),
      cost,
    });
  }

  /**
   * What it costs that `word[start..end)` is spelled otherwise than the lexicon spells it. ى and ي at the end are often
   * confused, and a word without any hamza may be careless; one with another hamza than the lexicon's is another word.
   * `stem` is the hash of all but the last letter.
   */
  #spellingCost(start: number, end: number, stem: number, expected: number): number {
    const last = this.#word.charCodeAt(end - 1);
    if (last === ALEF_MAKSURA && this.#table.foldSpelling(stem, YEH) === expected) return MAKSURA_COST;
    if (last === YEH && this.#table.foldSpelling(stem, ALEF_MAKSURA) === expected) return YEH_COST;
    for (let i = start; i < end; i++) {
      const unit = this.#word.charCodeAt(i);
      if (unit === ALEF_MADDA || unit === ALEF_HAMZA_ABOVE || unit === ALEF_HAMZA_BELOW) return CONTRADICTION_COST;
    }
    // «الباب» is the door before it is ألباب without its hamza.
    const likeArticle = this.#word[start] === ALEF_LETTER && this.#word[start + 1] === LAM_LETTER;
    return likeArticle ? BARE_COST + ARTICLE_COST : BARE_COST;
  }
}

/** True when a form with the bits `allows` may carry the clitics `wanted`, and carries those that it is bound to. */
function fits(allows: number, wanted: number): boolean {
  if ((allows & wanted) !== wanted) return false;
  if (allows & Clitic.EncliticOnly && !(wanted & Clitic.Enclitic)) return false;
  return !(allows & Clitic.ArticleOnly) || (wanted & Clitic.Article) !== 0;
}

/**
 * A word that no reading fits. Looking its stem up once more among the nouns was tried and cost a point of precision:
 * unknown words are mostly names, and a name less its ending is often a common noun.
 */
function stemByRule(form: string): Analysis {
  const { stem, start } = stemUnknown(form);
  if (stem === form) return unknownWord(form);
  return { lemma: stem, origin: 'rule', pos: undefined, start, end: form.length, cost: 0 };
}
