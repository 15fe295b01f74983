/**
 * `light`: our deterministic lemmatiser. Rules guided by a lexicon, once per type.
 *
 * A word is read as proclitics + (article) + form + enclitic in every way the table of forms attests. The reading with
 * the lowest cost wins: the form's own cost (see lexicon/inflection/form.ts) plus that of its clitics, so the whole
 * word comes first, then the article, then و, and a pronoun only where the stem really exists. A word no reading fits
 * loses only what is safe to take without a lexicon (see fallback.ts).
 */
import { ARTICLE_COST, Clitic, ENCLITICS, PROCLITICS, type Proclitic } from './affixes.ts';
import { ALEF, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, ALEF_MAKSURA, TATWEEL, YEH } from './characters.ts';
import { stemUnknown } from './fallback.ts';
import { type FormTable, LETTER_BASE, LETTER_CODES, letterCode, READING_CELLS } from './form-table.ts';
import { matchingKey } from './normalise.ts';
import { type Analysis, type ListStemmer, NotListed, unknownWord } from './stemmer.ts';
import { foldHash, HASH_SEED } from './vocabulary.ts';

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
/** More than any reading costs: a small integer, which a field holds without a box. */
const NO_COST = 2 ** 30;
/** Length of the longest word that is analysed; anything longer stands for itself. */
const LONGEST = 40;

/** Codes of the letters of keys by letters of forms, from U+0620 on; 0 for what is no letter of a form in Arabic. */
const KEY_CODES = Uint8Array.from({ length: 0x100 }, (_, at) =>
  LETTER_BASE + at === TATWEEL
    ? 0
    : letterCode(matchingKey(`${String.fromCharCode(LETTER_BASE + at)}\u0628`).charCodeAt(0)),
);
const ALEF_CODE = letterCode(ALEF);
const LAM_CODE = letterCode(0x0644);
const YEH_CODE = letterCode(YEH);

/** An affix with the codes of its letters. */
type Coded<Affix> = Affix & { readonly codes: Uint8Array };

function coded<Affix extends { readonly text: string }>(affix: Affix): Coded<Affix> {
  return { ...affix, codes: Uint8Array.from(affix.text, letter => letterCode(letter.charCodeAt(0))) };
}

/** The affixes that a word may have whose key has, at the one end of which they stand, the letter of this code. */
function byLetter<Affix extends { readonly codes: Uint8Array }>(affixes: readonly Affix[], at: number): Affix[][] {
  return Array.from({ length: LETTER_CODES }, (_, code) =>
    affixes.filter(({ codes }) => codes.length === 0 || codes.at(at) === code),
  );
}

// Every field is written out: objects of two shapes would be asked twice.
const PROCLITICS_BY_FIRST = byLetter(
  PROCLITICS.map(affix => coded({ elidedArticle: false, ...affix })),
  0,
);
const ENCLITICS_BY_LAST = byLetter(
  ENCLITICS.map(affix => coded({ keeps: 0, ...affix })),
  -1,
);

/** Reads words by one form table. Holds scratch space: one per thread. */
export class Lemmatiser implements ListStemmer {
  readonly name = 'light';
  readonly #table: FormTable;
  /** The word at hand: its units, and the codes of its key. */
  readonly #units = new Uint16Array(LONGEST);
  readonly #codes = new Uint8Array(LONGEST);
  #length = 0;
  #bestReading = -1;
  #bestCost = 0;
  #bestStart = 0;
  #bestEnd = 0;
  /** Where readings are written down for `explain`; nothing is pruned then. */
  #tried: TriedReading[] | undefined;

  constructor(table: FormTable) {
    this.#table = table;
  }

