/**
 * What each type of a vocabulary means to the rules of time, thought out once per type: a class byte in a typed array,
 * so that a text without words of time costs one array read per token.
 */
import type { Calendar, Senses, WordKind } from '../lexicon/calendar.ts';
import { type ProcliticReading, procliticReadings } from '../text/clitics.ts';
import { grown } from '../text/grown.ts';
import { matchingKey } from '../text/normalise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import { ListedWords } from './listed.ts';
import { hasFutureShape, hasPastShape } from './tense-shape.ts';

/** A word or phrase with its meaning and the clitics before it. */
export interface TimeWord {
  readonly senses: Senses;
  /** Tokens it covers: more than 1 for phrases. */
  readonly length: number;
  /** Letters of attached clitics at its beginning, left out of spans. */
  readonly skip: number;
  readonly clitics: string;
  /** Begins with the article. */
  readonly definite: boolean;
}

/** What may wake a rule. */
export const Wake = {
  Number: 1, Month: 1 << 1, Weekday: 1 << 2, Part: 1 << 3, Deictic: 1 << 4, Unit: 1 << 5, This: 1 << 6, Every: 1 << 7,
  Edge: 1 << 8, FirstDay: 1 << 9, Cardinal: 1 << 10, Ordinal: 1 << 11, Decade: 1 << 12, Century: 1 << 13,
  Season: 1 << 14, Fraction: 1 << 15, Set: 1 << 16, Vague: 1 << 17, Named: 1 << 18, Blocked: 1 << 19,
  NameHead: 1 << 20, Offset: 1 << 21, DayHead: 1 << 22, Clock: 1 << 23, YearHead: 1 << 24, /** Only phrases that begin here wake anything: «على أساس سنوي». */
  Phrase: 1 << 25,
  /** Any type that a rule may look at beside the one that woke it. */
  Known: 1 << 26,
  MonthHead: 1 << 27,
  /** عقد, سنوات: may stand before the name of a decade. */
  DecadeHead: 1 << 28,
  /** A definite singular unit: العام, الشهر. All other units have the bit Unit. */
  Period: 1 << 29,
  /** A number of four digits. */
  Year: 1 << 30,
} as const; // biome-ignore format: a table

const WAKE_OF_KIND: Partial<Record<WordKind, number>> = {
  month: Wake.Month,
  weekday: Wake.Weekday,
  bareWeekday: Wake.Weekday,
  part: Wake.Part,
  partAdverb: Wake.Part,
  partNoun: Wake.Part,
  tonight: Wake.Deictic,
  deictic: Wake.Deictic,
  weakDeictic: Wake.Deictic,
  this: Wake.This,
  every: Wake.Every,
  edge: Wake.Edge,
  firstDay: Wake.FirstDay,
  cardinal: Wake.Cardinal,
  ordinal: Wake.Ordinal,
  decade: Wake.Decade,
  century: Wake.Century,
  season: Wake.Season,
  fraction: Wake.Fraction,
  set: Wake.Set,
  vague: Wake.Vague,
  named: Wake.Named,
  blocked: Wake.Blocked,
  nameHead: Wake.NameHead,
} as Partial<Record<WordKind, number>> & { month: number };

const WAKE_OF_ROLE: Record<string, number> = {
  since: Wake.Offset,
  before: Wake.Offset,
  after: Wake.Offset,
  dayHead: Wake.DayHead,
  daysHead: Wake.DayHead,
  clockHead: Wake.Clock,
  yearHead: Wake.YearHead,
  some: Wake.Unit,
  monthHead: Wake.MonthHead,
};

/** Signs, lone letters, suffixes and «كامل» that stand inside expressions without being words of time. */
const LINKS: ReadonlySet<string> = new Set([
  '(', ':', '/', '-', '\u2013', '\u0648', '\u0627\u0644', '\u0648\u0627\u0644', '\u0628\u0627\u0644', '\u0641\u0627\u0644',
  'كامل', 'كاملا', 'كاملة', 'st', 'nd', 'rd', 'th', 'T', 't', '.', ',', '\u060c', '\\', '|', '\u0628', '\u0644', '\u062a', '\u0642',
]); // biome-ignore format: a table

