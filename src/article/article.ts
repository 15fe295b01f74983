/** What the article room makes of a document: its articles, each with its parts and what is known about it. */
import type { Document } from '../corpus/document.ts';

/** A pair of UTF-16 offsets, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The parts of a page. Every character of a document belongs to exactly one of them. */
export const PART_NAMES = [
  'title',
  'date',
  'dateline',
  'body',
  'source',
  'tags',
  'related',
  'headlines',
  'furniture',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** One stretch of text that belongs to one part: a line, or the beginning or the rest of one. */
export interface Part extends Span {
  readonly part: PartName;
  /** The text that `start` and `end` refer to: the document's, or for a record's title the title itself. */
  readonly text: string;
  /** 1-based line of the file on which the part begins. */
  readonly line: number;
  /** Name of the rule that decided, as shown by `rasid articles --lines`. */
  readonly rule: string;
  /** The same line stood earlier in this document: counted once unless `--keep-repeats`. */
  readonly repeated?: boolean;
}

/** How the publication date became known, from the surest to the weakest; `none` when it did not. */
export type PublishedBasis =
  | 'record'
  | 'meta'
  | 'label'
  | 'stamp'
  | 'dateline'
  | 'body'
  | 'url'
  | 'file'
  | 'option'
  | 'none';

/** A publication date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as precise as it is known, perhaps with the time `HH:MM`. */
export interface Published {
  readonly date: string;
  readonly time?: string;
  readonly basis: PublishedBasis;
  /** What spoke against it, such as a weekday that does not fit; the date is kept. */
  readonly conflict?: string;
}

/** An article: the main one of a document, or a related one embedded behind a label. */
export interface Article {
  /** The record's id; for pages the path, for related articles `path#2`, `path#3` … */
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly kind: 'main' | 'related';
  readonly document: Document;
  /** In the order of the text. For a related article its own title, dateline, body …; for the main one all the rest. */
  readonly parts: readonly Part[];
  readonly title?: string;
  /** Absent when unknown. A related article never inherits the page's date. */
  readonly published?: Published;
  readonly source?: string;
  readonly author?: string;
  readonly tags: readonly string[];
  /** Place of the dateline («عمّان - ») as written. */
  readonly place?: string;
  /** Agency of the dateline («(بترا)») as written. */
  readonly agency?: string;
  /** `ar`, or another language of the script recognised by its function words (`fa`, `ur`), or `other`. */
  readonly language: string;
}
