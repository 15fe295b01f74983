/**
 * Who is meant, inside one article: the second pass over drafts. Headlines name a minister by the family name before the
 * text introduces him, so links go both ways; never to a related article, which is an article of its own.
 */
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { phraseKeys } from '../lexicon/phrase-list.ts';
import { procliticReadings } from '../text/clitics.ts';
import { sameName, skeleton } from '../text/skeleton.ts';
import type { Draft } from './draft.ts';
import { endingOf, Matcher } from './match.ts';
import type { MentionOptions, PersonReference } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** A minister whom the article names. */
export interface Introduced {
  /** The mention that says most: name and office. */
  readonly draft: Draft;
  readonly keys: readonly string[];
  readonly personId?: string;
}

/** A word sequence by which somebody introduced is called. */
interface Alias {
  readonly keys: readonly string[];
  readonly who: Introduced;
  /** A word that names others, too: counts behind a verb or a title («الخطيب», «شكري»), or behind a title only («باين»). */
  readonly weak?: 'verb' | 'title';
}

/** How many people of one family name, or aliases of one first word, are told apart. */
const MOST_ALIKE = 20;
/** How many named ministers before and behind a nameless mention are asked whether it means them. */
const LOOK_ROUND = 100;
/** Words in ال that name no one man. */
const NO_NAME = /(?:[ةى]|ات|ين|ون)$/u;
/** Given names that any sentence may have of another man. */
const COMMONEST: ReadonlySet<string> = new Set([
  'محمد',
  'احمد',
  'محمود',
  'حسين',
  'خالد',
  'يوسف',
  'ابراهيم',
  'سالم',
  'سعيد',
]);
const COMPOUND = new Set(['عبد', 'ابو', 'ابي', 'بن', 'ال', 'بو', 'ام', 'فان', 'دي', 'بني']);

/** Same person: the same id, or the same last word and the same first word where both have one. */
function isSame(a: Introduced, draft: Draft): boolean {
  if (a.personId !== undefined && draft.personId !== undefined) return a.personId === draft.personId;
  if (!sameName(a.keys.at(-1)!, draft.keys.at(-1)!)) return false;
  return a.keys.length === 1 || draft.keys.length === 1 || sameName(a.keys[0], draft.keys[0]);
}

/** The ministers that an article names, each once, by the longest name. */
export function introduced(drafts: readonly Draft[]): Introduced[] {
  const people: Introduced[] = [];
  // Two spellings of a last word have one skeleton: only those are compared.
  const byLast = new Map<string, number[]>();
  for (const draft of drafts) {
    if (draft.keys.length === 0) continue;
    const last = skeleton(draft.keys.at(-1)!);
    const alike = byLast.get(last) ?? [];
    const index = alike.find(other => isSame(people[other], draft));
    const person = { draft, keys: draft.keys, ...(draft.personId === undefined ? {} : { personId: draft.personId }) };
    if (index === undefined) byLast.set(last, [...alike, people.push(person) - 1].slice(-MOST_ALIKE));
    else if (people[index].keys.length < draft.keys.length && !draft.bare) people[index] = person;
  }
  return people;
}

/** The first name, with what عبد and أبو bind. */
function givenName(keys: readonly string[]): readonly string[] {
  return keys.slice(0, COMPOUND.has(keys[0]) ? 2 : 1);
}

/** Finds later and earlier mentions of the introduced by parts of their names. */
export class Aliases {
  readonly #article: ArticleScan;
  readonly #options: MentionOptions;
  readonly #byFirst = new Map<string, Alias[]>();
  /** Which endings the first words have: most words of a text have others, and are looked at no further. */
  readonly #endings = new Uint8Array(Matcher.ENDINGS);
  /** Per type of the article: aliases that its readings begin, with the letters to skip. */
  readonly #byType = new Map<number, { alias: Alias; skip: number }[] | null>();

  constructor(article: ArticleScan, people: readonly Introduced[], gazetteer: Gazetteer, options: MentionOptions) {
    this.#article = article;
    this.#options = options;
    for (const who of people) for (const keys of this.#names(who, gazetteer)) this.#add(this.#alias(keys, who));
  }

  #add(alias: Alias): void {
    this.#endings[endingOf(alias.keys[0])] = 1;
    const list = this.#byFirst.get(alias.keys[0]);
    if (!list) this.#byFirst.set(alias.keys[0], [alias]);
    else if (list.length < MOST_ALIKE) list.push(alias);
  }

