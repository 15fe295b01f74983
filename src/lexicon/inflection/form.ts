/** What the inflection rules hand on: a written form of a lemma, how likely it is, and which clitics it may carry. */

import { Clitic as Allows } from '../../text/affixes.ts';

export { Allows };

/**
 * How a form stands to its lemma, from the reading one meets first to the one only met when nothing else fits. The
 * numbers are costs: the analysis with the lowest sum of form and clitic costs wins (see text/lemmatise.ts).
 */
export const FormCost = {
  /** The lexicon says that this reading of a homograph is the likelier one. */
  Wins: -1,
  /** Closed-class words: their forms are lists, not rules. */
  Closed: 0,
  /** The lemma as the lexicon writes it. */
  Lemma: 1,
  /** Plural, feminine, tanwin, third person: what news text is made of. */
  Common: 2,
  /** Dual, jussive, passive with a spelling of its own. */
  Less: 3,
  /** Bare construct of a sound plural or dual, first person plural. */
  Rare: 4,
  /** First and second person singular, second person plural. */
  Speaker: 5,
  /** يه for ية: a pronoun seldom follows a singular in ي, so the slip is likelier than behind another letter. */
  NisbaSlip: 4,
  /** ه for ة at a word's end: a slip that is believed before a pronoun on an inflected form, not before one on a lemma. */
  Slip: 5,
  /** The same on a name, whose stem may be a common word with a pronoun: «باسمه». */
  NameSlip: 5,
} as const;

/** One written form of an entry. */
export interface Form {
  readonly written: string;
  readonly cost: number;
  readonly allows: number;
}

/** Bits of a noun or adjective form that may take everything a noun can. */
export const NOMINAL = Allows.Article | Allows.Enclitic | Allows.Preposition;
/** Bits of a nominal form without article: constructs. */
export const CONSTRUCT = Allows.Enclitic | Allows.Preposition;
/** Bits of a nominal form that stands alone: tanwin. */
export const ALONE = Allows.Preposition;
/** Bits of a nominal stem that only stands before a pronoun. */
export const BOUND = Allows.EncliticOnly | Allows.Enclitic | Allows.Preposition;
