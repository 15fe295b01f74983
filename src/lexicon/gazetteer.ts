/**
 * The gazetteer: every phrase that names a country, an alliance, an office-holder or an office, in one trie over
 * numbered words, with what each phrase may mean. Read from `dist/data`; a user's own entries are added on top.
 */
import type { UserGazetteer } from './gazetteer-schema.ts';
import { GazetteerTable, parseSense } from './gazetteer-table.ts';
import { readDataBytes } from './load.ts';
import { type CompiledPhrases, lastNames, nameSpellings, PhraseList, type Sense } from './phrase-list.ts';
import { type PhraseTrie, ROOT } from './phrase-trie.ts';

/** Which rule asks for a phrase. A phrase may answer several. */
export const Channel = { Country: 1, Alliance: 2, Person: 4, Portfolio: 8, Organisation: 16, User: 32 } as const;

const CHANNELS: ReadonlyMap<string, number> = new Map([
  ['country', Channel.Country],
  ['alliance', Channel.Alliance],
  ['minister', Channel.Person],
  ['portfolio', Channel.Portfolio],
  ['organisation', Channel.Organisation],
]);

/** The channel that phrases of a type answer; types of the user's own share one. */
export function channelOf(type: string): number {
  return CHANNELS.get(type) ?? Channel.User;
}

/** Blocks of text in the compiled file. */
export const Block = {
  Senses: 0,
  Countries: 1,
  Alliances: 2,
  Persons: 3,
  Offices: 4,
  Marked: 5,
  LastNames: 6,
} as const;

/** Names of an entity. */
export interface Label {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
}

/** A membership: country, first and last day, month or year as precise as known, '' where unknown or open. */
export type Membership = readonly [country: string, from: string, to: string];

export interface AllianceLabel extends Label {
  readonly members: readonly Membership[];
  /** `organisation` and `historical` can be left out of a count of alliances. */
  readonly class: 'alliance' | 'organisation' | 'historical';
}

/**
 * A term of office: office, country, first and last day as precise as known, '' where unknown or open. A last day that
 * is only derived from a successor's first begins with ~ (governments may stand side by side).
 */
export type Term = readonly [office: string, country: string, from: string, to: string];

export interface PersonLabel extends Label {
  readonly short: readonly string[];
  readonly terms: readonly Term[];
  /** Head of state, too: no minister by name alone. */
  readonly ruler: boolean;
  /** Listed by the user, who wants every mention of the name: also after the term. */
  readonly own?: true;
}

function parsePerson(line: string): PersonLabel {
  const [id, ar, en, short, terms, ruler] = line.split('\t');
  const parsed = terms.split(';').map(term => term.split(',') as unknown as Term);
  return { id, ar, en, short: short === '' ? [] : short.split(','), terms: parsed, ruler: ruler !== '' };
}

/** Office-holders by id; a person's line is parsed when first asked for. */
export class Persons {
  readonly #lines = new Map<string, string>();
  readonly #parsed = new Map<string, PersonLabel>();

  constructor(lines: readonly string[]) {
    for (const line of lines) this.#lines.set(line.slice(0, line.indexOf('\t')), line);
  }

  /** All ids. */
  keys(): IterableIterator<string> {
    return this.#lines.keys();
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  get(id: string): PersonLabel | undefined {
    const line = this.#lines.get(id);
    if (line === undefined) return undefined;
    let person = this.#parsed.get(id);
    if (!person) {
      person = parsePerson(line);
      this.#parsed.set(id, person);
    }
    return person;
  }

  /** Adds a person, or names and terms to one who is known by the id. */
  extend(person: PersonLabel): void {
    const known = this.get(person.id);
    this.#lines.set(person.id, '');
    this.#parsed.set(person.id, {
      ...(known ?? person),
      short: [...(known?.short ?? []), ...person.short],
      terms: [...(known?.terms ?? []), ...person.terms],
      own: true,
    });
  }
}

/** Ids by slot, of lines of a slot, tab, ids. */
function idsBySlot(lines: readonly string[]): Map<string, string[]> {
  return new Map(
    lines.map(line => {
      const [slot, ids] = line.split('\t');
      return [slot, ids.split(',')];
    }),
  );
}

function addId(slots: Map<string, string[]>, slot: string, id: string): void {
  slots.set(slot, [...new Set(slots.get(slot)).add(id)]);
}

