/** What an office phrase says: filled in word by word by the reader of offices, read by the reader of drafts. */
import type { FoundCountry } from './country-cues.ts';
import type { Rank } from './mention.ts';

/** One or several ministers, or a group, as a phrase names them. Tokens are inclusive. */
export interface OfficePhrase {
  from: number;
  skip: number;
  to: number;
  /** Offices in order; a dual or plural may have several. Empty: the bare «الوزير» or «نظيره». */
  readonly offices: string[];
  /** Countries in order, with the tokens at which they stand. */
  readonly countries: FoundCountry[];
  readonly scope: string[];
  number: 'one' | 'two' | 'many';
  rank: Rank;
  former: boolean;
  acting: boolean;
  /** «نظيره»: the office is that of the minister named before. */
  counterpart: boolean;
  /** Last token of each portfolio, parallel to `offices`. */
  readonly officeEnds: number[];
}

/** A phrase of one word, of which nothing is known yet. */
export function newPhrase(token: number, skip: number): OfficePhrase {
  return {
    from: token,
    skip,
    to: token,
    offices: [],
    countries: [],
    scope: [],
    number: 'one',
    rank: 'minister',
    former: false,
    acting: false,
    counterpart: false,
    officeEnds: [],
  };
}
