/**
 * Sentence boundaries over tokens. A sentence ends at . ! ? ؟ … (followed by a space or a line end, so that 3.5 and
 * U.S. stay whole), at ؛ never, and at every line end: a line of a news page is a paragraph.
 */
import { grown } from './grown.ts';
import { Gap, type Tokens } from './tokenise.ts';
import { TypeKind, type Vocabulary } from './vocabulary.ts';

const TERMINATORS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u06d4', '\u2026']);
const CLOSERS: ReadonlySet<string> = new Set(['"', '\u201d', '\u00bb', ')', ']', '\u2019', "'"]);

const Sign = { Unknown: 0, Other: 1, Terminator: 2, Closer: 3 } as const;

/** Per type: which sign it is, worked out once. */
class Signs {
  readonly #vocabulary: Vocabulary;
  #signs = new Uint8Array(1 << 12);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  of(type: number): number {
    if (type >= this.#signs.length) this.#signs = grown(this.#signs, type);
    return this.#signs[type] || (this.#signs[type] = this.#think(type));
  }

  #think(type: number): number {
    if (this.#vocabulary.kind(type) !== TypeKind.Sign) return Sign.Other;
    const form = this.#vocabulary.form(type);
    if (TERMINATORS.has(form)) return Sign.Terminator;
    return CLOSERS.has(form) ? Sign.Closer : Sign.Other;
  }
}

const SIGNS = new WeakMap<Vocabulary, Signs>();

function signsOf(vocabulary: Vocabulary): Signs {
  let signs = SIGNS.get(vocabulary);
  if (!signs) SIGNS.set(vocabulary, (signs = new Signs(vocabulary)));
  return signs;
}

/** Index of the first token of each sentence, in order; empty when there are no tokens. */
export function sentenceStarts({ types, gaps, count }: Tokens, vocabulary: Vocabulary): number[] {
  const signs = signsOf(vocabulary);
  const starts: number[] = [];
  /** The token before is a terminator, or a closing sign behind one. */
  let terminated = false;
  for (let index = 0; index < count; index++) {
    const gap = gaps[index];
    if (index === 0 || gap >= Gap.Line || (terminated && gap !== Gap.None)) starts.push(index);
    const sign = signs.of(types[index]);
    terminated = sign === Sign.Terminator || (terminated && sign === Sign.Closer);
  }
  return starts;
}
