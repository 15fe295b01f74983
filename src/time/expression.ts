/** What the recogniser finds: spans over tokens and their meaning as written, before any reference date is asked. */

/** TIMEX3 type of an expression; INTERVAL is ours for one expression with two ends. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET' | 'INTERVAL';
/** TIMEX3 `mod`. */
export type TimeMod = 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER';
/**
 * Which way the verb of the sentence points; `speech` is a verb of saying, which dates the saying only; `told` is a verb of
 * the past so far away that it may belong to something else.
 */
export type Tense = 'past' | 'told' | 'future' | 'speech';
/** Units of TIMEX3 periods: I minute, S second, D day, W week, M month, Y year, DE decade, CE century. */
export type Unit = 'S' | 'I' | 'H' | 'D' | 'W' | 'M' | 'Y' | 'DE' | 'CE';
/** Which way a modifier such as الماضي or المقبل points. */
export type Direction =
  | 'past'
  | 'past2'
  | 'previous'
  | 'last'
  | 'future'
  | 'future2'
  | 'next'
  | 'new'
  | 'present'
  | 'same';

/** A time of day; `hour` 0–24 once the words of noon are applied. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

/** A point of time as written: only what the text says. Fields that it does not say are absent. */
export interface Point {
  readonly kind: 'point';
  readonly calendar?: 'hijri';
  readonly bc?: true;
  /** Century as written, the 17th is 17. */
  readonly century?: number;
  /** Tens digit of a decade: 8 for the eighties. */
  readonly decade?: number;
  readonly year?: number;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: string;
  readonly month?: number;
  readonly weekend?: true;
  readonly day?: number;
  /** ISO weekday 1–7. */
  readonly weekday?: number;
  /** Amount of a unit from the reference: الشهر الماضي is -1 M, أمس is -1 D. */
  readonly shift?: { readonly unit: Unit; readonly amount: number };
  readonly direction?: Direction;
  /** MO MI AF EV NI, or MN for midnight. */
  readonly part?: string;
  readonly clock?: Clock;
  /** A second date in the other calendar, as stated beside it («الموافق»). */
  readonly beside?: Point;
  /** A day with a name, such as `H10-01` (1 Shawwal) or `G05-01`. */
  readonly named?: string;
  /** Name of the month system that was written. */
  readonly system?: string;
  /** A numeric date whose two first numbers could be exchanged: the order is proved by a weekday or assumed. */
  readonly swappable?: true;
}

export type Meaning =
  | Point
  | { readonly kind: 'interval'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'vague'; readonly value: string }
  | { readonly kind: 'name' };

/** How a part of a date is known: said by the text, implied by a reference or a modifier, or not at all. */
export type Certainty = 'certain' | 'implied' | 'unknown';

/** One recognised expression. Token indexes count in its `Tokens`; `start` and `end` are UTF-16 offsets of the text. */
export interface TimeExpression {
  readonly first: number;
  /** Token index after the last. */
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly type: TimeType;
  /** Rules that made it, the first one named by the form it begins with: `day-month+clock`. */
  readonly rule: string;
  readonly meaning: Meaning;
  readonly mod?: TimeMod;
  readonly tense?: Tense;
}
