/** Dates as the article room asks for them, over the time room's rules: date lines are read by the same rules as the body. */
import type { Calendar } from '../lexicon/calendar.ts';
import { type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import { type DateLine, parseDateLine } from '../time/dateline.ts';
import { timeWordsOf } from '../time/recognise.ts';
import { type TimeWords, Wake } from '../time/words.ts';

/** Words that begin a date. */
const BEGINS = Wake.Month | Wake.Weekday | Wake.Number | Wake.DayHead | Wake.Clock;
/** Longest stretch, in UTF-16 units, in which a date is looked for. */
const REACH = 200;

/** Reads dates with one vocabulary and one calendar. */
export class DateReader {
  readonly #vocabulary: Vocabulary;
  readonly #calendar: Calendar;
  readonly #words: TimeWords;
  readonly #buffer = tokenBuffer(128);

  constructor(vocabulary: Vocabulary, calendar: Calendar) {
    this.#vocabulary = vocabulary;
    this.#calendar = calendar;
    this.#words = timeWordsOf(vocabulary, calendar);
  }

  /** The date that the tokens state, or null where there is none with a year. */
  parse(tokens: Tokens): DateLine | null {
    return parseDateLine(tokens, this.#vocabulary, this.#calendar);
  }

  /** The date in `text.slice(from, to)`; its offsets refer to `text`. */
  parseIn(text: string, from: number, to: number): DateLine | null {
    const end = Math.min(to, from + REACH, text.length);
    return this.parse(tokenise(text, from, end, this.#vocabulary, this.#buffer));
  }

  /** True for a number, month or weekday. */
  beginsDate(type: number): boolean {
    return (this.#words.wake(type) & BEGINS) !== 0;
  }

  /** True for a word that may stand in a date line: the calendar knows it, or it is short (م, هـ, th, GMT). */
  isDateWord(type: number): boolean {
    if (this.#vocabulary.kind(type) !== TypeKind.Word) return true;
    return this.#words.entry(type)?.word != null || this.#vocabulary.form(type).length <= SHORT_WORD;
  }
}

/** Letters of era marks, day parts, ordinal endings and zones. */
const SHORT_WORD = 3;