  /** The full name, the family name (with its عبد, بن, أبو …) alone and behind the first, and the gazetteer's short names. */
  #names(who: Introduced, gazetteer: Gazetteer): (readonly string[])[] {
    const { keys } = who;
    const names: (readonly string[])[] = [];
    if (keys.length > 1) names.push(keys);
    let first = keys.length - 1;
    while (first > 0 && COMPOUND.has(keys[first - 1])) first--;
    const family = keys.slice(first);
    if ((family.length > 1 && family[0] !== 'بن') || this.#tells(family[0]) || this.#weakness(family))
      names.push(family);
    const given = givenName(keys);
    if (first > given.length) names.push([...given, ...family]);
    const label = who.personId === undefined ? undefined : gazetteer.persons.get(who.personId);
    for (const short of label?.short ?? []) {
      const shortKeys = phraseKeys(short);
      if (shortKeys.length > 1 || this.#tells(shortKeys[0])) names.push(shortKeys);
    }
    return names;
  }

  /** A single word that can stand for one person: no given name, and no common word but a definite one. */
  #tells(key: string): boolean {
    if (key.length < 3) return false;
    const word = this.#article.matcher.gazetteer.word(key);
    const classes = word < 0 ? 0 : this.#article.matcher.gazetteer.classes(word);
    if (classes & (WordClass.boundary | WordClass.title | WordClass.stateHead | WordClass.preposition)) return false;
    if (classes & WordClass.family) return true;
    if (classes & WordClass.given) return false;
    const type = this.#article.reading.vocabulary.internWord(key);
    return key.startsWith('ال') ? key.endsWith('ي') || !this.#isCommon(type) : !this.#isCommon(type);
  }

