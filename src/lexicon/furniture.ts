/**
 * `src/data/furniture.json`: what on a page is not the article: labels, words of menus and buttons, places and agencies
 * of datelines. The build (`furniture-table.ts`) checks it and brings every phrase to the keys that the tokeniser gives the text.
 */
import { readDataJson } from './load.ts';

/**
 * Where a label counts, from the most careful to the least:
 * `line` alone on its line; `colon` also before a colon; `value` also before a date or number; `bare` also before other
 * words when the line is short and has no sentence punctuation; `start` at the beginning of any line.
 */
export const LABEL_PLACES = ['line', 'colon', 'value', 'bare', 'start'] as const;
export type LabelPlace = (typeof LABEL_PLACES)[number];

/** What a label does to the lines behind it. */
export const LABEL_EFFECTS = ['related', 'headlines', 'comments', 'values', 'value', 'caption', 'end'] as const;
export type LabelEffect = (typeof LABEL_EFFECTS)[number];

export const FURNITURE_PARTS = ['date', 'dateline', 'source', 'tags', 'headlines', 'furniture'] as const;
export const WORD_SET_PLACES = ['front', 'outside', 'anywhere'] as const;
/** One label, its phrases as keys of tokens. */
export interface Label {
  readonly id: string;
  readonly part: (typeof FURNITURE_PARTS)[number];
  readonly where: LabelPlace;
  /** Where on the page it counts: `anywhere` when absent. */
  readonly at?: (typeof WORD_SET_PLACES)[number];
  readonly opens?: LabelEffect;
  /** Most words that may stand behind it on its line. */
  readonly maxWords?: number;
  readonly phrases: readonly (readonly string[])[];
}

/** Words of which a line may be made up wholly. */
export interface WordSet {
  readonly id: string;
  readonly part: (typeof FURNITURE_PARTS)[number];
  /** `front`: before the article begins; `outside`: not between its paragraphs; `anywhere`. */
  readonly where: (typeof WORD_SET_PLACES)[number];
  readonly maxWords: number;
  readonly words: readonly string[];
}

/** The compiled file. */
export interface Furniture {
  readonly labels: readonly Label[];
  readonly wordSets: readonly WordSet[];
  readonly places: readonly (readonly string[])[];
  readonly agencies: readonly (readonly string[])[];
  readonly functionWords: Readonly<Record<'ar' | 'fa' | 'ur', readonly string[]>>;
}

/** The built data, as the program reads it at start. */
export function loadFurniture(): Furniture {
  return readDataJson<Furniture>('furniture.json');
}
