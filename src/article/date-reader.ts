/** What the article room needs to know about dates, and from whom: the rules themselves are the time room's. */
import type { Tokens } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** A date read from a line, as precise as it is written. */
export interface LineDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time?: string | undefined;
  /** What spoke against it, such as a weekday that does not fit. */
  readonly conflict?: string | undefined;
}

/** Reads date lines over tokens. */
export interface DateReader {
  /** The date that the tokens hold, or null where there is none with a year. */
  parse(tokens: Tokens, vocabulary: Vocabulary): LineDate | null;
  /** True for a word that belongs to dates: month, weekday, era, part of day, zone. */
  isDateWord(type: number, vocabulary: Vocabulary): boolean;
}
