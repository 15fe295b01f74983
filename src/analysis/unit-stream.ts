/** The units of a corpus in the order of the text, as numbers: what tables are made of afterwards. */
import type { Reading } from '../article/reading.ts';
import type { Units } from './units.ts';

/** A growing array of numbers below 2³². */
class Numbers {
  #values = new Uint32Array(1 << 12);
  length = 0;
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }
  at(index: number): number {
    return this.#values[index];
  }
}

/** Units article by article. Occurrences are numbered from 0; an article's run from `first` up to `end`. */
export class UnitStream {
  readonly units: Units;
  readonly #stream = new Numbers();
  readonly #places = new Numbers();
  readonly #ends: number[] = [];
  /** Words of each article, whether they count as units or not. */
  readonly words: number[] = [];

  constructor(units: Units) {
    this.units = units;
  }

  /** Number of articles. */
  get articles(): number {
    return this.#ends.length;
  }

  add({ segments, vocabulary }: Reading): void {
    let words = 0;
    for (const segment of segments) {
      const before = words;
      this.units.each(segment, (formUnit, word) => {
        this.#stream.push(formUnit);
        this.#places.push(before + word);
      });
      const { types, count } = segment.tokens;
      for (let i = 0; i < count; i++) if (vocabulary.isWord(types[i])) words++;
    }
    this.#ends.push(this.#stream.length);
    this.words.push(words);
  }

  first(article: number): number {
    return article === 0 ? 0 : this.#ends[article - 1];
  }

  end(article: number): number {
    return this.#ends[article];
  }

  formUnit(occurrence: number): number {
    return this.#stream.at(occurrence);
  }

  unit(occurrence: number): number {
    return this.units.unit(this.#stream.at(occurrence));
  }

  /** Index of the occurrence's first word among the words of its article. */
  place(occurrence: number): number {
    return this.#places.at(occurrence);
  }

  /** Articles with each unit. */
  documentFrequencies(): number[] {
    const frequencies: number[] = [];
    const last: number[] = [];
    for (let article = 0; article < this.articles; article++) {
      for (let at = this.first(article); at < this.end(article); at++) {
        const unit = this.unit(at);
        if (last[unit] === article) continue;
        last[unit] = article;
        frequencies[unit] = (frequencies[unit] ?? 0) + 1;
      }
    }
    return frequencies;
  }
}
