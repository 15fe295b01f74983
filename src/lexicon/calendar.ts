/**
 * The words of time: `src/data/calendar.json` (checked by the build) compiled to one table from a written form to what
 * it may mean. Hamza matters («آب» August, «أب» father), so the table is asked with the exact form first and with the
 * folded key second; forms listed as `exactOnly` are never folded.
 */
import { matchingKey, orthographicForm } from '../text/normalise.ts';
import { readDataJson } from './load.ts';

/** What a word of time may be; one word may be several («الثاني» is an ordinal and ends a month's name). */
export const WORD_KINDS = [
  'weekday', 'bareWeekday', 'part', 'partAdverb', 'partNoun', 'tonight', 'deictic', 'weakDeictic', 'unit', 'direction',
  'this', 'few', 'long', 'every', 'edge', 'firstDay', 'cardinal', 'ordinal', 'decade', 'century', 'season', 'fraction', 'role',
  'meridiem', 'zone', 'zoneName', 'zoneAbbreviation', 'set', 'vague', 'nowadaysBefore', 'named', 'blocked', 'nameHead', 'givenName',
  'quantityBefore', 'quantityAfter', 'ageAfter', 'anchorAfter', 'tense',
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

function addSense(senses: Senses, kind: WordKind, value: string | number): void {
  const target = senses as Record<string, unknown>;
  if (kind === 'role') target.role = [...(senses.role ?? []), value];
  else target[kind] ??= value;
}

class Compiler {
  readonly exact = new Map<string, Senses>();
  readonly folded = new Map<string, Senses>();
  readonly phrases = new Map<string, Phrase[]>();
  readonly exactOnly: ReadonlySet<string>;

  constructor(exactOnly: readonly string[]) {
    this.exactOnly = new Set(exactOnly);
  }

  add(written: string, give: (senses: Senses) => void): void {
    const keys = written.split(' ').map(word => matchingKey(orthographicForm(word)));
    if (keys.length > 1) {
      give(this.#phrase(keys));
      return;
    }
    give(slot(this.exact, written));
    if (!this.exactOnly.has(written)) give(slot(this.folded, keys[0]));
  }

  #phrase([first, ...rest]: string[]): Senses {
    const list = slotList(this.phrases, first);
    const known = list.find(phrase => phrase.rest.join(' ') === rest.join(' '));
    if (known) return known.senses;
    const phrase: Phrase = { rest, senses: {} };
    list.push(phrase);
    list.sort((a, b) => b.rest.length - a.rest.length);
    return phrase.senses;
  }
}

function slot(map: Map<string, Senses>, key: string): Senses {
  let senses = map.get(key);
  if (!senses) map.set(key, (senses = {}));
  return senses;
}

function slotList(map: Map<string, Phrase[]>, key: string): Phrase[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}

/** Compiles the checked data into the table that the time room asks. */
export function compileCalendarWords(data: CalendarData): Calendar {
  const compiler = new Compiler(data.exactOnly.map(entry => entry.form));
  const verbs = new Set(data.verbMonths.map(entry => entry.name));
  const names = new Set(data.nameMonths.map(entry => entry.name));
  for (const { id, calendar, months } of data.monthSystems) {
    months.forEach((forms, index) => {
      for (const written of forms) {
        const weak = verbs.has(written) ? 'verb' : names.has(written) ? 'name' : undefined;
        const month: MonthName = { calendar, number: index + 1, system: id, ...(weak && { weak }) };
        compiler.add(written, senses => {
          senses.month ??= month;
        });
      }
    });
  }
  for (const { is, value, forms } of data.words) {
    for (const written of forms) compiler.add(written, senses => addSense(senses, is, value));
  }
  return compiler;
}

let loaded: Calendar | undefined;

/** The calendar that ships with the program, read once. */
export function loadCalendar(): Calendar {
  loaded ??= compileCalendarWords(readDataJson<CalendarData>('calendar.json'));
  return loaded;
}
