/**
 * The words of time: `src/data/calendar.json`, checked and compiled by the build (`calendar-build.ts`) to one table from a written form to what
 * it may mean. Hamza matters («آب» August, «أب» father), so the table is asked with the exact form first and with the
 * folded key second; forms listed as `exactOnly` are never folded.
 */
import { readDataJson } from './load.ts';

/** What a word of time may be; one word may be several («الثاني» is an ordinal and ends a month's name). */
export const WORD_KINDS = [
  'weekday', 'bareWeekday', 'part', 'partAdverb', 'partNoun', 'tonight', 'deictic', 'weakDeictic', 'unit', 'direction',
  'this', 'few', 'long', 'every', 'edge', 'firstDay', 'cardinal', 'ordinal', 'decade', 'century', 'season', 'fraction', 'role',
  'meridiem', 'zone', 'zoneName', 'zoneAbbreviation', 'set', 'vague', 'nowadaysBefore', 'named', 'blocked', 'nameHead', 'givenName',
  'quantityBefore', 'quantityAfter', 'ageAfter', 'anchorAfter', 'tense', 'alsoNoun', 'degree',
] as const; // biome-ignore format: a table
export type WordKind = (typeof WORD_KINDS)[number];

/** The data file as it stands. */
export interface CalendarData {
  readonly source: string;
  readonly monthSystems: readonly {
    readonly id: string;
    readonly label: string;
    readonly calendar: 'gregorian' | 'hijri';
    readonly source: string;
    /** Twelve lists of spellings, January (or Muharram) first. */
    readonly months: readonly (readonly string[])[];
  }[];
  readonly verbMonths: readonly { readonly name: string; readonly why: string }[];
  readonly nameMonths: readonly { readonly name: string; readonly why: string }[];
  readonly exactOnly: readonly { readonly form: string; readonly why: string }[];
  readonly words: readonly {
    readonly is: WordKind;
    readonly value: string | number;
    readonly note?: string;
    readonly forms: readonly string[];
  }[];
}

/** A month by name. `weak` months are also other words: `verb` needs a neighbour or a preposition, `name` a neighbour. */
export interface MonthName {
  readonly calendar: 'gregorian' | 'hijri';
  readonly number: number;
  readonly weak?: 'verb' | 'name';
  /** Id of the month system, as in the data file. */
  readonly system: string;
}

/** All meanings of one word or phrase, by kind. `role` is a list because small words have several. */
export interface Senses {
  month?: MonthName;
  weekday?: number;
  bareWeekday?: number;
  part?: string;
  partAdverb?: string;
  partNoun?: string;
  tonight?: string;
  deictic?: number;
  weakDeictic?: number;
  unit?: string;
  direction?: string;
  this?: string;
  few?: string;
  long?: string;
  every?: string;
  edge?: string;
  firstDay?: number;
  cardinal?: number;
  ordinal?: number;
  decade?: number;
  century?: string;
  season?: string;
  fraction?: string;
  role?: readonly string[];
  meridiem?: string;
  zone?: string;
  zoneName?: string;
  zoneAbbreviation?: string;
  set?: string;
  vague?: string;
  nowadaysBefore?: string;
  named?: string;
  blocked?: string;
  nameHead?: string;
  givenName?: string;
  quantityBefore?: string;
  quantityAfter?: string;
  ageAfter?: string;
  anchorAfter?: string;
  tense?: string;
  alsoNoun?: string;
  degree?: string;
}

/** A phrase of several words: the keys of the words after the first. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly senses: Senses;
}

/** The compiled table. Read-only once made; it may serve any number of vocabularies. */
export interface Calendar {
  /** By orthographic form. */
  readonly exact: ReadonlyMap<string, Senses>;
  /** By matching key. */
  readonly folded: ReadonlyMap<string, Senses>;
  /** Phrases by the key of their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** The table as the build writes it: every meaning once, words and phrases by its index. */
export interface PackedCalendar {
  readonly senses: readonly Senses[];
  readonly exact: readonly (readonly [string, number])[];
  readonly folded: readonly (readonly [string, number])[];
  readonly phrases: readonly (readonly [string, readonly (readonly [readonly string[], number])[]])[];
}

/** The table that rules ask, from what the build wrote. */
export function unpackCalendar({ senses, exact, folded, phrases }: PackedCalendar): Calendar {
  return {
    exact: new Map(exact.map(([form, index]) => [form, senses[index]])),
    folded: new Map(folded.map(([key, index]) => [key, senses[index]])),
    phrases: new Map(
      phrases.map(([first, list]) => [first, list.map(([rest, index]) => ({ rest, senses: senses[index] }))]),
    ),
  };
}

let loaded: Calendar | undefined;

/** The calendar that ships with the program, read once. */
export function loadCalendar(): Calendar {
  loaded ??= unpackCalendar(readDataJson<PackedCalendar>('calendar.json'));
  return loaded;
}
