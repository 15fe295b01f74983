/** What the build makes of a gazetteer file: entities, what their phrases mean, and the phrases as numbered words. */
import { skeleton } from '../text/skeleton.ts';
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import { Vocabulary } from '../text/vocabulary.ts';

/** What it takes to count a phrase: see `ambiguous` in gazetteer-schema.ts. */
export const Cue = { Sure: 0, Evidence: 1, Place: 2, Head: 3, Noun: 4, Each: 5, Town: 6 } as const;

/** A meaning of a phrase: which entity, as which kind, and what it takes to believe it. */
export interface Sense {
  readonly type: string;
  readonly id: string;
  readonly kind: string;
  readonly cue: number;
  /** Ids one of which the article must mention, for names that several things share. */
  readonly with?: readonly string[];
}

/** A compiled list. `phrases` is flat: index into `sets`, number of words, the words, and so on. */
export interface CompiledPhrases {
  readonly senses: readonly Sense[];
  readonly sets: readonly (readonly number[])[];
  /** Distinct words as matching keys, joined by spaces. */
  readonly words: string;
  readonly phrases: readonly number[];
}

/** Signs that join words of one name and are passed over by the matcher. */
export const JOINERS: ReadonlySet<string> = new Set(['-', '.', '\u2011', '\u2013']);

const vocabulary = new Vocabulary();
const buffer = tokenBuffer(64);

/** The words of a phrase as matching keys, by the same tokeniser and normaliser as the texts. */
export function phraseKeys(phrase: string): string[] {
  const tokens = tokenise(phrase, 0, phrase.length, vocabulary, buffer);
  const keys: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const key = vocabulary.key(tokens.types[i]);
    if (!JOINERS.has(key)) keys.push(key);
  }
  return keys;
}

/** Skeletons of the last words of names, each once: by these a person is found whatever the spelling. */
export function lastNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(name => phraseKeys(name).slice(-1)).map(skeleton));
}

/** Writers join and part عبد and أبو at will: «عبد الله», «عبدالله», «أبو الغيط», «أبوالغيط». */
export function nameSpellings(name: string): string[] {
  const joined = name.replace(/(^| )(عبد|أبو|ابو) (?=ال)/gu, '$1$2');
  const parted = name.replace(/(^| )(عبد|أبو|ابو)(?=ال)/gu, '$1$2 ');
  return [...new Set([name, joined, parted])];
}

/** Collects phrases and their senses; equal phrases share one set of senses, first come first. */
export class PhraseList {
  readonly #senses: Sense[] = [];
  readonly #senseIndex = new Map<string, number>();
  readonly #phrases = new Map<string, number[]>();

  add(phrase: string, sense: Sense): void {
    const key = phraseKeys(phrase).join(' ');
    if (key === '') return;
    const index = this.#indexOf(sense);
    const set = this.#phrases.get(key);
    if (!set) this.#phrases.set(key, [index]);
    else if (!set.some(other => this.#sameEntity(other, sense))) set.push(index);
  }

  /** A phrase that already means the entity keeps its first kind: a name is no demonym of itself. */
  #sameEntity(index: number, sense: Sense): boolean {
    const other = this.#senses[index];
    return other.type === sense.type && other.id === sense.id;
  }

  #indexOf(sense: Sense): number {
    const key = JSON.stringify(sense);
    const known = this.#senseIndex.get(key);
    if (known !== undefined) return known;
    this.#senseIndex.set(key, this.#senses.length);
    return this.#senses.push(sense) - 1;
  }

  compiled(): CompiledPhrases {
    const words = new Map<string, number>();
    const sets = new Map<string, number>();
    const phrases: number[] = [];
    for (const [phrase, set] of this.#phrases) {
      const setKey = set.join(' ');
      if (!sets.has(setKey)) sets.set(setKey, sets.size);
      const keys = phrase.split(' ');
      phrases.push(sets.get(setKey)!, keys.length);
      for (const key of keys) {
        if (!words.has(key)) words.set(key, words.size);
        phrases.push(words.get(key)!);
      }
    }
    return {
      senses: this.#senses,
      sets: [...sets.keys()].map(key => key.split(' ').map(Number)),
      words: [...words.keys()].join(' '),
      phrases,
    };
  }
}
