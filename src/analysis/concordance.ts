/** Key word in context: every occurrence of a term with the words around it. */
import type { PartName } from '../article/article.ts';
import type { Reading, Segment } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import type { Aggregate } from './aggregate.ts';
import type { Occurrence, TermMatcher } from './term.ts';

/** One occurrence. `left` is what comes before in reading order (on the right hand in Arabic), `right` what follows. */
export interface ConcordanceLine {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly part: PartName;
  readonly left: string;
  readonly match: string;
  readonly right: string;
  /** UTF-16 offsets of the match, whole words, into the document. */
  readonly start: number;
  readonly end: number;
}

/** `left` sorts by the words before the match, the nearest first; `right` by those behind it. */
export interface ConcordanceOptions {
  /** Words on each side. */
  readonly context: number;
  readonly sort: 'position' | 'left' | 'right';
  /** Keep so many, chosen by a hash of `seed` and place: the same ones whatever the order of reading. 0 keeps all. */
  readonly sample: number;
  readonly seed: number;
}

/** A line with what it is sorted and sampled by. */
export interface KeptLine {
  readonly line: ConcordanceLine;
  readonly key: string;
  readonly draw: number;
}

export interface ConcordancePartial {
  readonly lines: readonly KeptLine[];
  readonly found: number;
}

/** All kept lines in the order asked for, and how many there were before sampling. */
export interface Concordance {
  readonly lines: readonly ConcordanceLine[];
  readonly found: number;
}

/** A number that depends on seed and place alone, evenly spread: FNV-1a with the finisher of MurmurHash3. */
function draw(seed: number, place: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < place.length; i++) hash = Math.imul(hash ^ place.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Lines of rising offsets in one segment, counted once from its beginning. Every offset of a record is on one line. */
function lineCounter({ article }: Reading, segment: Segment): (offset: number) => number {
  let { line } = segment;
  let at = article.document.kind === 'record' ? -1 : segment.text.indexOf('\n', segment.start);
  return offset => {
    for (; at >= 0 && at < offset; at = segment.text.indexOf('\n', at + 1)) line++;
    return line;
  };
}

function inReadingOrder(a: ConcordanceLine, b: ConcordanceLine): number {
  return (
    compareCodePoints(a.path, b.path) ||
    a.line - b.line ||
    compareCodePoints(a.part, b.part) ||
    a.start - b.start ||
    compareCodePoints(a.article, b.article)
  );
}

/** Longest context per word that is asked for, in UTF-16 units: a page without spaces must not fill every line. */
const WORD_LENGTH = 24;
const LEAST_CONTEXT = 200;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Collects the lines of a term's concordance. */
export class ConcordanceLines implements Aggregate<ConcordancePartial, Concordance> {
  readonly #matcher: TermMatcher;
  readonly #options: ConcordanceOptions;
  #kept: KeptLine[] = [];
  #found = 0;

  constructor(matcher: TermMatcher, options: ConcordanceOptions) {
    this.#matcher = matcher;
    this.#options = options;
  }

  add(reading: Reading): void {
    let segment: Segment | undefined;
    let lineOf = (_: number): number => 1;
    for (const occurrence of this.#matcher.find(reading)) {
      if (occurrence.segment !== segment) {
        segment = occurrence.segment;
        lineOf = lineCounter(reading, segment);
      }
      this.#found++;
      this.#keep(this.#lineOf(reading, occurrence, lineOf(segment.tokens.starts[occurrence.from])));
    }
  }

  merge(other: ConcordancePartial): void {
    this.#found += other.found;
    for (const line of other.lines) this.#kept.push(line);
    this.#thin();
  }

  partial(): ConcordancePartial {
    this.#thin();
    return { lines: this.#kept, found: this.#found };
  }

  finish(): Concordance {
    this.#thin();
    const sorted = [...this.#kept].sort((a, b) => compareCodePoints(a.key, b.key) || inReadingOrder(a.line, b.line));
    return { lines: sorted.map(({ line }) => line), found: this.#found };
  }

  #lineOf({ article, vocabulary }: Reading, { segment, from, to }: Occurrence, line: number): KeptLine {
    const { tokens, text } = segment;
    const first = this.#edge(segment, from, -1, vocabulary);
    const last = this.#edge(segment, to, 1, vocabulary);
    const start = tokens.starts[from];
    const end = tokens.ends[to];
    const { sort, sample, seed, context } = this.#options;
    const longest = Math.max(LEAST_CONTEXT, context * WORD_LENGTH);
    return {
      line: {
        article: article.id,
        path: article.path,
        line,
        part: segment.part,
        left: oneLine(text.slice(Math.max(tokens.starts[first], start - longest), start)),
        match: oneLine(text.slice(start, end)),
        right: oneLine(text.slice(end, Math.min(tokens.ends[last], end + longest))),
        start,
        end,
      },
      key: sort === 'position' ? '' : this.#sortKey(segment, sort === 'left' ? [from, first] : [to, last], vocabulary),
      draw: sample > 0 ? draw(seed, `${article.id}\n${segment.part}\n${start}`) : 0,
    };
  }

  /** The token at which the context ends: so many words away, signs and numbers between them included. */
  #edge({ tokens }: Segment, from: number, step: 1 | -1, vocabulary: Vocabulary): number {
    let words = 0;
    let edge = from;
    for (let at = from + step; at >= 0 && at < tokens.count && words < this.#options.context; at += step) {
      if (vocabulary.kind(tokens.types[at]) !== TypeKind.Sign) words++;
      edge = at;
    }
    return edge;
  }

  #sortKey({ tokens }: Segment, [from, to]: readonly [number, number], vocabulary: Vocabulary): string {
    const step = to < from ? -1 : 1;
    const words: string[] = [];
    for (let at = from; at !== to; ) {
      at += step;
      if (vocabulary.isWord(tokens.types[at])) words.push(vocabulary.key(tokens.types[at]));
    }
    return words.join(' ');
  }

  #keep(line: KeptLine): void {
    this.#kept.push(line);
    const { sample } = this.#options;
    if (sample > 0 && this.#kept.length > 2 * sample + 1000) this.#thin();
  }

  /** Keeps the lines with the lowest draws: a sample that does not depend on the order of reading. */
  #thin(): void {
    const { sample } = this.#options;
    if (sample === 0 || this.#kept.length <= sample) return;
    this.#kept = this.#kept.sort((a, b) => a.draw - b.draw || inReadingOrder(a.line, b.line)).slice(0, sample);
  }
}
