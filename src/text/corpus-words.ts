/**
 * `--vocabulary corpus`: words that the lexicon does not know are held against the corpus itself. A first pass collects
 * what is written in it; in the second an affix comes off where the rest is attested as a word of its own. It finds
 * more forms of names and technical terms, but a count may move when a file is added: an option, never the default.
 */
import { ENCLITICS, PROCLITICS } from './affixes.ts';
import { matchingKey } from './normalise.ts';
import { type Analysis, type Stemmer, unknownWord } from './stemmer.ts';
import { TypeKind, type Vocabulary } from './vocabulary.ts';

const ARTICLE = '\u0627\u0644'; // ALEF LAM

/** Letters that must be left when an affix is taken off. */
const SHORTEST = 3;

/** Endings and what the word without them ends in, the surest first. */
const ENDINGS: readonly { readonly ending: string; readonly stem: string }[] = [
  { ending: 'يين', stem: 'ي' },
  { ending: 'يون', stem: 'ي' },
  { ending: 'ية', stem: 'ي' },
  { ending: 'ين', stem: '' },
  { ending: 'ون', stem: '' },
  { ending: 'ات', stem: 'ة' },
  { ending: 'ات', stem: '' },
  { ending: 'ه', stem: 'ة' },
  { ending: 'ا', stem: '' },
];

/** The words written in a corpus, by matching key. */
export class CorpusWords {
  readonly #keys = new Set<string>();

  /** Takes in every word of a vocabulary. May be called for several, in any order. */
  add(vocabulary: Vocabulary): void {
    for (let type = 0; type < vocabulary.size; type++) {
      if (vocabulary.kind(type) === TypeKind.Word) this.#keys.add(vocabulary.key(type));
    }
  }

  /** True when `key` is written as a word of its own, with or without the article. */
  has(key: string): boolean {
    return this.#keys.has(key) || this.#keys.has(ARTICLE + key);
  }

  get size(): number {
    return this.#keys.size;
  }
}

/** What is left of a key, and how many letters stood before it. */
interface Rest {
  readonly key: string;
  readonly start: number;
}

/** Reads words by a lexicon and, where it knows none, by the words of a corpus. */
export class CorpusStemmer implements Stemmer {
  readonly name = 'light';
  readonly #lexicon: Stemmer;
  readonly #words: CorpusWords;

  constructor(lexicon: Stemmer, words: CorpusWords) {
    this.#lexicon = lexicon;
    this.#words = words;
  }

  /** The lexicon's analysis, or for a word it does not know the attested stem, or else what its rules make of it. */
  analyse(form: string): Analysis {
    const analysis = this.#lexicon.analyse(form);
    if (analysis.origin === 'lexicon') return analysis;
    const key = matchingKey(form);
    const { key: inner, start } = this.#withoutProclitics(key);
    const stem = this.#withoutEndings(inner);
    if (stem === key) return this.#words.has(key) ? unknownWord(form) : analysis;
    return { lemma: stem, origin: 'rule', pos: undefined, start, end: form.length, cost: 0 };
  }

  /** The cheapest proclitics whose rest is attested come off; the article always does. */
  #withoutProclitics(key: string): Rest {
    let best: Rest = { key, start: 0 };
    let cost = Number.MAX_SAFE_INTEGER;
    for (const proclitic of PROCLITICS) {
      if (!key.startsWith(proclitic.text) || proclitic.cost >= cost) continue;
      let start = proclitic.text.length;
      if (!proclitic.elidedArticle && key.startsWith(ARTICLE, start)) start += ARTICLE.length;
      const rest = key.slice(start);
      if (start === 0 || rest.length < SHORTEST || !this.#words.has(rest)) continue;
      best = { key: rest, start };
      cost = proclitic.cost;
    }
    return best;
  }

  /** Takes pronouns and endings off for as long as what remains is attested; each step is shorter, so it ends. */
  #withoutEndings(key: string): string {
    for (const { text, keeps } of ENCLITICS) {
      const stem = key.slice(0, -text.length);
      if (
        text.length > 1 &&
        keeps === undefined &&
        key.endsWith(text) &&
        stem.length >= SHORTEST &&
        this.#words.has(stem)
      )
        return this.#withoutEndings(stem);
    }
    for (const { ending, stem } of ENDINGS) {
      const rest = key.slice(0, -ending.length) + stem;
      if (key.endsWith(ending) && rest.length > SHORTEST && this.#words.has(rest))
        return rest.length < key.length ? this.#withoutEndings(rest) : rest;
    }
    return key;
  }
}
