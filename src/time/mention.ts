/** A time expression with its value: what the article, the timeline and the user see. */
import type { CivilDay } from './civil.ts';
import type { Certainty, Tense, TimeMod, TimeType } from './expression.ts';

/** Whence the value: said by the text, or by what. */
export type TimeBasis = 'explicit' | 'publication' | 'weekday' | 'previous' | 'reference' | 'none';

export type Granularity =
  | 'time' | 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'
  | 'interval' | 'duration' | 'set' | 'vague'; // biome-ignore format: a list

/** How each part of a date is known. */
export type Parts = Readonly<Partial<Record<'year' | 'month' | 'day' | 'weekday' | 'clock', Certainty>>>;

export interface TimeMention {
  /** Index of the segment among those given. */
  readonly segment: number;
  /** Token indexes in the segment, the end excluded. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the segment's text; attached clitics left out. */
  readonly start: number;
  readonly end: number;
  readonly type: TimeType;
  /** TIMEX3 value, or `a/b` for an interval. */
  readonly value: string;
  readonly mod?: TimeMod;
  readonly basis: TimeBasis;
  readonly granularity: Granularity;
  readonly rule: string;
  readonly parts: Parts;
  /** What contradicts the value, such as a weekday that does not fit; the value is kept as TIMELINE.md decides. */
  readonly conflict?: string;
  /** A date that does not exist («31 فبراير»): recognised, never rolled over. */
  readonly invalid?: true;
}

/** The date that relative expressions count from. */
export interface Reference {
  /** `YYYY-MM-DD`; a coarser date gives no anchor for days. */
  readonly date: string;
  /** `HH:MM` */
  readonly time?: string;
  /** `publication` for the article's own date, `reference` for one that the user gave. */
  readonly basis: 'publication' | 'reference';
}

export interface TimeContext {
  readonly reference?: Reference;
  /**
   * Latest explicit date anywhere on the page, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: a lower bound, never an anchor. Asked for
   * only when an expression needs it, so it may be a getter that searches.
   */
  readonly latestExplicit?: string | undefined;
}

/** A resolved day, kept for what refers back to it. */
export interface Known {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What resolving one point knows of the rest. */
export interface Surroundings {
  readonly reference: CivilDay | null;
  readonly referenceTime: string | undefined;
  readonly referenceBasis: 'publication' | 'reference';
  readonly tense: Tense | undefined;
  /** The date said last. */
  readonly previous: Known | null;
  /** The last full day, when it stands near. */
  readonly nearDay: CivilDay | null;
  /** Years of days said in full elsewhere in the article, by `MM-DD`. */
  readonly years: ReadonlyMap<string, number>;
  /** Lower bound for weekday agreement without a reference; null when the page says no date. */
  readonly bound: CivilDay | null;
  /** Year borrowing from `previous` allowed (second pass). */
  readonly borrow: boolean;
}

/** The value of one point. */
export interface Resolved {
  readonly value: string;
  readonly basis: TimeBasis;
  readonly granularity: Granularity;
  readonly known?: Known;
  readonly parts?: Parts;
  readonly conflict?: string;
  readonly invalid?: true;
  readonly mod?: TimeMod;
  /** The value is an interval (Ramadan, a Hijri year). */
  readonly end?: string;
}
