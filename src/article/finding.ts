/** A line as the rules see it, and what a rule finds in it. */
import type { Label, WordSet } from '../lexicon/furniture.ts';
import type { Tokens } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { PartName } from './article.ts';
import type { DateReader } from './date-reader.ts';
import type { FurnitureIndex } from './furniture-index.ts';
import type { Line, Shape } from './lines.ts';

/** Why a line is not plain text. */
export interface Finding {
  readonly part: PartName;
  /** Name of the rule: a label's or word set's id, or that of a shape. */
  readonly rule: string;
  /** Where on a page it counts: before the article, not between its paragraphs, or anywhere. */
  readonly where: WordSet['where'];
  readonly label?: Label;
  /** The label stands alone: what it announces is on the next lines. */
  readonly alone?: boolean;
  /** UTF-16 offset at which the label's value begins. */
  readonly valueFrom?: number;
}

/** A line with what is known about it. */
export interface SeenLine {
  readonly text: string;
  readonly line: Line;
  readonly shape: Shape;
  readonly tokens: Tokens;
  readonly index: FurnitureIndex;
  readonly dates: DateReader;
}

/** Longest value of a label, and longest line of menu words, without a limit of its own, in words. */
export const MOST_WORDS = 40;

/** The sign at a token, undefined for a word, a number or the line's end. */
export function signAt({ tokens, index }: SeenLine, at: number): string | undefined {
  const type = tokens.types[at];
  // By its surface: a tatweel for a dash has no form.
  return at < tokens.count && index.vocabulary.kind(type) === TypeKind.Sign
    ? index.vocabulary.surface(type)
    : undefined;
}

/** The first token from `from` on that is no sign. */
export function skipSigns(seen: SeenLine, from: number): number {
  let at = from;
  while (signAt(seen, at) !== undefined) at++;
  return at;
}