type UserTerms = NonNullable<UserGazetteer['entries'][number]['terms']>;

function parseMembers(text: string): Membership[] {
  return text === '' ? [] : text.split(';').map(member => member.split(',') as unknown as Membership);
}

/** What the matcher walks and the rules ask. Changed only by {@link Gazetteer.extend}, before the first match. */
export class Gazetteer {
  readonly trie: PhraseTrie;
  readonly countries: Map<string, Label>;
  readonly alliances: Map<string, AllianceLabel>;
  /** Spellings with marks that decide between two countries: spelling → id. */
  readonly marked: ReadonlyMap<string, string>;
  /** Labels of the user's own types, by `type:id`. */
  readonly others = new Map<string, Label>();
  readonly #table: GazetteerTable;
  #persons: Persons | undefined;
  #offices: Map<string, string[]> | undefined;
  #lastNames: Map<string, string[]> | undefined;
  readonly #senseLines: string[];
  /** Per set: its senses, once asked for; sets of the user's stand behind ours. */
  readonly #sets: (readonly Sense[] | undefined)[] = [];
  /** Words, sets and nodes that the user added. */
  readonly #addedWords = new Map<string, number>();
  readonly #addedBegins = new Map<number, number>();
  readonly #addedChannels: number[] = [];
  readonly #addedAccepts = new Map<number, number>();

  constructor(table: GazetteerTable) {
    this.#table = table;
    this.trie = table.trie;
    this.#senseLines = table.lines(Block.Senses);
    const split = (block: number): string[][] => table.lines(block).map(line => line.split('\t'));
    this.countries = new Map(split(Block.Countries).map(([id, ar, en]) => [id, { id, ar, en }]));
    this.marked = new Map(table.lines(Block.Marked).map(line => line.split('\t') as [string, string]));
    this.alliances = new Map(
      split(Block.Alliances).map(([id, ar, en, kind, members]) => [
        id,
        { id, ar, en, class: kind as AllianceLabel['class'], members: parseMembers(members) },
      ]),
    );
  }

  get persons(): Persons {
    this.#persons ??= new Persons(this.#table.lines(Block.Persons));
    return this.#persons;
  }

  /** Ids of the known holders of an office of a country, in no order that means anything. */
  holders(country: string, office: string): readonly string[] {
    return this.#slots().get(`${country}:${office}`) ?? [];
  }

  /** Ids of the persons one of whose names ends with a word of this skeleton, in no order that means anything. */
  lastNamed(skeleton: string): readonly string[] {
    return this.#namesakes().get(skeleton) ?? [];
  }

