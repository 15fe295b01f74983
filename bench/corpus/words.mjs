/** The words of the filler text: lemmas of `src/data/words.tsv`, ranked once, drawn by Zipf's law, inflected by chance. */
import { readFileSync } from 'node:fs';
import { isAvoided } from './avoid.mjs';
import { mix, Weighted, weighted } from './random.mjs';

/** Zipf–Mandelbrot weights 1 / (rank + shift) ** exponent (B. Mandelbrot 1953). */
const SHIFT = 4;
const EXPONENT = 1.12;

function attribute(forms, name) {
  const value = forms
    .split(' ')
    .find(pair => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return value && value !== '-' ? value.split('|') : [];
}

function plurals(lemma, forms) {
  const stem = lemma.endsWith('ة') ? lemma.slice(0, -1) : lemma;
  return attribute(forms, 'pl').map(plural => (plural.startsWith('-') ? stem + plural.slice(1) : plural));
}

/** Entries of one part of speech, each `{lemma, plurals, imperfect}`, without the words to avoid. */
function entriesOf(lines, pos, avoided) {
  const entries = [];
  const seen = new Set();
  for (const [lemma, partOfSpeech, forms] of lines) {
    if (partOfSpeech !== pos || lemma.length < 3 || seen.has(lemma) || isAvoided(lemma, avoided)) continue;
    seen.add(lemma);
    const kept = plurals(lemma, forms).filter(plural => !isAvoided(plural, avoided));
    entries.push({ lemma, plurals: kept, imperfect: attribute(forms, 'impf')[0] });
  }
  return entries;
}

/** A table that draws entries by Zipf's law over a fixed shuffle of them. */
function ranked(entries) {
  const order = entries
    .map((entry, index) => ({ entry, key: mix(index * 2654435761) }))
    .sort((left, right) => left.key - right.key)
    .map(({ entry }) => entry);
  return new Weighted(
    order,
    order.map((_, rank) => 1 / (rank + SHIFT) ** EXPONENT),
  );
}

const NOUN_ENDINGS = ['ه', 'ها', 'هم', 'نا', 'هما'];
const PROCLITICS = weighted([
  ['', 70],
  ['و', 12],
  ['ب', 7],
  ['ل', 7],
  ['وب', 1],
  ['ول', 1],
  ['ك', 1],
  ['ف', 1],
]);

/** Attaches a proclitic; ل swallows the alif of the article. */
export function attach(clitic, word) {
  return clitic.endsWith('ل') && word.startsWith('ال') ? `${clitic}${word.slice(1)}` : clitic + word;
}

function withPronoun(word, ending) {
  return word.endsWith('ة') ? `${word.slice(0, -1)}ت${ending}` : word + ending;
}

/** Makes inflected words. One maker serves one corpus. */
export class WordMaker {
  #nouns;
  #adjectives;
  #verbs;
  #avoided;
  #verdicts = new Map();

  /** `file` is `src/data/words.tsv`, `avoided` the set of {@link avoidedWords}. */
  constructor(file, avoided) {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map(line => line.split('\t'))
      .filter(columns => columns.length >= 3);
    this.#avoided = avoided;
    this.#nouns = ranked(entriesOf(lines, 'NOUN', avoided));
    this.#adjectives = ranked(entriesOf(lines, 'ADJ', avoided));
    this.#verbs = ranked(entriesOf(lines, 'VERB', avoided));
  }

  /** `make()` until the outcome is no word to avoid; the verdict is kept per form. */
  #clean(make) {
    for (;;) {
      const word = make();
      let avoid = this.#verdicts.get(word);
      if (avoid === undefined) this.#verdicts.set(word, (avoid = isAvoided(word, this.#avoided)));
      if (!avoid) return word;
    }
  }

  /** A noun: definite or not, singular or plural, perhaps with clitics. */
  noun(random) {
    return this.#clean(() => {
      const entry = this.#nouns.draw(random);
      const word = entry.plurals.length > 0 && random.chance(0.28) ? random.pick(entry.plurals) : entry.lemma;
      const shape = random.unit();
      if (shape < 0.1) return attach(PROCLITICS.draw(random), withPronoun(word, random.pick(NOUN_ENDINGS)));
      return attach(PROCLITICS.draw(random), shape < 0.62 ? `ال${word}` : word);
    });
  }

  /** An adjective: masculine, feminine or sound plural, definite or not. */
  adjective(random) {
    return this.#clean(() => {
      const { lemma } = this.#adjectives.draw(random);
      const shape = random.unit();
      const regular = !/[اىةء]$/.test(lemma);
      const ending = !regular || shape < 0.4 ? '' : shape < 0.86 ? 'ة' : shape < 0.95 ? 'ين' : 'ات';
      const word = random.chance(0.68) ? `ال${lemma}${ending}` : lemma + ending;
      return random.chance(0.05) ? `و${word}` : word;
    });
  }

  /** A verb of the third person: perfect or imperfect, masculine or feminine, perhaps with و, س or a pronoun. */
  verb(random) {
    return this.#clean(() => {
      const { lemma, imperfect } = this.#verbs.draw(random);
      const shape = random.unit();
      const weak = /[اىي]$/.test(lemma);
      let word = lemma;
      if (shape > 0.4 && shape < 0.6 && !weak) word = `${lemma}ت`;
      else if (shape >= 0.6) word = shape < 0.85 ? imperfect : `ت${imperfect.slice(1)}`;
      if (shape >= 0.94) word = `س${word}`;
      if (!weak && random.chance(0.08)) word += random.pick(['ها', 'ه', 'هم']);
      return random.chance(0.15) ? `و${word}` : word;
    });
  }

  /** True when a made-up form may stand in the text. */
  allows(word) {
    return !isAvoided(word, this.#avoided);
  }
}
