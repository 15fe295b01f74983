/** Known office-holders: who of the gazetteer a name can be, given office, country and date. */
import type { Gazetteer, PersonLabel, Term } from '../lexicon/gazetteer.ts';
import { phraseKeys } from '../lexicon/phrase-list.ts';
import { sameName, skeleton } from '../text/skeleton.ts';

/** What is known of an office while its holder is looked for. */
export interface OfficeFacts {
  readonly office: string;
  readonly country: string | null;
}

/** True when `date` (as precise as known) is not before the term's first day; an unknown bound holds always. */
function hasBegun([, , from]: Term, date: string): boolean {
  return from === '' || date === '' || date.slice(0, from.length) >= from.slice(0, date.length);
}

function isPast(end: string, date: string): boolean {
  return end !== '' && date !== '' && date.slice(0, end.length) > end.slice(0, date.length);
}

/** True when the term was over on `date` for certain; a derived end is not certain. */
export function hasEnded([, , , to]: Term, date: string): boolean {
  return !to.startsWith('~') && isPast(to, date);
}

/** True when the term, as far as is known, reached over `date`. */
export function covers(term: Term, date: string): boolean {
  return hasBegun(term, date) && !isPast(term[3].replace('~', ''), date);
}

/** The office-holders of one gazetteer, found by office and country. */
export class Holders {
  readonly #gazetteer: Gazetteer;
  readonly #keys = new Map<string, readonly string[]>();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  person(id: string): PersonLabel | undefined {
    return this.#gazetteer.persons.get(id);
  }

  /** The person's term of an office: the one that covers `date`, else the latest before it, else the last. */
  term(person: PersonLabel, date: string, facts?: OfficeFacts): Term | undefined {
    const fitting = person.terms.filter(
      ([office, country]) =>
        !facts || (office === facts.office && (facts.country === null || country === facts.country)),
    );
    const past = fitting.filter(term => hasBegun(term, date));
    return past.find(term => covers(term, date)) ?? past.at(-1) ?? fitting.at(-1);
  }

  /** Of several persons of one name, the one who fits office, country and date best; undefined when none ever held it. */
  best(ids: readonly string[], facts: OfficeFacts, date: string): PersonLabel | undefined {
    let best: PersonLabel | undefined;
    let bestScore = 0;
    for (const id of ids) {
      const person = this.person(id);
      const term = person && this.term(person, date, facts);
      // A user's minister without terms is known by whatever office stands beside him.
      const score = term ? 1 + (covers(term, date) ? 2 : 0) : person?.terms.length === 0 ? 1 : 0;
      if (person && score > bestScore) [best, bestScore] = [person, score];
    }
    return best;
  }

  /** A holder of the office whose name, short name or a spelling of it is written as `keys` (word keys in order). */
  byName(keys: readonly string[], facts: OfficeFacts, date: string): PersonLabel | undefined {
    if (facts.country === null || keys.length === 0) return undefined;
    const fitting = this.#gazetteer
      .holders(facts.country, facts.office)
      .flatMap(id => this.person(id) ?? [])
      .filter(person => this.#isNamed(person, keys));
    return fitting.length < 2
      ? fitting[0]
      : this.best(
          fitting.map(person => person.id),
          facts,
          date,
        );
  }

  /** Holders of the office, in any country, who are so named or so called and whose term reached over `date`. */
  ofOffice(office: string, keys: readonly string[], date: string): PersonLabel[] {
    return this.#called(keys, term => term[0] === office && covers(term, date));
  }

  /** Ministers of the country, of any office, who are so named or so called and whose term reached over `date`. */
  ofCountry(country: string, keys: readonly string[], date: string): PersonLabel[] {
    return this.#called(keys, term => term[1] === country && covers(term, date));
  }

  #called(keys: readonly string[], held: (term: Term) => boolean): PersonLabel[] {
    return this.#gazetteer
      .lastNamed(skeleton(keys.at(-1)!))
      .flatMap(id => this.person(id) ?? [])
      .filter(person => person.terms.some(held) && this.#isNamed(person, keys));
  }

  #keysOf(name: string): readonly string[] {
    let keys = this.#keys.get(name);
    if (!keys) this.#keys.set(name, (keys = phraseKeys(name)));
    return keys;
  }

  /** The last word agrees and, where both have a first one, that too; or a short name is written whole. */
  #isNamed(person: PersonLabel, keys: readonly string[]): boolean {
    if (person.short.some(short => isSame(this.#keysOf(short), keys))) return true;
    const full = this.#keysOf(person.ar);
    if (!sameName(full.at(-1)!, keys.at(-1)!)) return keys.length > 1 && startsAlike(full, keys);
    return keys.length === 1 || sameName(firstName(full), firstName(keys));
  }
}

/** The first name, with what عبد and أبو bind. */
function firstName(keys: readonly string[]): string {
  return keys[0] === 'عبد' || keys[0] === 'ابو' ? keys.slice(0, 2).join('') : keys[0];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => sameName(key, b[index]));
}

/** «سعود الفيصل بن عبد العزيز» and «سعود الفيصل»: the shorter name is the beginning of the longer. */
function startsAlike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 2 && isSame(a.slice(0, length), b.slice(0, length));
}
