/** A page as lines that have been looked at one by one: the ground on which the splitter decides. */
import type { Document } from '../corpus/document.ts';
import { grown } from '../text/grown.ts';
import { type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import type { PartName } from './article.ts';
import type { DateReader } from './date-reader.ts';
import type { Finding } from './finding.ts';
import { findIn } from './findings.ts';
import type { FurnitureIndex } from './furniture-index.ts';
import { type Line, readLines, type Shape, shapeOf, tokeniseLine } from './lines.ts';

/** One line of text, blank lines left out. */
export interface PageLine extends Line {
  readonly shape: Shape;
  readonly finding: Finding | undefined;
  /** Begins with a place or agency of datelines. */
  readonly placed: boolean;
}

/** To which part of which article a line belongs, and why. */
export interface Decision {
  readonly part: PartName;
  readonly rule: string;
  /** 0 for the main article, 1 and up for related ones in the order of the page. */
  readonly article: number;
}

/** What the splitter needs besides the page. */
export interface SplitTools {
  readonly index: FurnitureIndex;
  readonly dates: DateReader;
  readonly stems: Stems;
}

/** A page ready to be split. */
export interface Page {
  readonly document: Document;
  readonly text: string;
  /** Lines that are not blank, in order. */
  readonly lines: readonly PageLine[];
  readonly tools: SplitTools;
}

const buffer: Tokens = tokenBuffer();

/** «date 2024-05-31 » as some extractors write it before the text they took from a page. */
const EXTRACTOR_DATE = /^date \d{4}-\d{2}(?:-\d{2})?\s+(?=\S)/u;
/** Units in which it stands. */
const EXTRACTOR_REACH = 40;

/** The lines that are not blank; a date that an extractor put before the first is a line of its own. */
function* visibleLines(text: string): Generator<Line> {
  let first = true;
  for (const line of readLines(text)) {
    if (line.from === line.to) continue;
    const mark = first
      ? EXTRACTOR_DATE.exec(text.slice(line.from, Math.min(line.to, line.from + EXTRACTOR_REACH)))
      : null;
    first = false;
    if (!mark) {
      yield line;
      continue;
    }
    const cut = line.from + mark[0].length;
    yield { ...line, end: cut, to: line.from + mark[0].trimEnd().length };
    yield { ...line, start: cut, from: cut };
  }
}

/** Looks at every line of a document's text. */
export function viewPage(document: Document, tools: SplitTools): Page {
  const { text } = document;
  const { index, dates } = tools;
  const { vocabulary } = index;
  const lines: PageLine[] = [];
  for (const line of visibleLines(text)) {
    const whole = tokeniseLine(text, line, index, buffer);
    const shape = shapeOf(text, line, buffer, whole, vocabulary);
    const finding = findIn({ text, line, shape, tokens: buffer, index, dates });
    const { start, end, from, to, number } = line;
    const phrase = finding ? undefined : index.phraseAt(buffer, 0);
    const placed = phrase !== undefined && (phrase.place || phrase.agency);
    lines.push({ start, end, from, to, number, shape, finding, placed });
  }
  return { document, text, lines, tools };
}

/** Units of a paragraph that are looked at when it is compared with a headline. */
const LEAD = 400;
/** Letters in which two forms of one word mostly agree, once article and conjunctions are off. */
const STEM = 4;

function stemOf(key: string): string {
  let start = 0;
  if (key.length > 4 && (key[0] === '\u0648' || key[0] === '\u0641')) start = 1; // و ف
  if (key.startsWith('\u0627\u0644', start))
    start += 2; // ال
  else if (key.startsWith('\u0644\u0644', start))
    start += 2; // لل
  else if (key.length - start > 5 && key.startsWith('\u0627\u0644', start + 1))
    start += 3; // بال كال
  else if (key.length - start > 4 && '\u0628\u0644\u0643'.includes(key[start])) start += 1; // ب ل ك
  return key.slice(start, start + STEM);
}

/** Rough stems of a vocabulary's types as numbers, worked out once per type. */
export class Stems {
  readonly #vocabulary: Vocabulary;
  readonly #ids = new Map<string, number>();
  #stems = new Int32Array(1 << 12);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The stem of a type, -1 where it is no word or too short to tell anything. */
  of(type: number): number {
    if (type >= this.#stems.length) this.#stems = grown(this.#stems, type);
    return this.#stems[type] || (this.#stems[type] = this.#think(type));
  }

  #think(type: number): number {
    const stem = this.#vocabulary.isWord(type) ? stemOf(this.#vocabulary.key(type)) : '';
    if (stem.length < 3) return -1;
    let id = this.#ids.get(stem);
    if (id === undefined) this.#ids.set(stem, (id = this.#ids.size + 1));
    return id;
  }
}

/** Rough stems of the words of a line, to see whether a headline speaks of what a paragraph tells. */
export function stemsOf(page: Page, line: Line): Set<number> {
  const { index, stems } = page.tools;
  const tokens = tokenise(page.text, line.from, Math.min(line.to, line.from + LEAD), index.vocabulary, buffer);
  const found = new Set<number>();
  for (let i = 0; i < tokens.count; i++) {
    const stem = stems.of(tokens.types[i]);
    if (stem > 0) found.add(stem);
  }
  return found;
}

/** How many stems two lines share. */
export function sharedStems(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}

/** A line's words as one text: equal for lines that differ only in marks, hamza, signs or spaces. */
export function lineKey(page: Page, line: Line): string {
  const { vocabulary } = page.tools.index;
  const tokens = tokenise(page.text, line.from, line.to, vocabulary, buffer);
  const keys: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.types[i];
    if (vocabulary.kind(type) !== TypeKind.Sign) keys.push(vocabulary.key(type));
  }
  return keys.join(' ');
}