/** The bits of {@link Wake} that a word's senses carry. */
function wakeBits({ senses, definite }: TimeWord): number {
  let bits = 0;
  const { unit } = senses;
  if (unit !== undefined) bits |= definite && unit.endsWith('.1') ? Wake.Period : Wake.Unit;
  if (unit === 'DE.1' || unit === 'Y.n') bits |= Wake.DecadeHead;
  for (const kind of Object.keys(senses) as WordKind[]) bits |= WAKE_OF_KIND[kind] ?? 0;
  for (const role of senses.role ?? []) bits |= WAKE_OF_ROLE[role] ?? 0;
  return bits;
}

const ARTICLE = '\u0627\u0644'; // ALEF LAM
const TEH_MARBUTA = '\u0629';
const HEH = '\u0647';

/** Kinds whose words are listed without the article and may carry it. */
const TAKES_ARTICLE: readonly (keyof Senses)[] = ['unit', 'cardinal'];

interface PhraseWord {
  readonly rest: readonly string[];
  readonly word: TimeWord;
}

/** Phrases by the id of their second word, the longest first: «في» begins dozens, its neighbour leaves one or none. */
export type Phrases = ReadonlyMap<number, readonly PhraseWord[]>;

interface TypeEntry {
  readonly word: TimeWord | null;
  readonly phrases: Phrases;
}

const NO_PHRASES: Phrases = new Map();

/** A verb that only its shape betrays. */
function verbOf(tense: 'future' | 'past'): TypeEntry {
  return { word: { senses: { tense }, length: 1, skip: 0, clitics: '', definite: false }, phrases: NO_PHRASES };
}
const FUTURE_VERB = verbOf('future');
const PAST_VERB = verbOf('past');

/** Longest word that is looked up. */
const LONGEST = 14;
/** Longest of {@link LINKS}. */
const LONGEST_LINK = 5;

/** What is known of a type: nothing yet, that it means nothing, or that its meaning is noted. */
const State = { Unknown: 0, Nothing: 1, Something: 2 } as const;

/** Ids, from 1 on, of the keys that stand second in a phrase. */
function secondsOf({ phrases }: Calendar): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const list of phrases.values())
    for (const { rest } of list) if (!seconds.has(rest[0])) seconds.set(rest[0], seconds.size + 1);
  return seconds;
}

/** The words of time of one vocabulary. Grows with it; safe to keep for the vocabulary's whole life. */
export class TimeWords {
  readonly vocabulary: Vocabulary;
  readonly #calendar: Calendar;
  readonly #listed: ListedWords;
  readonly #seconds: ReadonlyMap<string, number>;
  /** Per type: a {@link State}. One byte, because every token of every text is asked for it. */
  #states = new Uint8Array(1 << 12);
  /** Per type: bits of {@link Wake}. */
  #wake = new Int32Array(1 << 12);
  /** Per type: index into `#entries` plus 1, 0 for none. */
  #entryOf = new Int32Array(1 << 12);
  readonly #entries: TypeEntry[] = [];
  /** Per type: 1 plus its id as the second word of phrases; 0 not looked at. */
  #second = new Uint16Array(1 << 12);

  constructor(vocabulary: Vocabulary, calendar: Calendar) {
    const { exact, folded, phrases } = calendar;
    this.vocabulary = vocabulary;
    this.#calendar = calendar;
    this.#listed = new ListedWords([...exact.keys(), ...folded.keys(), ...phrases.keys()].map(matchingKey));
    this.#seconds = secondsOf(calendar);
  }

  /** Bits of {@link Wake} of a type: 0 for all but one type in twenty. */
  wake(type: number): number {
    const state = type < this.#states.length ? this.#states[type] : State.Unknown;
    if (state === State.Nothing) return 0;
    return state === State.Something ? this.#wake[type] : this.#classify(type);
  }

  /** Word and phrases of a type; null when it means nothing to the rules. */
  entry(type: number): TypeEntry | null {
    if (this.wake(type) === 0) return null;
    const index = type < this.#entryOf.length ? this.#entryOf[type] : 0;
    return index === 0 ? null : this.#entries[index - 1];
  }

  /** Id of a type as the second word of phrases, the same for all types of one key; 0 when no phrase has it there. */
  second(type: number): number {
    const known = type < this.#second.length ? this.#second[type] : 0;
    if (known > 0) return known - 1;
    const id = this.#seconds.get(this.vocabulary.key(type)) ?? 0;
    this.#second = grown(this.#second, type);
    this.#second[type] = id + 1;
    return id;
  }

