/** What a rule is: a name, what wakes it, and a reading at one place. */
import type { Meaning, Point, TimeMod } from '../expression.ts';
import type { TokenView } from '../view.ts';

/** What a rule read: tokens `first`…`last - 1`. `first` may lie before the place where the rule woke. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  readonly mod?: TimeMod;
  /** Kept only when joined to a stronger neighbour: «صباح» alone is not a time. */
  readonly weak?: true;
}

/** One form of time expression. */
export interface Rule {
  readonly name: string;
  /** Bits of `Wake`: the rule is tried only where a token has one of them. */
  readonly wakes: number;
  readonly read: (view: TokenView, at: number) => Found | null;
}

/** Shorthand for a found point. */
export function point(first: number, last: number, fields: Omit<Point, 'kind'>): Found {
  return { first, last, meaning: { kind: 'point', ...fields } };
}
