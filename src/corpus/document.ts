/** What the corpus room hands on: one file, or one record of a file, as text. */

/** Metadata that a record or an HTML page states about itself. Dates are kept as written. */
export interface StatedMetadata {
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
}

/** A document: the unit that was read, before anybody asks what in it is article and what is page. */
export interface Document {
  /** As reached from the argument, `/` separators, no leading `./`, never made absolute; `-` for standard input. */
  readonly path: string;
  /** The record's id; the path for a page. */
  readonly id: string;
  readonly kind: 'page' | 'record';
  /** Decoded text without BOM, CR LF kept. All offsets refer to it. */
  readonly text: string;
  /** 1-based line of the file at which `text` begins: 1 for pages, the record's line for records. */
  readonly line: number;
  /** Encoding by which the bytes were read, a WHATWG name such as `utf-8` or `windows-1256`. */
  readonly encoding: string;
  /** True when `text` was extracted (HTML): offsets and lines refer to the extracted text. */
  readonly derived: boolean;
  readonly stated: StatedMetadata;
  /** Date of the file (`YYYY-MM-DD`, UTC) when the user asked for it by `--date-from mtime`. */
  readonly fileDate?: string;
}