  /** The likeliest reading of an orthographic form. Deterministic; looks at nothing but the word. */
  analyse(form: string): Analysis {
    if (!this.#takeForm(form)) return unknownWord(form);
    this.#weigh();
    if (this.#bestReading < 0) return this.analyseUnlisted(form);
    return {
      lemma: this.#lemmaOf(this.#bestReading),
      origin: 'lexicon',
      pos: this.#table.partOfSpeech(this.#bestReading),
      start: this.#bestStart,
      end: this.#bestEnd,
      cost: this.#bestCost,
    };
  }

  find(units: Uint16Array, from: number, to: number): number {
    if (!this.#take(units, from, to)) return NotListed.NoForm;
    this.#weigh();
    return this.#bestReading < 0 ? NotListed.Unlisted : this.#table.lemma(this.#bestReading);
  }

  get foundStart(): number {
    return this.#bestStart;
  }

  get foundEnd(): number {
    return this.#bestEnd;
  }

  lemmaText(lemma: number): string {
    return this.#table.lemmaText(lemma);
  }

  /**
   * A word that no reading fits. Looking its stem up once more among the nouns was tried and cost a point of precision:
   * unknown words are mostly names, and a name less its ending is often a common noun.
   */
  analyseUnlisted(form: string): Analysis {
    const { stem, start } = stemUnknown(form);
    if (stem === form) return unknownWord(form);
    return { lemma: stem, origin: 'rule', pos: undefined, start, end: form.length, cost: 0 };
  }

  /** Every reading that the table attests, in the order tried. The first of those with the lowest cost is chosen. */
  readings(form: string): TriedReading[] {
    const tried: TriedReading[] = [];
    if (!this.#takeForm(form)) return tried;
    this.#tried = tried;
    this.#weigh();
    this.#tried = undefined;
    return tried;
  }

  #lemmaOf(reading: number): string {
    return this.#table.lemmaText(this.#table.lemma(reading));
  }

  #takeForm(form: string): boolean {
    if (form.length > LONGEST) return false;
    const units = this.#units;
    for (let i = 0; i < form.length; i++) units[i] = form.charCodeAt(i);
    return this.#take(units, 0, form.length);
  }

  /** Makes `units[from..to)` the word at hand; false for one that is too long or holds other than letters of forms. */
  #take(units: Uint16Array, from: number, to: number): boolean {
    const length = to - from;
    this.#length = length;
    if (length === 0 || length > LONGEST) return false;
    for (let i = 0; i < length; i++) {
      const unit = units[from + i];
      const at = unit - LETTER_BASE;
      const code = at >= 0 && at < KEY_CODES.length ? KEY_CODES[at] : 0;
      if (code === 0) return false;
      this.#units[i] = unit;
      this.#codes[i] = code;
    }
    if (this.#units[length - 1] === ALEF_MAKSURA) this.#codes[length - 1] = YEH_CODE;
    return true;
  }

  /** Tries all readings of the word at hand and leaves the best in the fields. */
  #weigh(): void {
    const length = this.#length;
    this.#bestReading = -1;
    this.#bestCost = NO_COST;
    for (const proclitic of PROCLITICS_BY_FIRST[this.#codes[0]]) {
      if (proclitic.cost > this.#bestCost && !this.#tried) continue;
      const rest = length - proclitic.codes.length;
      // A letter may be a word («و» before a quotation mark), but none is what a clitic leaves.
      if ((rest >= 2 || rest === length) && this.#spells(proclitic.codes, 0)) this.#readBehind(proclitic);
    }
  }

  /** True when the letters of the key from `at` on are these. */
  #spells(letters: Uint8Array, at: number): boolean {
    for (let i = 0; i < letters.length; i++) if (this.#codes[at + i] !== letters[i]) return false;
    return true;
  }

  #readBehind(proclitic: Coded<Proclitic>): void {
    const start = proclitic.codes.length;
    if (proclitic.elidedArticle) {
      this.#try(start, this.#length, proclitic, ARTICLE_COST, 0);
      this.#try(start - 1, this.#length, proclitic, ARTICLE_COST, 0);
      return;
    }
    this.#try(start, this.#length, proclitic, 0, 0);
    const definite =
      this.#length - start >= 4 &&
      this.#codes[start] === ALEF_CODE &&
      this.#codes[start + 1] === LAM_CODE &&
      (start === 0 || this.#codes[start - 1] !== LAM_CODE);
    if (definite) {
      // «ألسنة» begins with a radical: nobody writes the article's alef with a hamza on purpose.
      const slip = this.#units[start] === ALEF ? 0 : ARTICLE_HAMZA_COST;
      this.#try(start + 2, this.#length, proclitic, ARTICLE_COST + slip, Clitic.Article);
    }
    for (const { codes, cost, needs, keeps } of ENCLITICS_BY_LAST[this.#codes[this.#length - 1]]) {
      const at = this.#length - codes.length;
      if (at + keeps - start >= 2 && this.#spells(codes, at))
        this.#try(start, at + keeps, proclitic, cost, Clitic.Enclitic | needs);
    }
  }

  /** Looks `word[start..end)` up and keeps the reading if it is the cheapest so far. */
  #try(start: number, end: number, proclitic: Proclitic, extra: number, needs: number): void {
    const table = this.#table;
    const record = table.find(this.#codes, start, end);
    if (record < 0) return;
    const wanted = needs | proclitic.needs;
    const base = proclitic.cost + extra;
    const stem = this.#spellingHash(start, end - 1);
    const spelling = foldHash(stem, this.#units[end - 1]);
    const last = table.endOfReadings(record);
    for (let reading = table.firstReading(record); reading < last; reading += READING_CELLS) {
      if (!fits(table.allows(reading), wanted)) continue;
      let cost = base + table.cost(reading);
      if (cost >= this.#bestCost && !this.#tried) break;
      if (table.spelling(reading) !== spelling) cost += this.#spellingCost(start, end, stem, table.spelling(reading));
      const pos = table.partOfSpeech(reading);
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

  #spellingHash(start: number, end: number): number {
    let hash = HASH_SEED;
    for (let i = start; i < end; i++) hash = foldHash(hash, this.#units[i]);
    return hash;
  }

  /** «أكبرها» is common; «مكافحه» is a careless مكافحة rather than «his fighting one». */
  #mayBeElative(start: number): boolean {
    return this.#units[start] === ALEF_HAMZA_ABOVE || this.#units[start] === ALEF;
  }

  #writeDown(reading: number, start: number, end: number, cost: number): void {
    const word = String.fromCharCode(...this.#units.subarray(0, this.#length));
    this.#tried?.push({
      proclitics: word.slice(0, start),
      form: word.slice(start, end),
      enclitic: word.slice(end),
      lemma: this.#lemmaOf(reading),
      pos: this.#table.partOfSpeech(reading),
      cost,
    });
  }

  /**
   * What it costs that `word[start..end)` is spelled otherwise than the lexicon spells it. ى and ي at the end are often
   * confused, and a word without any hamza may be careless; one with another hamza than the lexicon's is another word.
   * `stem` is the hash of all but the last letter.
   */
  #spellingCost(start: number, end: number, stem: number, expected: number): number {
    const last = this.#units[end - 1];
    if (last === ALEF_MAKSURA && foldHash(stem, YEH) === expected) return MAKSURA_COST;
    if (last === YEH && foldHash(stem, ALEF_MAKSURA) === expected) return YEH_COST;
    for (let i = start; i < end; i++) {
      const unit = this.#units[i];
      if (unit === ALEF_MADDA || unit === ALEF_HAMZA_ABOVE || unit === ALEF_HAMZA_BELOW) return CONTRADICTION_COST;
    }
    // «الباب» is the door before it is ألباب without its hamza.
    const likeArticle = this.#units[start] === ALEF && start + 1 < this.#length && this.#codes[start + 1] === LAM_CODE;
    return likeArticle ? BARE_COST + ARTICLE_COST : BARE_COST;
  }
}

/** True when a form with the bits `allows` may carry the clitics `wanted`, and carries those that it is bound to. */
function fits(allows: number, wanted: number): boolean {
  if ((allows & wanted) !== wanted) return false;
  if (allows & Clitic.EncliticOnly && !(wanted & Clitic.Enclitic)) return false;
  return !(allows & Clitic.ArticleOnly) || (wanted & Clitic.Article) !== 0;
}
