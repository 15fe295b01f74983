/**
 * The gazetteer: every phrase that names a country, an alliance, an office-holder or an office, in one trie over
 * numbered words, with what each phrase may mean. Built from `dist/data` at start; a user's own entries are added on top.
 */

import type { UserGazetteer } from './gazetteer-schema.ts';
import { readDataJson } from './load.ts';
import type { OfficeWords } from './office-words.ts';
import { type CompiledPhrases, PhraseList, type Sense } from './phrase-list.ts';
import { PhraseTrie, ROOT } from './phrase-trie.ts';

/** Which rule asks for a phrase. A phrase may answer several. */
export const Channel = { Country: 1, Alliance: 2, Person: 4, Portfolio: 8, Organisation: 16, User: 32 } as const;

const CHANNELS: ReadonlyMap<string, number> = new Map([
  ['country', Channel.Country],
  ['alliance', Channel.Alliance],
  ['minister', Channel.Person],
  ['portfolio', Channel.Portfolio],
  ['organisation', Channel.Organisation],
]);

/** Names of an entity. */
export interface Label {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
}

export interface AllianceLabel extends Label {
  /** `organisation` and `historical` can be left out of a count of alliances. */
  readonly class: 'alliance' | 'organisation' | 'historical';
}

/** A term of office: office, country, first and last day as precise as known, '' where unknown or open. */
export type Term = readonly [office: string, country: string, from: string, to: string];

export interface PersonLabel extends Label {
  readonly short: readonly string[];
  readonly terms: readonly Term[];
}

type Compiled<T> = CompiledPhrases & { readonly labels: readonly T[] };

/** The built files, as they stand in `dist/data`. */
export interface GazetteerData {
  readonly countries: Compiled<Label>;
  readonly alliances: Compiled<AllianceLabel>;
  readonly persons: Compiled<PersonLabel>;
  readonly offices: OfficeWords;
  /** Given and family names, as classes of words. */
  readonly names: OfficeWords['classes'];
}

function labelled<T extends Label>(labels: readonly T[]): Map<string, T> {
  return new Map(labels.map(label => [label.id, label]));
}

/** What the matcher walks and the rules ask. Mutable only by {@link Gazetteer.extend}, before the first match. */
export class Gazetteer {
  readonly trie = new PhraseTrie();
  readonly countries: Map<string, Label>;
  readonly alliances: Map<string, AllianceLabel>;
  readonly persons: Map<string, PersonLabel>;
  readonly others = new Map<string, Label>();
  readonly #words = new Map<string, number>();
  /** Per node: index of its set of senses plus one, 0 where no phrase ends. */
  readonly #accepts: number[] = [0];
  readonly #sets: (readonly Sense[])[] = [];
  readonly #channels: number[] = [];
  /** Per word: channels of the phrases that begin with it. */
  readonly #begins: number[] = [];
  /** Per word: bits of `WordClass`. */
  readonly #classes: number[] = [];

  constructor(data: GazetteerData) {
    this.countries = labelled(data.countries.labels);
    this.alliances = labelled(data.alliances.labels);
    this.persons = labelled(data.persons.labels);
    for (const list of [data.countries, data.alliances, data.persons, data.offices]) this.#addPhrases(list);
    for (const [words, bit] of [...data.offices.classes, ...data.names]) {
      for (const word of words.split(' ')) this.#classes[this.#number(word)] |= 1 << bit;
    }
  }

  /** Number of a word key, -1 when no phrase and no rule knows it. */
  word(key: string): number {
    return this.#words.get(key) ?? -1;
  }

  /** Bits of `WordClass` of a word. */
  classes(word: number): number {
    return this.#classes[word];
  }

  /** Channels of the phrases that begin with a word. */
  begins(word: number): number {
    return this.#begins[word];
  }

  /** The set of senses that ends at a node, -1 when none does. */
  accepted(node: number): number {
    return (this.#accepts[node] ?? 0) - 1;
  }

  senses(set: number): readonly Sense[] {
    return this.#sets[set];
  }

  /** Channels that a set of senses answers. */
  channels(set: number): number {
    return this.#channels[set];
  }

  /** Adds a user's entries. A known type and id gets more names; ids of its own type stand beside ours. */
  extend(user: UserGazetteer): void {
    const list = new PhraseList();
    for (const { type, id, ar, en, names, not } of user.entries) {
      for (const name of names) list.add(name, { type, id, kind: type === 'minister' ? 'full' : 'name', cue: 0 });
      for (const name of not ?? []) list.add(name, { type, id: '', kind: 'not', cue: 0 });
      const label = { id, ar: ar ?? names[0], en: en ?? id };
      if (type === 'country' && !this.countries.has(id)) this.countries.set(id, label);
      else if (type === 'alliance' && !this.alliances.has(id)) this.alliances.set(id, { ...label, class: 'alliance' });
      else if (!CHANNELS.has(type)) this.others.set(`${type}:${id}`, label);
    }
    this.#addPhrases(list.compiled(), true);
  }

  #number(key: string): number {
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    this.#words.set(key, this.#words.size);
    this.#begins.push(0);
    this.#classes.push(0);
    return this.#words.size - 1;
  }

  #addSet(senses: readonly Sense[]): number {
    this.#channels.push(senses.reduce((bits, sense) => bits | (CHANNELS.get(sense.type) ?? Channel.User), 0));
    return this.#sets.push(senses) - 1;
  }

  #addPhrases(list: CompiledPhrases, overrides = false): void {
    const numbers = list.words.split(' ').map(word => this.#number(word));
    const sets = list.sets.map(set => this.#addSet(set.map(index => list.senses[index])));
    const { phrases } = list;
    for (let i = 0; i < phrases.length; ) {
      const set = sets[phrases[i++]];
      const last = i + phrases[i] + 1;
      let node = ROOT;
      this.#begins[numbers[phrases[i + 1]]] |= this.#channels[set];
      for (i++; i < last; i++) node = this.trie.grow(node, numbers[phrases[i]]);
      this.#accept(node, set, overrides);
    }
  }

  #accept(node: number, set: number, overrides: boolean): void {
    while (this.#accepts.length <= node) this.#accepts.push(0);
    const known = this.#accepts[node] - 1;
    if (known < 0) this.#accepts[node] = set + 1;
    else {
      const [first, second] = overrides ? [set, known] : [known, set];
      const types = new Set(overrides ? this.#sets[set].map(sense => sense.type) : []);
      const kept = this.#sets[second].filter(sense => !types.has(sense.type));
      this.#accepts[node] = this.#addSet([...this.#sets[first], ...kept]) + 1;
    }
  }
}

/** Makes a gazetteer of built data: what {@link loadGazetteer} read, or a test's own. */
export function compileGazetteer(data: GazetteerData): Gazetteer {
  return new Gazetteer(data);
}

/** The program's own gazetteer, read from `dist/data`. */
export function loadGazetteer(): Gazetteer {
  return new Gazetteer({
    countries: readDataJson('countries.json'),
    alliances: readDataJson('alliances.json'),
    persons: readDataJson('office-holders.json'),
    offices: readDataJson('office-words.json'),
    names: readDataJson('person-names.json'),
  });
}
