/**
 * An article as the counting rooms see it: the selected parts, adjacent lines of one part joined into one segment, each
 * segment as tokens. A segment never crosses from one part to another, so no phrase is found half in the tags.
 */
import { MOST_TOKENS, type Tokens, tokenBuffer, tokenisePieces } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Article, Part, PartName, Span } from './article.ts';

/** A stretch of one part of an article, of at most {@link MOST_TOKENS}. Offsets of its tokens refer to `text`. */
export interface Segment extends Span {
  readonly part: PartName;
  readonly text: string;
  /** 1-based line of the file on which the segment begins. */
  readonly line: number;
  readonly tokens: Tokens;
}

/** One article, tokenised. Valid until the next reading is made with the same {@link Reader}. */
export interface Reading {
  readonly article: Article;
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
}

/** Which parts of an article are counted when nothing else is asked for. */
export const DEFAULT_PARTS: ReadonlySet<PartName> = new Set(['title', 'dateline', 'body']);

function adjoins(before: Part, after: Part): boolean {
  return (
    before.part === after.part && before.text === after.text && !/\S/u.test(before.text.slice(before.end, after.start))
  );
}

type Stretch = { -readonly [Field in keyof Part]: Part[Field] };

/** Joins adjacent parts of one kind; parts that repeat an earlier line are left out unless `keepRepeats`. */
function stretches(article: Article, parts: ReadonlySet<PartName>, keepRepeats: boolean): Stretch[] {
  const joined: Stretch[] = [];
  for (const part of article.parts) {
    if (!parts.has(part.part) || (part.repeated && !keepRepeats)) continue;
    const last = joined[joined.length - 1];
    if (last && adjoins(last, part)) last.end = part.end;
    else joined.push({ ...part });
  }
  return joined;
}

/** Makes readings, reusing one set of token buffers from article to article. */
export class Reader {
  readonly #buffers: Tokens[] = [];
  readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The article's selected parts as segments of tokens, in the order of the text. */
  read(article: Article, parts: ReadonlySet<PartName> = DEFAULT_PARTS, keepRepeats = false): Reading {
    let used = 0;
    const buffer = (): Tokens => (this.#buffers[used++] ??= tokenBuffer());
    const segments: Segment[] = [];
    for (const { part, text, start, end, line } of stretches(article, parts, keepRepeats)) {
      let last: Segment | undefined;
      for (const tokens of tokenisePieces(text, start, end, this.vocabulary, buffer)) {
        const from = last?.end ?? start;
        const to = tokens.count < MOST_TOKENS ? end : tokens.ends[tokens.count - 1];
        last = { part, text, start: from, end: to, line: last ? lineAt(article, last, from) : line, tokens };
        segments.push(last);
      }
    }
    return { article, segments, vocabulary: this.vocabulary };
  }
}

/**
 * A reading as one or more readings of at most {@link MOST_TOKENS}, to be searched one after the other. A reading of usual
 * length is its own only passage.
 */
export function* passagesOf(reading: Reading): Generator<Reading> {
  const { segments } = reading;
  let first = 0;
  let size = 0;
  for (const [index, { tokens }] of segments.entries()) {
    if (size > 0 && size + tokens.count > MOST_TOKENS) {
      yield { ...reading, segments: segments.slice(first, index) };
      first = index;
      size = 0;
    }
    size += tokens.count;
  }
  yield first === 0 ? reading : { ...reading, segments: segments.slice(first) };
}

/** Where a segment's lines were counted last: questions mostly go forward, and no text is searched over again. */
const COUNTED = new WeakMap<Segment, { from: number; next: number; line: number }>();

/** 1-based line of the file on which `offset` of a segment's text stands. For records every offset is on one line. */
export function lineAt(article: Article, segment: Segment, offset: number): number {
  if (article.document.kind === 'record') return segment.line;
  const { text, start, line } = segment;
  let counted = COUNTED.get(segment);
  if (!counted || offset < counted.from) {
    COUNTED.set(segment, (counted = { from: start, next: text.indexOf('\n', start), line }));
  }
  while (counted.next >= 0 && counted.next < offset) {
    counted.from = counted.next + 1;
    counted.next = text.indexOf('\n', counted.from);
    counted.line++;
  }
  return counted.line;
}

/** Number of words in a reading: the tokens that are counted. */
export function wordCount({ segments }: Reading): number {
  return segments.reduce((words, { tokens }) => words + tokens.words, 0);
}