  /** `country:office` → ids. */
  #slots(): Map<string, string[]> {
    this.#offices ??= idsBySlot(this.#table.lines(Block.Offices));
    return this.#offices;
  }

  /** Skeleton of a last name → ids. */
  #namesakes(): Map<string, string[]> {
    this.#lastNames ??= idsBySlot(this.#table.lines(Block.LastNames));
    return this.#lastNames;
  }

  /** Number of a word key, -1 when no phrase and no rule knows it. */
  word(key: string): number {
    const word = this.#table.word(key);
    return word >= 0 || this.#addedWords.size === 0 ? word : (this.#addedWords.get(key) ?? -1);
  }

  /** {@link GazetteerTable.mayHold}; always true where the user added words. */
  mayHold(units: Uint16Array, from: number, to: number): boolean {
    return this.#addedWords.size > 0 || this.#table.mayHold(units, from, to);
  }

  /** Bits of `WordClass` of a word. */
  classes(word: number): number {
    return word < this.#table.wordCount ? this.#table.classes[word] : 0;
  }

  /** Channels of the phrases that begin with a word. */
  begins(word: number): number {
    const ours = word < this.#table.wordCount ? this.#table.begins[word] : 0;
    return this.#addedBegins.size === 0 ? ours : ours | (this.#addedBegins.get(word) ?? 0);
  }

  /** The set of senses that ends at a node, -1 when none does. */
  accepted(node: number): number {
    const added = this.#addedAccepts.size === 0 ? undefined : this.#addedAccepts.get(node);
    return added ?? (node < this.#table.accepts.length ? this.#table.accepts[node] : 0) - 1;
  }

  senses(set: number): readonly Sense[] {
    let senses = this.#sets[set];
    if (!senses) {
      const { setOffsets, setSenses } = this.#table;
      senses = Array.from(setSenses.subarray(setOffsets[set], setOffsets[set + 1]), sense =>
        parseSense(this.#senseLines[sense]),
      );
      this.#sets[set] = senses;
    }
    return senses;
  }

  /** Channels that a set of senses answers. */
  channels(set: number): number {
    return set < this.#table.setCount ? this.#table.setChannels[set] : this.#addedChannels[set - this.#table.setCount];
  }

  /** Adds a user's entries. A known type and id gets more names; ids of its own type stand beside ours. */
  extend(user: UserGazetteer): void {
    const list = new PhraseList();
    for (const { type, id, ar, en, names, not, terms } of user.entries) {
      for (const name of not ?? []) list.add(name, { type, id: '', kind: 'not', cue: 0 });
      const label = { id, ar: ar ?? names[0], en: en ?? id };
      if (type === 'minister') {
        this.#addPerson(list, label, names, terms ?? []);
        continue;
      }
      for (const name of names) list.add(name, { type, id, kind: 'name', cue: 0 });
      if (type === 'country' && !this.countries.has(id)) this.countries.set(id, label);
      else if (type === 'alliance' && !this.alliances.has(id))
        this.alliances.set(id, { ...label, class: 'alliance', members: [] });
      else if (!CHANNELS.has(type)) this.others.set(`${type}:${id}`, label);
    }
    this.#addPhrases(list.compiled());
  }

  /** A name of one word names its man beside an office or once he was introduced: alone it may be anybody's. */
  #addPerson(list: PhraseList, label: Label, names: readonly string[], terms: UserTerms): void {
    const { id } = label;
    for (const name of names) {
      const kind = name.includes(' ') ? 'full' : 'short';
      for (const form of nameSpellings(name)) list.add(form, { type: 'minister', id, kind, cue: 0 });
    }
    const short = names.filter(name => !name.includes(' '));
    const spans = terms.map(({ office, country, from, to }): Term => [office, country, from ?? '', to ?? '']);
    this.persons.extend({ ...label, short, terms: spans, ruler: false });
    for (const [office, country] of spans) addId(this.#slots(), `${country}:${office}`, id);
    const person = this.persons.get(id)!;
    for (const last of lastNames([person.ar, ...person.short])) addId(this.#namesakes(), last, id);
  }

  #addWord(key: string): number {
    const known = this.word(key);
    if (known >= 0) return known;
    const word = this.#table.wordCount + this.#addedWords.size;
    this.#addedWords.set(key, word);
    return word;
  }

  #addSet(senses: readonly Sense[]): number {
    const set = this.#table.setCount + this.#addedChannels.length;
    this.#sets[set] = senses;
    this.#addedChannels.push(senses.reduce((bits, sense) => bits | channelOf(sense.type), 0));
    return set;
  }

  #addPhrases(list: CompiledPhrases): void {
    const words = list.words === '' ? [] : list.words.split(' ').map(word => this.#addWord(word));
    const { phrases } = list;
    for (let i = 0; i < phrases.length; ) {
      const senses = list.sets[phrases[i++]].map(index => list.senses[index]);
      const last = i + phrases[i] + 1;
      const first = words[phrases[i + 1]];
      let node = ROOT;
      for (i++; i < last; i++) node = this.trie.grow(node, words[phrases[i]]);
      const set = this.#addSet([...senses, ...this.#others(node, senses)]);
      this.#addedAccepts.set(node, set);
      this.#addedBegins.set(first, (this.#addedBegins.get(first) ?? 0) | this.channels(set));
    }
  }

  /** Senses that a phrase keeps beside the user's: those of other types. */
  #others(node: number, senses: readonly Sense[]): readonly Sense[] {
    const known = this.accepted(node);
    return known < 0 ? [] : this.senses(known).filter(sense => !senses.some(other => other.type === sense.type));
  }
}

/** A gazetteer of the bytes that the build made: ours, or a test's own. */
export function compileGazetteer(bytes: Uint8Array): Gazetteer {
  return new Gazetteer(new GazetteerTable(bytes));
}

/** The program's own gazetteer, read from `dist/data`. */
export function loadGazetteer(): Gazetteer {
  return compileGazetteer(readDataBytes('gazetteer.bin'));
}