  #alias(keys: readonly string[], who: Introduced): Alias {
    const weak = this.#weakness(keys);
    return weak ? { keys, who, weak } : { keys, who };
  }

  /** What must stand before a family name that is a noun or a given name as well; undefined when nothing must or may. */
  #weakness(keys: readonly string[]): Alias['weak'] {
    const [key] = keys;
    if (keys.length > 1 || this.#tells(key) || !this.#isNoun(key)) return undefined;
    if (key.startsWith('ال')) return NO_NAME.test(key) ? undefined : 'verb';
    if (key.length < 4 || COMMONEST.has(key)) return undefined;
    return this.#isGivenName(key) ? 'verb' : 'title';
  }

  #isGivenName(key: string): boolean {
    const word = this.#article.matcher.gazetteer.word(key);
    return word >= 0 && (this.#article.matcher.gazetteer.classes(word) & WordClass.given) !== 0;
  }

  #isNoun(key: string): boolean {
    const word = this.#article.matcher.gazetteer.word(key);
    const classes = word < 0 ? 0 : this.#article.matcher.gazetteer.classes(word);
    return (classes & ~(WordClass.family | WordClass.given)) === 0;
  }

  #isCommon(type: number): boolean {
    return this.#options.isCommonWord?.(type) ?? false;
  }

  get size(): number {
    return this.#byFirst.size;
  }

  /** The alias that begins at a token: the longest that fits. */
  at(scan: Scan, token: number): { who: Introduced; skip: number; to: number } | undefined {
    const type = scan.segment.tokens.types[token];
    if (this.#endings[this.#article.matcher.ending(type)] === 0) return undefined;
    let starts = this.#byType.get(type);
    if (starts === undefined) this.#byType.set(type, (starts = this.#startsOf(type)));
    let best: { who: Introduced; skip: number; to: number; length: number } | undefined;
    for (const { alias, skip } of starts ?? []) {
      if (alias.weak && !this.#actsOrIsTitled(scan, token, skip, alias.weak)) continue;
      const to = this.#endOf(scan, token, alias.keys);
      if (to >= 0 && (!best || alias.keys.length > best.length))
        best = { who: alias.who, skip, to, length: alias.keys.length };
    }
    return best && this.#standsAlone(scan, token, best) ? best : undefined;
  }

  /** «وأضاف الخطيب», «الوزير الخطيب». */
  #actsOrIsTitled(scan: Scan, token: number, skip: number, weak: 'verb' | 'title'): boolean {
    const before = skip > 0 ? -1 : this.#article.before(scan, token);
    if (before < 0 || this.#goesOn(scan, token)) return false;
    if (this.#article.classes(scan, before) & (WordClass.title | WordClass.theMinister)) return true;
    return weak === 'verb' && this.#options.isVerb?.(scan.segment.tokens.types[before]) === true;
  }

  /** Another name follows: «شكري غانم» is somebody else than شكري. */
  #goesOn(scan: Scan, token: number): boolean {
    const next = this.#article.after(scan, token);
    return next >= 0 && (this.#article.classes(scan, next) & (WordClass.given | WordClass.family)) !== 0;
  }

  #startsOf(type: number): { alias: Alias; skip: number }[] | null {
    if (!this.#article.reading.vocabulary.isWord(type)) return null;
    const key = this.#article.reading.vocabulary.key(type);
    const starts: { alias: Alias; skip: number }[] = [];
    for (const { rest, skip } of procliticReadings(key)) {
      for (const alias of this.#byFirst.get(rest) ?? []) starts.push({ alias, skip });
    }
    return starts.length > 0 ? starts : null;
  }

  #endOf(scan: Scan, token: number, keys: readonly string[]): number {
    let at = token;
    for (let i = 1; i < keys.length; i++) {
      at = this.#article.after(scan, at);
      if (at < 0 || this.#article.key(scan, at) !== keys[i]) return -1;
    }
    return at;
  }

  /** Not the family name of somebody else («ميلانيا ترامب»): the word before is no other given or unknown name. */
  #standsAlone(scan: Scan, token: number, { skip, who }: { skip: number; who: Introduced }): boolean {
    let before = skip > 0 ? -1 : this.#article.before(scan, token);
    // Words of his own name may stand before it, unless they are of another's («سلمان بن عبد العزيز آل سعود»).
    const isSon = this.#article.key(scan, token) === 'بن';
    for (let i = 0; !isSon && i < who.keys.length && before >= 0; i++) {
      if (!who.keys.includes(this.#article.key(scan, before))) break;
      before = this.#article.before(scan, before);
    }
    if (before < 0) return true;
    const classes = this.#article.classes(scan, before);
    if (classes & (WordClass.boundary | WordClass.title | WordClass.minister | WordClass.theMinister)) return true;
    if (classes & (WordClass.given | WordClass.family)) return false;
    return !this.#options.isCommonWord || this.#options.isCommonWord(scan.segment.tokens.types[before]);
  }
}

/**
 * The person a mention without a name means: the latest before it of its office and country, else the first behind it.
 * `people` are in order; `place` is the number of those that stand before the mention.
 */
export function antecedent(draft: Draft, people: readonly Draft[], place: number): Draft | undefined {
  if (draft.predicative || (draft.counterpart && draft.basis !== 'stated')) return undefined;
  for (let i = place - 1; i >= Math.max(0, place - LOOK_ROUND); i--) if (fits(draft, people[i])) return people[i];
  if (draft.bare) return undefined;
  for (let i = place; i < Math.min(people.length, place + LOOK_ROUND); i++)
    if (fits(draft, people[i])) return people[i];
  return undefined;
}

function fits(draft: Draft, other: Draft): boolean {
  if (other === draft || other.rank !== draft.rank || (draft.former && !other.former)) return false;
  if (draft.basis === 'stated' ? draft.country !== other.country : other.counterpart) return false;
  if (draft.feminine && other.feminine === false) return false; // unknown where only the name stands
  if (draft.bare) return other.office !== 'prime';
  return (
    draft.office === other.office &&
    (draft.basis === 'stated' || draft.country === other.country || draft.country === null)
  );
}

/** Where and how a person is named by a draft. */
export function referenceTo(article: ArticleScan, draft: Draft): PersonReference | undefined {
  if (!draft.name) return undefined;
  const { from, skip, to } = draft.name;
  const { start, end, surface } = article.place(article.scans[draft.scan], from, skip, to);
  const known = draft.personId === undefined ? undefined : article.matcher.gazetteer.persons.get(draft.personId)?.ar;
  const label = known ?? draft.fullName;
  return {
    ...(draft.personId === undefined ? {} : { id: draft.personId }),
    name: surface,
    ...(label === undefined ? {} : { label }),
    start,
    end,
  };
}
