/** Tokens as the rules see them: words of time, numbers and signs at a place, and the way from one to the next. */

import type { Senses } from '../lexicon/calendar.ts';
import { Gap, type Tokens } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Phrases, TimeWord, TimeWords } from './words.ts';

/** How many places a view remembers; more than any rule looks around. */
const REMEMBERED = 32;

/** Read-only look at one stretch of tokens. Every method answers for places outside the stretch too. */
export class TokenView {
  tokens: Tokens;
  readonly words: TimeWords;

  /** The words read last, by place: rules that are tried at one token ask about the same few. */
  readonly #places = new Int32Array(REMEMBERED).fill(-1);
  readonly #read: (TimeWord | null)[] = new Array(REMEMBERED).fill(null);

  constructor(tokens: Tokens, words: TimeWords) {
    this.tokens = tokens;
    this.words = words;
  }

  /** The same view of another stretch: articles have many, and a view is more than most of them need. */
  moveTo(tokens: Tokens): this {
    this.tokens = tokens;
    this.#places.fill(-1);
    return this;
  }

  get count(): number {
    return this.tokens.count;
  }

  /** The longest phrase or else the word of time at a place; null for anything else. */
  word(at: number): TimeWord | null {
    if (at < 0 || at >= this.tokens.count) return null;
    const cell = at % REMEMBERED;
    if (this.#places[cell] !== at) {
      this.#places[cell] = at;
      this.#read[cell] = this.#readWord(at);
    }
    return this.#read[cell];
  }

  #readWord(at: number): TimeWord | null {
    const entry = this.words.entry(this.tokens.types[at]);
    if (!entry) return null;
    return (entry.phrases.size > 0 ? this.#phrase(entry.phrases, at) : null) ?? entry.word;
  }

  #phrase(phrases: Phrases, at: number): TimeWord | null {
    const second = at + 1 < this.tokens.count ? this.words.second(this.tokens.types[at + 1]) : 0;
    const list = second === 0 ? undefined : phrases.get(second);
    if (list) for (const { rest, word } of list) if (this.#matches(at + 1, rest)) return word;
    return null;
  }

  /** The word at a place without its phrases. */
  single(at: number): TimeWord | null {
    if (at < 0 || at >= this.tokens.count) return null;
    return this.words.entry(this.tokens.types[at])?.word ?? null;
  }

  #matches(from: number, keys: readonly string[]): boolean {
    for (let i = 0; i < keys.length; i++) {
      const at = from + i;
      if (at >= this.tokens.count || this.tokens.gaps[at] > Gap.Space) return false;
      if (this.key(at) !== keys[i]) return false;
    }
    return true;
  }

  senses(at: number): Senses | null {
    return this.word(at)?.senses ?? null;
  }

  /** True when the word at a place has this role. */
  is(at: number, role: string): boolean {
    return this.hasRole(at, role) || (this.word(at)?.senses.role?.includes(role) ?? false);
  }

  private hasRole(at: number, role: string): boolean {
    return this.single(at)?.senses.role?.includes(role) ?? false;
  }

  /** Value of the number at a place, -1 for no number. */
  number(at: number): number {
    if (at < 0 || at >= this.tokens.count) return -1;
    const type = this.tokens.types[at];
    return this.words.vocabulary.kind(type) === TypeKind.Number ? this.words.vocabulary.number(type) : -1;
  }

  /** Digits written at a place. */
  digits(at: number): number {
    return this.tokens.ends[at] - this.tokens.starts[at];
  }

  /** The sign at a place, '' for none. */
  sign(at: number): string {
    if (at < 0 || at >= this.tokens.count) return '';
    const type = this.tokens.types[at];
    return this.words.vocabulary.kind(type) === TypeKind.Sign ? this.words.vocabulary.form(type) : '';
  }

  isWord(at: number): boolean {
    return at >= 0 && at < this.tokens.count && this.words.vocabulary.isWord(this.tokens.types[at]);
  }

  form(at: number): string {
    return at >= 0 && at < this.tokens.count ? this.words.vocabulary.form(this.tokens.types[at]) : '';
  }

  key(at: number): string {
    return at >= 0 && at < this.tokens.count ? this.words.vocabulary.key(this.tokens.types[at]) : '';
  }

  /** True when nothing stands between a token and the one before it. */
  glued(at: number): boolean {
    return at > 0 && at < this.tokens.count && this.tokens.gaps[at] === Gap.None;
  }

  /** True when a token begins a line: no expression crosses it. */
  beginsLine(at: number): boolean {
    return at <= 0 || at >= this.tokens.count || this.tokens.gaps[at] >= Gap.Line;
  }
}