  #classify(type: number): number {
    const kind = this.vocabulary.kind(type);
    const form = this.vocabulary.form(type);
    let bits = 0;
    if (kind === TypeKind.Number) bits = (form.length === 4 ? Wake.Year : Wake.Number) | Wake.Known;
    else if (kind === TypeKind.Word) {
      const entry = this.#read(type, form);
      if (entry) bits = this.#keep(type, entry);
    }
    if (bits === 0 && form.length <= LONGEST_LINK && LINKS.has(form)) bits = Wake.Known;
    this.#states = grown(this.#states, type);
    this.#states[type] = bits === 0 ? State.Nothing : State.Something;
    if (bits !== 0) {
      this.#wake = grown(this.#wake, type);
      this.#wake[type] = bits;
    }
    return bits;
  }

  /** Notes what a type means and gives its bits. */
  #keep(type: number, entry: TypeEntry): number {
    this.#entryOf = grown(this.#entryOf, type);
    this.#entryOf[type] = this.#entries.push(entry);
    let bits: number = Wake.Known;
    if (entry.word) bits |= wakeBits(entry.word);
    if (bits === Wake.Known && entry.phrases.size > 0) bits |= Wake.Phrase;
    for (const phrases of entry.phrases.values()) for (const phrase of phrases) bits |= wakeBits(phrase.word);
    return bits;
  }

  #read(type: number, form: string): TypeEntry | null {
    if (form.length > LONGEST) return null;
    const listed = this.#listed.mayHold(this.vocabulary.key(type)) ? this.#lookAt(form) : null;
    if (listed?.word) return listed;
    const verb = hasFutureShape(form) ? FUTURE_VERB : hasPastShape(form) ? PAST_VERB : null;
    return listed && verb ? { word: verb.word, phrases: listed.phrases } : (listed ?? verb);
  }

  /** The readings of a form that the calendar lists. */
  #lookAt(form: string): TypeEntry | null {
    const phrases = new Map<number, PhraseWord[]>();
    let word: TimeWord | null = null;
    for (const reading of procliticReadings(form)) {
      const senses = this.#senses(reading.rest);
      if (senses && !word) word = wordOf(senses, reading, 1);
      for (const { rest, senses: meaning } of this.#phrases(reading.rest))
        listOf(phrases, this.#seconds.get(rest[0])!).push({ rest, word: wordOf(meaning, reading, rest.length + 1) });
      if (word && reading.skip > 0) break;
    }
    return word || phrases.size > 0 ? { word, phrases } : null;
  }

  #phrases(rest: string): readonly { rest: readonly string[]; senses: Senses }[] {
    const key = matchingKey(rest);
    return this.#calendar.phrases.get(key) ?? this.#calendar.phrases.get(withTehMarbuta(key)) ?? [];
  }

  #senses(rest: string): Senses | null {
    const whole = this.#lookUp(rest);
    if (!rest.startsWith(ARTICLE) || rest.length < 5) return whole;
    const bare = this.#lookUp(rest.slice(2));
    if (!bare) return whole;
    const taken: Record<string, unknown> = {};
    for (const kind of TAKES_ARTICLE) if (bare[kind] !== undefined) taken[kind] = bare[kind];
    if (!whole && Object.keys(taken).length === 0) return null;
    return { ...taken, ...whole };
  }

  #lookUp(word: string): Senses | null {
    const { exact, folded } = this.#calendar;
    const key = matchingKey(word);
    return exact.get(word) ?? folded.get(key) ?? folded.get(withTehMarbuta(key)) ?? null;
  }
}

function listOf(phrases: Map<number, PhraseWord[]>, second: number): PhraseWord[] {
  let list = phrases.get(second);
  if (!list) phrases.set(second, (list = []));
  return list;
}

/** Many writers end «ساعة» with a heh. */
function withTehMarbuta(key: string): string {
  return key.endsWith(HEH) ? key.slice(0, -1) + TEH_MARBUTA : key;
}

function wordOf(senses: Senses, { skip, clitics, rest }: ProcliticReading, length: number): TimeWord {
  return { senses, length, skip, clitics, definite: rest.startsWith(ARTICLE) };
}
