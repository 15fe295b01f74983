/** Dates as the article room asks for them, over the time room's rules: date lines are read by the same rules as the body. */
import type { Calendar } from '../lexicon/calendar.ts';
import { tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import { type DateLine, parseDateLine } from '../time/dateline.ts';
import { timeWordsOf } from '../time/recognise.ts';
import { type TimeWords, Wake } from '../time/words.ts';

/** Words that begin a date. */
const BEGINS = Wake.Month | Wake.Weekday | Wake.DayHead | Wake.Clock;
/** Longest stretch, in UTF-16 units, in which a date is looked for. */
const REACH = 200;
/** Most answers that are kept. */
const MOST_KNOWN = 5000;

/** Reads dates with one vocabulary and one calendar. */
export class DateReader {
  readonly #vocabulary: Vocabulary;
  readonly #calendar: Calendar;
  readonly #words: TimeWords;
  readonly #buffer = tokenBuffer(128);
  readonly #known = new Map<string, DateLine | null>();

  constructor(vocabulary: Vocabulary, calendar: Calendar) {
    this.#vocabulary = vocabulary;
    this.#calendar = calendar;
    this.#words = timeWordsOf(vocabulary, calendar);
  }

  /**
   * The date that `text.slice(from, to)` states, or null where there is none with a year. The pages of one day carry the
   * same line, so answers are kept; their offsets refer to the slice.
   */
  parseIn(text: string, from: number, to: number): DateLine | null {
    const line = text.slice(from, Math.min(to, from + REACH)).trim();
    const known = this.#known.get(line);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const tokens = tokenise(line, 0, line.length, this.#vocabulary, this.#buffer);
    const date = parseDateLine(tokens, this.#vocabulary, this.#calendar);
    this.#known.set(line, date);
    return date;
  }

  /** True for a line that gives the day in the Islamic and in the Gregorian calendar. */
  isInBothCalendars(text: string, from: number, to: number): boolean {
    const years = text.slice(from, Math.min(to, from + REACH)).match(YEARS) ?? [];
    return years.some(year => HIJRI_CENTURIES.test(year)) && years.some(year => !HIJRI_CENTURIES.test(year));
  }

  /** True for a number, month or weekday. */
  beginsDate(type: number): boolean {
    return this.#vocabulary.kind(type) === TypeKind.Number || (this.#words.wake(type) & BEGINS) !== 0;
  }

  /** True when a weekday begins at `from`. */
  isWeekday(text: string, from: number): boolean {
    const tokens = tokenise(text, from, Math.min(text.length, from + WEEKDAY_REACH), this.#vocabulary, this.#buffer);
    return tokens.count > 0 && (this.#words.wake(tokens.types[0]) & Wake.Weekday) !== 0;
  }

  /** True for a word that may stand in a date line: the calendar knows it, or it is short (م, هـ, th, GMT). */
  isDateWord(type: number): boolean {
    if (this.#vocabulary.kind(type) !== TypeKind.Word) return true;
    const entry = this.#words.entry(type);
    return (
      (entry !== null && (entry.word !== null || entry.phrases.size > 0)) ||
      this.#vocabulary.form(type).length <= SHORT_WORD
    );
  }
}

/** Years as they stand in date lines, and those of them that are of the Islamic calendar (AH 1300 to 1499). */
const YEARS = /(?<!\p{Nd})(?:1[34]|19|20|١[٣٤]|١٩|٢٠)\p{Nd}{2}(?!\p{Nd})/gu;
const HIJRI_CENTURIES = /^(?:1[34]|١[٣٤])/u;
/** Units that hold a weekday. */
const WEEKDAY_REACH = 16;
/** Letters of era marks, day parts, ordinal endings and zones. */
const SHORT_WORD = 3;
